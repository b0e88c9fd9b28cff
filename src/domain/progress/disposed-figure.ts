/** Of which goals a figure can no longer be shown, since what it was counted from was disposed of (guard P7). */
import type { Assessment } from '#domain/records/assessment.ts';
import type { CitizenPromise } from '#domain/records/citizen-promise.ts';
import type { Goal } from '#domain/records/goal.ts';
import type { Measurement } from '#domain/records/measurement.ts';
import type { RetentionKind } from '#domain/records/retention.ts';
import type { TargetKind } from '#domain/records/target.ts';
import type { DisposedOn } from './goal-progress.ts';
import type { Tally } from './tally.ts';

export interface FigureSources {
  readonly goal: Goal;
  readonly promise: Pick<CitizenPromise, 'retention'>;
  readonly kind: TargetKind;
  readonly tally: Tally;
  readonly measurements: readonly Measurement[];
  readonly assessments: readonly Assessment[];
}

/**
 * In: a goal with everything that its figure is made of. Out: the latest disposal that took it; undefined while anything is
 * left to count, which then is what the figure says.
 */
export function findDisposed(sources: FigureSources): DisposedOn | undefined {
  if (hasSources(sources)) return undefined;
  const wanted = toRecordKind(sources.kind);
  const order = sources.promise.retention?.orders.findLast(
    ({ approved, counts }) => approved !== undefined && counts.some(({ kind, count }) => kind === wanted && count > 0),
  );
  return order?.approved && { on: order.approved.on, decision: order.decision };
}

/** What the figure of such a goal rests on. */
const toRecordKind = (kind: TargetKind): RetentionKind => {
  if (kind === 'series') return 'measurements';
  return kind === 'judged' ? 'judgements' : 'logs';
};

function hasSources({ goal, kind, tally, measurements, assessments }: FigureSources): boolean {
  if (kind === 'series') return measurements.some(({ goalId }) => goalId === goal.id);
  if (kind === 'judged') return assessments.some(({ ref }) => ref.id === goal.id);
  return Object.values(tally).some((count) => count !== 0);
}
