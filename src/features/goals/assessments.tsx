import type { GoalView } from './build-goal-view.ts';

export function Assessments({ view }: { readonly view: GoalView }) {
  return view.asOf === '' ? <p /> : null;
}
