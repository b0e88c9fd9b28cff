import { addDays, type Day, toDayNumber } from '#domain/calendar/day.ts';
import type { MonthDay, SampleCalendar } from './sample-calendar.ts';
import { pickOne, type Random } from './seeded-random.ts';
import type { WorkDescription } from './work-description.ts';

export interface WeeklyWork {
  /** Times in each week, from the first whole week of the year and round again. */
  readonly timesPerWeek: readonly number[];
  /** 0 is Monday. */
  readonly weekdays: readonly [number, ...number[]];
  /** Spans in which there is none, both days included. */
  readonly rests?: readonly (readonly [MonthDay, MonthDay])[];
  readonly describe: (random: Random, day: Day, index: number) => WorkDescription;
}

/**
 * The days of work that returns every week, with what was done on each.
 * In: the rhythm, the calendar and a source of chance. Out: the work of the whole year, whatever day it is today,
 * so that the story does not change as the year goes by.
 */
export function planWeeklyWork(
  weekly: WeeklyWork,
  calendar: SampleCalendar,
  random: Random,
): readonly WorkDescription[] {
  const works: WorkDescription[] = [];
  const first = findFirstMonday(calendar.on('01-01'));
  for (let week = 0; week < 52; week += 1) {
    const times = weekly.timesPerWeek[week % weekly.timesPerWeek.length] ?? 0;
    for (let time = 0; time < times; time += 1) {
      const day = addDays(first, week * 7 + pickOne(random, weekly.weekdays));
      const work = weekly.describe(random, day, works.length);
      if (day <= calendar.on('12-31') && !isRest(weekly, calendar, day)) works.push(work);
    }
  }
  return works;
}

/** Day number 0, 1 January 1970, was a Thursday. */
const weekdayOf = (day: Day): number => (((toDayNumber(day) + 3) % 7) + 7) % 7;

const findFirstMonday = (day: Day): Day => addDays(day, (7 - weekdayOf(day)) % 7);

const isRest = ({ rests = [] }: WeeklyWork, calendar: SampleCalendar, day: Day): boolean =>
  rests.some(([from, to]) => calendar.on(from) <= day && day <= calendar.on(to));
