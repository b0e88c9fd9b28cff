/** A calendar day in Stockholm as `YYYY-MM-DD`. Days are text: they have no time zone and sort as they read. */
export type Day = string;

const pattern = /^(\d{4})-(\d{2})-(\d{2})$/;
const millisecondsPerDay = 86_400_000;

/**
 * Whether a text is a day that exists.
 * In: any text. Out: true for `2026-02-28`, false for `2026-02-30` and for other shapes.
 */
export function isDay(text: string): text is Day {
  const parts = pattern.exec(text);
  return parts !== null && toDay(toDayNumber(text)) === text;
}

/**
 * Days since 1970-01-01, so that days can be counted by subtraction whatever daylight saving does.
 * In: a valid day. Out: a whole number, negative before 1970. `NaN` for text that is not a day.
 */
export function toDayNumber(day: Day): number {
  const [, year, month, date] = pattern.exec(day) ?? [];
  return Date.UTC(Number(year), Number(month) - 1, Number(date)) / millisecondsPerDay;
}

/** The day of a day number: the inverse of {@link toDayNumber}. In: a whole number. Out: a day. */
export function toDay(dayNumber: number): Day {
  const date = new Date(dayNumber * millisecondsPerDay);
  return Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10);
}

/** The day so many days later (or earlier, when negative). In: a valid day, whole days. Out: a day. */
export const addDays = (day: Day, days: number): Day => toDay(toDayNumber(day) + days);

/** Days from the first through the last, both counted: 2026-01-01 to 2026-01-01 is 1. Negative or 0 when reversed. */
export const countDays = (first: Day, last: Day): number => toDayNumber(last) - toDayNumber(first) + 1;

/** Order of days for sorting: negative, 0 or positive. */
export function compareDays(left: Day, right: Day): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
