import { addDays, type Day } from '#domain/calendar/day.ts';
import { addMonths } from '#domain/calendar/period.ts';

/** A quarter of the calendar. */
export interface Quarter {
  /** As `2026-3`. */
  readonly key: string;
  readonly year: number;
  readonly number: number;
  readonly from: Day;
  /** The last day of it. */
  readonly to: Day;
}

/** In: a day, and how many. Out: the quarter that the day belongs to and those before it, the latest first. */
export function listQuarters(today: Day, count: number): readonly Quarter[] {
  const month = Math.floor((Number(today.slice(5, 7)) - 1) / 3) * 3 + 1;
  const current = `${today.slice(0, 4)}-${String(month).padStart(2, '0')}-01`;
  return Array.from({ length: count }, (_, before) => toQuarter(addMonths(current, -3 * before)));
}

function toQuarter(from: Day): Quarter {
  const [year, number] = [Number(from.slice(0, 4)), Math.ceil(Number(from.slice(5, 7)) / 3)];
  return { key: `${year}-${number}`, year, number, from, to: addDays(addMonths(from, 3), -1) };
}
