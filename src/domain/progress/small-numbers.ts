/** Small numbers about people, outside the owner's own view (model section 4): 1–4 becomes "färre än 5", and no progress bar. */
import type { Goal } from '#domain/records/goal.ts';
import type { GoalProgress } from './goal-progress.ts';

export type MaskedCount =
  | { readonly kind: 'exact'; readonly value: number }
  | { readonly kind: 'fewer-than'; readonly threshold: number }
  /** Withheld because the total of the cells would give a masked one away. */
  | { readonly kind: 'withheld' };

/** In: a whole number ≥ 0 and the threshold (3–10). Out: 0 and numbers from the threshold as they are; those between masked. */
export const maskCount = (value: number, threshold: number): MaskedCount =>
  value > 0 && value < threshold ? { kind: 'fewer-than', threshold } : { kind: 'exact', value };

/**
 * The cells of one total. As long as the total would give a masked cell away by subtraction, the smallest other cell is
 * withheld too.
 * In: the counts whose sum is printed beside them, and the threshold. Out: one masked count per cell, in order.
 */
export function maskCells(values: readonly number[], threshold: number): readonly MaskedCount[] {
  const cells = values.map((value) => maskCount(value, threshold));
  while (isGivenAway(values, cells, threshold)) {
    const next = findSmallestShown(values, cells);
    if (next === -1) break;
    cells[next] = { kind: 'withheld' };
  }
  return cells;
}

/**
 * Whether the sum of the hidden cells leaves one possibility only. A masked cell is 1 to threshold − 1 and a withheld one
 * at least the threshold, and everybody knows that.
 */
function isGivenAway(values: readonly number[], cells: readonly MaskedCount[], threshold: number): boolean {
  const masked = cells.filter((cell) => cell.kind === 'fewer-than').length;
  const withheld = cells.filter((cell) => cell.kind === 'withheld').length;
  if (masked === 0) return false;
  if (masked + withheld === 1) return true;
  const sum = values.reduce((total, value, index) => total + (cells[index]?.kind === 'exact' ? 0 : value), 0);
  if (sum <= masked + withheld * threshold) return true;
  return withheld === 0 && sum === masked * (threshold - 1);
}

/** A cell of 0 hides nothing behind it, so it is taken when nothing else is left. */
function findSmallestShown(values: readonly number[], cells: readonly MaskedCount[]): number {
  const shown = [...values.keys()].filter((index) => cells[index]?.kind === 'exact');
  const rank = (index: number): number => values[index] || Number.POSITIVE_INFINITY;
  return shown.toSorted((left, right) => rank(left) - rank(right))[0] ?? -1;
}

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
