import type { GoalView } from './build-goal-view.ts';

export function Comments({ view }: { readonly view: GoalView }) {
  return view.asOf === '' ? <p /> : null;
}
