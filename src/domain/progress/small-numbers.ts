/** Small numbers about people, outside the owner's own view (model section 4): 1–4 becomes "färre än 5", and no progress bar. */
import type { Goal } from '#domain/records/goal.ts';
import type { GoalProgress } from './goal-progress.ts';

export type MaskedCount =
  | { readonly kind: 'exact'; readonly value: number }
  | { readonly kind: 'fewer-than'; readonly threshold: number }
  /** Withheld for its own sake or for another's, which is not told: see `hide-small-cells.ts`. */
  | { readonly kind: 'withheld' };

/** In: a whole number ≥ 0 and the threshold (3–10). Out: 0 and numbers from the threshold as they are; those between masked. */
export const maskCount = (value: number, threshold: number): MaskedCount =>
  value > 0 && value < threshold ? { kind: 'fewer-than', threshold } : { kind: 'exact', value };

/** What others than the owner may see of a goal. */
export type SharedFigure =
  | { readonly kind: 'open'; readonly progress: GoalProgress }
  | { readonly kind: 'reached' }
  | { readonly kind: 'not-yet-reached' };

/**
 * In: a goal and its progress. Out: the whole progress, or for a goal about people only whether it is reached:
 * no number, no bar and no trend, since weekly steps of one would tell of single persons.
 */
export function shareFigure(goal: Goal, progress: GoalProgress): SharedFigure {
  if (!goal.personRelated) return { kind: 'open', progress };
  return { kind: progress.status === 'met' ? 'reached' : 'not-yet-reached' };
}
