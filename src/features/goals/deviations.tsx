import type { GoalView } from './build-goal-view.ts';

export function Deviations({ view }: { readonly view: GoalView }) {
  return view.asOf === '' ? <p /> : null;
}
