/** What has been done in one activity, whichever goals it feeds: week by week, and in whole. */
import type { Day } from '#domain/calendar/day.ts';
import type { Period } from '#domain/calendar/period.ts';
import { createUnitKeys, readUnits } from '#domain/calendar/unit-keys.ts';
import type { Activity } from '#domain/records/activity.ts';
import type { CitizenPromise } from '#domain/records/citizen-promise.ts';
import type { Deviation } from '#domain/records/deviation.ts';
import type { StandingLog } from './contribution.ts';
import { findBounds } from './counting-plan.ts';
import { isPaused, type PausedDays } from './pauses.ts';
import { readAmount } from './read-amounts.ts';

/** One ISO week of an activity, cut to the span that was asked for. */
export interface ActivityWeek {
  readonly key: string;
  readonly from: Day;
  readonly to: Day;
  /** Occasions done. */
  readonly done: number;
  /** Occasions that were planned and have not become anything. */
  readonly planned: number;
  readonly state: 'past' | 'running' | 'coming';
  /** All its days are paused. */
  readonly paused: boolean;
}

export interface ActivityInput {
  readonly activity: Pick<Activity, 'id' | 'measures'>;
  /** Standing logs of the activity; those replaced or withdrawn are ignored. */
  readonly logs: Iterable<StandingLog>;
  readonly asOf: Day;
}

/**
 * The days a rhythm is shown for: the promise's period, and for one without an end until today.
 * In: a promise and the day. Out: an inclusive period, or undefined while there is no start or it lies ahead.
 */
export function findWorkSpan(promise: CitizenPromise, asOf: Day): Period | undefined {
  const { from, to } = findBounds(promise);
  const last = to ?? asOf;
  return from !== undefined && from <= last ? { from, to: last } : undefined;
}

/** In: an activity with its logs, the span, the days that rest. Out: every week of the span, in order. Logs outside it are not counted. */
export function countWeeks(input: ActivityInput, span: Period, pauses: PausedDays = []): readonly ActivityWeek[] {
  const keyOf = createUnitKeys('week', span.from);
  const done = new Map<string, number>();
  const planned = new Map<string, number>();
  for (const log of input.logs) {
    if (!isStanding(log) || log.date < span.from || log.date > span.to) continue;
    const counts = { done, planned, cancelled: planned, 'nothing-to-report': undefined }[log.state];
    const key = keyOf(log.date);
    if (counts && key !== undefined) counts.set(key, (counts.get(key) ?? 0) + readOccasions(input.activity, log));
  }
  return readUnits(span, 'week').map(({ key, from, to }) => ({
    key,
    from,
    to,
    done: done.get(key) ?? 0,
    planned: planned.get(key) ?? 0,
    state: findState(from, to, input.asOf),
    paused: isPaused(pauses, from) && isPaused(pauses, to),
  }));
}

/** In: an activity, its promise's deviations and the day. Out: the days on which work on it rests. */
export const findActivityPauses = (
  { id, promiseId }: Pick<Activity, 'id' | 'promiseId'>,
  deviations: readonly Deviation[],
  asOf: Day,
): PausedDays =>
  deviations
    .filter(
      ({ pausesPace, deletedAt, refs }) =>
        pausesPace && !deletedAt && refs.some((ref) => ref.id === id || ref.id === promiseId),
    )
    .map(({ from, to }) => ({ from, to: to ?? asOf }));

export interface MeasureSum {
  readonly measureId: string;
  readonly name: string;
  readonly unit: string;
  readonly personRelated: boolean;
  /** Undefined when no log has reported it: nothing known is not 0. */
  readonly sum: number | undefined;
}

/** In: an activity with its logs. Out: each measure's sum over the logs that are done by `asOf`. */
export function sumMeasures({ activity, logs, asOf }: ActivityInput): readonly MeasureSum[] {
  const done = [...logs].filter((log) => isStanding(log) && log.state === 'done' && log.date <= asOf);
  return activity.measures.map(({ id, name, unit, personRelated }, index) => {
    const feed = { activityId: activity.id, measureId: id, role: undefined, occasions: index === 0 };
    const amounts = done.flatMap((log) => readAmount([feed], log) ?? []);
    const sum = amounts.length === 0 ? undefined : amounts.reduce((total, amount) => total + amount, 0);
    return { measureId: id, name, unit, personRelated, sum };
  });
}

function readOccasions({ id, measures: [first] }: ActivityInput['activity'], log: StandingLog): number {
  return readAmount([{ activityId: id, measureId: first?.id ?? '', role: undefined, occasions: true }], log) ?? 0;
}

const isStanding = (log: StandingLog): boolean => log.replacedBy === undefined && !log.withdrawn;

function findState(from: Day, to: Day, asOf: Day): ActivityWeek['state'] {
  if (to < asOf) return 'past';
  return from > asOf ? 'coming' : 'running';
}
