import { addDays, type Day, isDay } from './day.ts';

/** Two inclusive days. */
export interface Period {
  readonly from: Day;
  readonly to: Day;
}

/** The period as a promise states it: two dates, or so many months from the day of signing, or without an end. */
export interface StatedPeriod {
  readonly from?: Day | undefined;
  readonly to?: Day | undefined;
  readonly months?: number | undefined;
  readonly fromSigning?: boolean | undefined;
  readonly openEnd?: boolean | undefined;
  readonly basis: string;
}

/**
 * The two dates that a stated period means, or undefined while the text leaves one unknown
 * (not yet signed, or no end): nothing is invented.
 * In: the stated period and the day of signing, if known. Out: an inclusive period.
 * One year from 2023-05-10 ends 2024-05-09: the last day is the one before the anniversary.
 */
export function toPeriod(stated: StatedPeriod, signedOn?: Day): Period | undefined {
  const from = stated.fromSigning ? signedOn : stated.from;
  if (!from || !isDay(from)) return undefined;
  if (stated.openEnd) return undefined;
  if (stated.months) return { from, to: addDays(addMonths(from, stated.months), -1) };
  return stated.to && isDay(stated.to) ? { from, to: stated.to } : undefined;
}

/**
 * The same date so many months later, the last of the month where that date does not exist
 * (31 January + 1 month = 28 or 29 February).
 * In: a valid day, whole months. Out: a day.
 */
export function addMonths(day: Day, months: number): Day {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const lastDate = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  return new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth(), Math.min(date, lastDate)))
    .toISOString()
    .slice(0, 10);
}
