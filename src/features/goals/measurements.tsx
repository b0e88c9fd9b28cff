import type { GoalView } from './build-goal-view.ts';

export function Measurements({ view }: { readonly view: GoalView }) {
  return view.asOf === '' ? <p /> : null;
}
