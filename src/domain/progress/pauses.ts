import { type Day, toDayNumber } from '#domain/calendar/day.ts';
import type { Deviation } from '#domain/records/deviation.ts';
import type { Goal } from '#domain/records/goal.ts';

/** Days taken out of pace: inclusive, in order, not overlapping. */
export type PausedDays = readonly { readonly from: Day; readonly to: Day }[];

/**
 * The days on which a goal rests: pausing deviations of the goal, of an activity that feeds it, of its focus areas or of
 * the promise. One without an end has lasted until `asOf`, and nobody knows for how long more.
 * In: the goal, the promise's deviations, the day. Out: merged ranges of days.
 */
export function findPauses(goal: Goal, deviations: readonly Deviation[], asOf: Day): PausedDays {
  const ids = new Set([goal.id, goal.promiseId, ...goal.focusAreaIds, ...goal.feeds.map((feed) => feed.activityId)]);
  const ranges = deviations
    .filter((deviation) => deviation.pausesPace && deviation.deletedAt === undefined)
    .filter((deviation) => deviation.refs.some((ref) => ids.has(ref.id)))
    .map((deviation) => ({ from: deviation.from, to: deviation.to ?? asOf }))
    .filter((range) => range.from <= range.to)
    .toSorted((left, right) => (left.from < right.from ? -1 : 1));
  return mergeRanges(ranges);
}

function mergeRanges(ranges: PausedDays): PausedDays {
  const merged: { from: Day; to: Day }[] = [];
  for (const range of ranges) {
    const last = merged.at(-1);
    if (last && range.from <= last.to) last.to = range.to > last.to ? range.to : last.to;
    else merged.push({ ...range });
  }
  return merged;
}

/** In: paused days and a day. Out: whether the day is paused. */
export const isPaused = (pauses: PausedDays, day: Day): boolean =>
  pauses.some((range) => range.from <= day && day <= range.to);

/** In: paused days and two inclusive days. Out: how many days between them are paused. */
export function countPausedDays(pauses: PausedDays, from: Day, to: Day): number {
  let days = 0;
  for (const range of pauses) {
    const first = range.from > from ? range.from : from;
    const last = range.to < to ? range.to : to;
    if (first <= last) days += toDayNumber(last) - toDayNumber(first) + 1;
  }
  return days;
}
