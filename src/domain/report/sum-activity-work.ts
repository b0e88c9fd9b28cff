import type { Day } from '#domain/calendar/day.ts';
import type { StandingLog } from '#domain/progress/contribution.ts';
import { findBounds } from '#domain/progress/counting-plan.ts';
import { readAmount } from '#domain/progress/read-amounts.ts';
import type { Activity } from '#domain/records/activity.ts';
import type { CitizenPromise } from '#domain/records/citizen-promise.ts';
import type { ActivityWork } from './report-input.ts';

export interface WorkInput {
  readonly promise: CitizenPromise;
  readonly activities: readonly Pick<Activity, 'id' | 'measures'>[];
  /** Logs of the promise as storage has them, in any order; planned, corrected and withdrawn ones do no harm. */
  readonly logs: Iterable<StandingLog>;
  readonly asOf: Day;
}

interface Sums {
  done: number;
  late: number;
  readonly byMonth: Map<string, number>;
  readonly byOutcomes: Map<string, number>;
}

/**
 * What was done in each activity, in one pass over the logs. A log of two activities counts in both.
 * In: the promise with its activities and logs. Out: one entry per activity, in their order. Only done work inside the
 * promise's days and no later than `asOf` is counted; what was reported after a seal is counted apart.
 */
export function sumActivityWork({ promise, activities, logs, asOf }: WorkInput): readonly ActivityWork[] {
  const { from, to } = findBounds(promise);
  const sums = new Map<string, Sums>(activities.map(({ id }) => [id, emptySums()]));
  const firstMeasure = new Map(activities.map(({ id, measures: [first] }) => [id, first?.id ?? '']));
  for (const log of logs) {
    if (log.replacedBy !== undefined || log.withdrawn || log.state !== 'done' || log.review === 'returned') continue;
    if (log.date > asOf || (from !== undefined && log.date < from) || (to !== undefined && log.date > to)) continue;
    for (const activityId of new Set(log.activityIds)) {
      const sum = sums.get(activityId);
      if (sum) addLog(sum, log, readOccasions(log, activityId, firstMeasure.get(activityId) ?? ''));
    }
  }
  return activities.map(({ id }) => toWork(id, sums.get(id) ?? emptySums()));
}

const emptySums = (): Sums => ({ done: 0, late: 0, byMonth: new Map(), byOutcomes: new Map() });

const readOccasions = (log: StandingLog, activityId: string, measureId: string): number =>
  readAmount([{ activityId, measureId, role: undefined, occasions: true }], log) ?? 0;

function addLog(sum: Sums, log: StandingLog, occasions: number): void {
  if (log.lateReported) {
    sum.late += occasions;
    return;
  }
  sum.done += occasions;
  add(sum.byMonth, log.date.slice(0, 7), occasions);
  for (const { name, count } of log.byOutcomes) add(sum.byOutcomes, name.trim(), count);
}

const add = (map: Map<string, number>, key: string, amount: number): void => {
  map.set(key, (map.get(key) ?? 0) + amount);
};

const toWork = (activityId: string, { done, late, byMonth, byOutcomes }: Sums): ActivityWork => ({
  activityId,
  done,
  lateReported: late,
  byMonth: [...byMonth]
    .map(([month, count]) => ({ month, done: count }))
    .toSorted((left, right) => (left.month < right.month ? -1 : 1)),
  byOutcomes: [...byOutcomes].map(([name, count]) => ({ name, count })),
});
