import type { Day } from '#domain/calendar/day.ts';
import { toPeriod } from '#domain/calendar/period.ts';
import type { Activity } from '#domain/records/activity.ts';
import type { CitizenPromise } from '#domain/records/citizen-promise.ts';
import type { ActivityWork, ReportGoal, ReportInput } from './report-input.ts';

/** One promised thing: an activity with what was done in it, or a goal with its figures. */
export type PromisedItem =
  | { readonly kind: 'activity'; readonly activity: Activity; readonly work: ActivityWork | undefined }
  | ({ readonly kind: 'goal' } & ReportGoal);

/**
 * Everything that was promised, in the order of the signed text; an activity before a goal in the same place.
 * In: activities, goals and work in any order, removed ones among them. Out: every one that is not removed, once.
 */
export function listPromisedItems({
  activities,
  goals,
  work,
}: Pick<ReportInput, 'activities' | 'goals' | 'work'>): readonly PromisedItem[] {
  const workOf = new Map(work.map((one) => [one.activityId, one]));
  const promised: readonly PromisedItem[] = [
    ...activities.map((activity) => ({ kind: 'activity' as const, activity, work: workOf.get(activity.id) })),
    ...goals.map((goal) => ({ kind: 'goal' as const, ...goal })),
  ];
  return promised
    .filter((item) => recordOf(item).deletedAt === undefined)
    .toSorted((left, right) => recordOf(left).order - recordOf(right).order);
}

/** In: a promised item. Out: its record: names, text and order are the same for both. */
export const recordOf = (item: PromisedItem) => (item.kind === 'activity' ? item.activity : item.goal);

/** In: a promise and a day. Out: whether its period was over before the day; false while its dates are not settled. */
export function isPeriodOver(promise: CitizenPromise, asOf: Day): boolean {
  const period = toPeriod(promise.period, promise.signedOn);
  return period !== undefined && asOf > period.to;
}
