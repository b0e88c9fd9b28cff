import type { StandingLog } from '#domain/progress/contribution.ts';

/** A row that was withdrawn or restored while one looked: it stays where it was, under the key it had. */
export interface ChangedRow {
  readonly key: string;
  readonly log: StandingLog;
  /** The entries that stood here before. */
  readonly replaced: readonly string[];
}

export interface PlacedRow {
  readonly key: string;
  readonly log: StandingLog;
}

/**
 * The rows of the list with those that were changed in it, in their places.
 * In: what was found, and what has been changed here. Out: each work once, the latest day first.
 */
export function placeRows(found: readonly StandingLog[], changed: readonly ChangedRow[]): readonly PlacedRow[] {
  const known = new Set(changed.flatMap((row) => [row.log.id, ...row.replaced]));
  const rows = found.filter((log) => !known.has(log.id)).map((log) => ({ key: log.id, log }));
  return [...rows, ...changed].sort(latestFirst);
}

/** In: the rows changed so far, the entry that stood and the one that took its place. Out: with this change. */
export function noteChange(
  changed: readonly ChangedRow[],
  before: StandingLog,
  after: StandingLog,
): readonly ChangedRow[] {
  const earlier = changed.find((row) => row.log.id === before.id);
  const row = { key: earlier?.key ?? before.id, log: after, replaced: [...(earlier?.replaced ?? []), before.id] };
  return [...changed.filter((other) => other !== earlier), row];
}

function latestFirst(left: PlacedRow, right: PlacedRow): number {
  if (left.log.date !== right.log.date) return left.log.date < right.log.date ? 1 : -1;
  return left.key < right.key ? 1 : -1;
}
