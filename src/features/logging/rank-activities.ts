/** Which activity a person most likely logs now, so that the usual log is one tap (screens 3). */
import { type Day, toDayNumber } from '#domain/calendar/day.ts';
import type { Activity } from '#domain/records/activity.ts';
import type { ProgressLog } from '#domain/records/progress-log.ts';

/** As many as a thumb can look through without scrolling past the save button. */
export const mostCards = 6;
/** What was usual two months ago weighs half: people's weeks change with the seasons. */
const halfLifeInDays = 56;
const hoursAround = 1;

export type PastLog = Pick<ProgressLog, 'activityIds' | 'createdAt' | 'state'>;

interface Habit {
  readonly likelihood: number;
  readonly latest: string;
}

/**
 * Orders the activities: most likely at this weekday and hour, then most recently logged, then pinned, then as signed.
 * In: activities, logs in any order, pinned ids, and the author's instant with offset. Out: the same activities, reordered.
 */
export function rankActivities(
  activities: readonly Activity[],
  logs: readonly PastLog[],
  pinned: readonly string[],
  now: string,
): readonly Activity[] {
  const habits = readHabits(logs, now);
  const none: Habit = { likelihood: 0, latest: '' };
  const pin = (activity: Activity) => (pinned.includes(activity.id) ? 0 : 1);
  return [...activities].sort((left, right) => {
    const a = habits.get(left.id) ?? none;
    const b = habits.get(right.id) ?? none;
    if (a.likelihood !== b.likelihood) return b.likelihood - a.likelihood;
    if (a.latest !== b.latest) return a.latest > b.latest ? -1 : 1;
    return pin(left) - pin(right) || left.order - right.order || (left.id < right.id ? -1 : 1);
  });
}

/** The cards to show: the first ones, with the preselected among them wherever it was ranked. */
export function pickCards(ranked: readonly Activity[], selectedId: string | undefined): readonly Activity[] {
  const first = ranked.slice(0, mostCards);
  const selected = ranked.find((activity) => activity.id === selectedId);
  if (!selected || first.includes(selected)) return first;
  return [...first.slice(0, mostCards - 1), selected];
}

function readHabits(logs: readonly PastLog[], now: string): ReadonlyMap<string, Habit> {
  const moment = readMoment(now);
  const weights = new Map<string, { parts: number[]; latest: string }>();
  for (const log of logs) {
    if (log.state !== 'done') continue;
    const past = readMoment(log.createdAt);
    const isSameTime = past.weekday === moment.weekday && Math.abs(past.hour - moment.hour) <= hoursAround;
    const weight = isSameTime ? 0.5 ** (Math.max(0, moment.dayNumber - past.dayNumber) / halfLifeInDays) : 0;
    for (const id of log.activityIds) {
      const habit = weights.get(id) ?? { parts: [], latest: '' };
      if (weight > 0) habit.parts.push(weight);
      if (log.createdAt > habit.latest) habit.latest = log.createdAt;
      weights.set(id, habit);
    }
  }
  return new Map(Array.from(weights, ([id, { parts, latest }]) => [id, { likelihood: sum(parts), latest }]));
}

/** Smallest first, so that the order in which the logs came cannot change the last bit of the sum. */
const sum = (parts: number[]) => parts.sort((a, b) => a - b).reduce((total, part) => total + part, 0);

/** The wall clock of the author: the first characters of the instant, whatever the offset. */
function readMoment(instant: string) {
  const day: Day = instant.slice(0, 10);
  const dayNumber = toDayNumber(day);
  return { dayNumber, weekday: (dayNumber + 3) % 7, hour: Number(instant.slice(11, 13)) };
}
