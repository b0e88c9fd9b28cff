import { type Day, isDay, toDay, toDayNumber } from '#domain/calendar/day.ts';
import { toStockholmDay } from '#domain/calendar/stockholm-day.ts';
import { type Cell, readText } from './cell.ts';
import { monthStarts, weekdayPattern, weekPattern } from './cell-words.ts';

/** Which number comes first in 3/4: the day as in Sweden, or the month as in files from the United States. */
export type DayOrder = 'day-first' | 'month-first';

export interface DayContext {
  readonly order: DayOrder;
  /** The promise's days, as far as they are known: a day without a year belongs to the only year that fits. */
  readonly from?: Day | undefined;
  readonly to?: Day | undefined;
}

export type DayIssue = 'date-missing' | 'not-a-day' | 'year-missing' | 'week-not-day';
export type ReadDay =
  | { readonly kind: 'day'; readonly day: Day }
  | { readonly kind: 'unread'; readonly code: DayIssue };

/** Days that spreadsheets count: 1 is 1 January 1900, and 1900 is held to be a leap year. */
const spreadsheetStart = toDayNumber('1899-12-30');
/** 1955 to 2119: smaller and larger numbers are no dates of a promise. */
const [firstSerial, lastSerial] = [20_000, 80_000];

const found = (day: Day): ReadDay => (isDay(day) ? { kind: 'day', day } : { kind: 'unread', code: 'not-a-day' });
const unread = (code: DayIssue): ReadDay => ({ kind: 'unread', code });

/**
 * Reads a day in the ways it is written in Sweden: 2026-03-31, 20260331, 260331, 31/3 2026, 31.3.26, 31 mars, with a
 * weekday before it or a time after it, and as a spreadsheet's own number.
 * In: a cell, which number comes first, and the promise's days. Out: the day, or why there is none. Nothing is guessed:
 * a day without a year is read only when one year alone fits.
 */
export function readDay(cell: Cell | undefined, context: DayContext): ReadDay {
  if (typeof cell === 'object') return found(cell.day);
  if (typeof cell === 'number') return readSerial(cell);
  const text = readText(cell);
  if (text === '') return unread('date-missing');
  if (weekPattern.test(text)) return unread('week-not-day');
  if (/^\d{4}-\d{2}-\d{2}T[\d:.]+(?:Z|[+-]\d{2}:?\d{2})$/u.test(text)) return readInstant(text);
  const bare = text
    .replace(weekdayPattern, '')
    .replace(/[\sT,]+(?:kl\.?\s*)?\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:[-–].*)?$/u, '');
  return (
    readCompact(bare) ??
    readYearFirst(bare) ??
    readNumbers(bare, context) ??
    readNamed(bare, context) ??
    unread('not-a-day')
  );
}

function readSerial(value: number): ReadDay {
  if (value >= firstSerial && value < lastSerial) return found(toDay(spreadsheetStart + Math.floor(value)));
  return readCompact(String(value)) ?? unread('not-a-day');
}

function readInstant(text: string): ReadDay {
  try {
    return found(toStockholmDay(text));
  } catch {
    return unread('not-a-day');
  }
}

function readCompact(text: string): ReadDay | undefined {
  const match = /^(\d{4}|\d{2})(\d{2})(\d{2})$/u.exec(text);
  return match ? toFound(match[1], match[2], match[3]) : undefined;
}

function readYearFirst(text: string): ReadDay | undefined {
  const match = /^(\d{4})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{1,2})$/u.exec(text);
  return match ? toFound(match[1], match[2], match[3]) : undefined;
}

function readNumbers(text: string, context: DayContext): ReadDay | undefined {
  const match = /^(\d{1,2})\s*[-/.]\s*(\d{1,2})(?:(?:\s*[-/.]\s*|\s+)(\d{4}|\d{2}))?\.?$/u.exec(text);
  if (!match) return undefined;
  const [, first, second, year] = match;
  const [date, month] = context.order === 'day-first' ? [first, second] : [second, first];
  return year === undefined ? findYear(month, date, context) : toFound(year, month, date);
}

function readNamed(text: string, context: DayContext): ReadDay | undefined {
  const dayFirst = /^(\d{1,2})(?::?e|\.|:a|st|nd|rd|th)?[\s-]*(\p{L}{3,})\.?,?[\s-]*(\d{4}|\d{2})?$/u.exec(text);
  const monthFirst = /^(\p{L}{3,})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?(?:\s+(\d{4}))?$/u.exec(text);
  const [date, name, year] = dayFirst
    ? [dayFirst[1], dayFirst[2], dayFirst[3]]
    : [monthFirst?.[2], monthFirst?.[1], monthFirst?.[3]];
  if (name === undefined) return undefined;
  const month = monthStarts.findIndex((starts) => starts.includes(name.slice(0, 3).toLowerCase())) + 1;
  if (month === 0) return undefined;
  return year === undefined ? findYear(String(month), date, context) : toFound(year, String(month), date);
}

/** The only year of the promise in which the day lies. An open end, or two years that fit, leave it open. */
function findYear(month: string | undefined, date: string | undefined, { from, to }: DayContext): ReadDay {
  if (from === undefined || to === undefined) return unread('year-missing');
  const years = Array.from({ length: Number(to.slice(0, 4)) - Number(from.slice(0, 4)) + 1 }, (_, index) =>
    String(Number(from.slice(0, 4)) + index),
  );
  const days = years.flatMap((year) => {
    const read = toFound(year, month, date);
    return read.kind === 'day' && from <= read.day && read.day <= to ? [read.day] : [];
  });
  const [only, ...more] = days;
  return only !== undefined && more.length === 0 ? found(only) : unread('year-missing');
}

const toFound = (year = '', month = '', date = ''): ReadDay =>
  found(`${year.length === 2 ? `20${year}` : year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`);

/**
 * Which number comes first in a column of days.
 * In: its cells. Out: `month-first` only where some day can be read in no other way and none the other way round;
 * `sure` is false where both orders fit every cell.
 */
export function findDayOrder(cells: Iterable<Cell>): { readonly order: DayOrder; readonly sure: boolean } {
  let [dayFirst, monthFirst, open] = [0, 0, 0];
  for (const cell of cells) {
    const match = /^(\d{1,2})\s*[-/.]\s*(\d{1,2})(?:\D|$)/u.exec(readText(cell));
    if (!match) continue;
    const [first, second] = [Number(match[1]), Number(match[2])];
    if (first > 12 && second <= 12) dayFirst += 1;
    else if (second > 12 && first <= 12) monthFirst += 1;
    else if (first !== second) open += 1;
  }
  const order = monthFirst > 0 && dayFirst === 0 ? 'month-first' : 'day-first';
  return { order, sure: open === 0 || dayFirst + monthFirst > 0 };
}
