import { type Day, toDay, toDayNumber } from '#domain/calendar/day.ts';

export interface IsoWeek {
  /** The year the week belongs to, which its Thursday decides: 2027-01-01 is in week 53 of 2026. */
  readonly year: number;
  readonly week: number;
}

/** In: a valid day. Out: 1 (Monday) to 7 (Sunday). Day number 0 was a Thursday. */
export const weekday = (day: Day): number => weekdayOfNumber(toDayNumber(day));

/** In: a valid day. Out: its ISO 8601 week. */
export function isoWeek(day: Day): IsoWeek {
  const number = toDayNumber(day);
  const thursday = number + 4 - weekdayOfNumber(number);
  const year = Number(toDay(thursday).slice(0, 4));
  return { year, week: Math.floor((thursday - toDayNumber(`${year}-01-01`)) / 7) + 1 };
}

/** In: a valid day. Out: the Monday of its week. */
export function mondayOf(day: Day): Day {
  const number = toDayNumber(day);
  return toDay(number + 1 - weekdayOfNumber(number));
}

const weekdayOfNumber = (number: number): number => ((((number + 3) % 7) + 7) % 7) + 1;
