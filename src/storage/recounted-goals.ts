/** Which goals cannot be moved log by log, because something else than their logs decides otherwise now. */
import type { CountingContext } from '#domain/progress/contribution.ts';
import type { TableName } from '#domain/records/tables.ts';
import type { Counting } from './counting.ts';

/** Fields that decide what counts for a goal, in the goal, its promise and the activities that feed it. */
export const countingFields: Readonly<Partial<Record<TableName, ReadonlySet<string>>>> = {
  goals: new Set(['feeds', 'target', 'versions', 'additionalOnly']),
  promises: new Set(['period', 'signedOn', 'terms']),
  activities: new Set(['measures']),
};

/**
 * Goals by promise: new ones, those that count otherwise now, those of another period, and those whose activity counts
 * other measures. In: what counts now, and the ids of rows in which a counting field changed.
 */
export function listRecountedGoals(
  countings: ReadonlyMap<string, Counting | undefined>,
  touched: ReadonlySet<string>,
): ReadonlyMap<string, ReadonlySet<string>> {
  const isTouched = ({ goal }: CountingContext) =>
    [goal.promiseId, goal.id, ...goal.feeds.map((feed) => feed.activityId)].some((id) => touched.has(id));
  return new Map(
    Array.from(countings, ([promiseId, counting]) => [
      promiseId,
      new Set(counting?.contexts.filter(isTouched).map(({ goal }) => goal.id)),
    ]),
  );
}
