import type { Day } from '#domain/calendar/day.ts';

/** Month and date, `03-18`: a day of the sample year whatever year that is. */
export type MonthDay = `${number}-${number}`;

/** The sample year seen from one day in it. */
export interface SampleCalendar {
  readonly year: number;
  readonly today: Day;
  /** The day in the sample year, or in the year before or after it. */
  readonly on: (monthDay: MonthDay, yearsLater?: number) => Day;
  /** Whether the day has come: nothing that lies ahead is told as if it had happened. */
  readonly hasCome: (monthDay: MonthDay) => boolean;
}

/** In: today. Out: the calendar of today's year. */
export function createSampleCalendar(today: Day): SampleCalendar {
  const year = Number(today.slice(0, 4));
  const on = (monthDay: MonthDay, yearsLater = 0): Day => `${year + yearsLater}-${monthDay}`;
  return { year, today, on, hasCome: (monthDay) => on(monthDay) <= today };
}
