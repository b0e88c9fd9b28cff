/** Days and ranges of days in all the ways that people write them in Swedish. */
import { addDays, type Day, isDay } from '#domain/calendar/day.ts';

const months = [
  'januari',
  'februari',
  'mars',
  'april',
  'maj',
  'juni',
  'juli',
  'augusti',
  'september',
  'oktober',
  'november',
  'december',
] as const;
const monthPattern =
  '(?:jan(?:uari)?|feb(?:ruari)?|mars?|apr(?:il)?|maj|juni?|juli?|aug(?:usti)?|sept?(?:ember)?|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const dayWords = [
  'första',
  'andra',
  'tredje',
  'fjärde',
  'femte',
  'sjätte',
  'sjunde',
  'åttonde',
  'nionde',
  'tionde',
  'elfte',
  'tolfte',
];

/** One day: its parts, of which the year may be missing. */
interface WrittenDay {
  readonly year?: number;
  readonly month: number;
  readonly day?: number;
}

export interface WrittenRange {
  readonly from?: Day;
  readonly to?: Day;
  readonly start: number;
  readonly end: number;
}

const iso = '(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})';
const slashed = '(\\d{1,2})/(\\d{1,2})(?:[- /]*(\\d{4}))?';
const written = `(?:den\\s+)?(\\d{1,2}|${dayWords.join('|')})(?::?[ae])?\\s+(${monthPattern})(?:\\s+(\\d{4}))?`;
const monthOnly = `(${monthPattern})(?:\\s+(?:månad\\s+)?(\\d{4}))?`;
const one = `(?:${iso}|${written}|${slashed}|${monthOnly})`;
const joins =
  '\\s*(?:[-–—]|till\\s+och\\s+med|t\\.?\\s?o\\.?\\s?m\\.?|tom|till|och|fram\\s+till)\\s*(?:och\\s+med\\s+)?(?:den\\s+)?';
const range = new RegExp(`(?<![A-Za-zÀ-ž\\d])${one}${joins}${one}(?![A-Za-zÀ-ž\\d])`, 'giu');
const single = new RegExp(`(?<![A-Za-zÀ-ž\\d])(?:${iso}|${written})(?![A-Za-zÀ-ž\\d])`, 'giu');
const groups = 11;

/** In: text. Out: ranges with two ends of which at least the last has a year; the first takes its year from the last. */
export function findDateRanges(text: string): WrittenRange[] {
  return [...text.matchAll(range)].flatMap((match) => {
    const first = toWrittenDay(match.slice(1, 1 + groups));
    const last = toWrittenDay(match.slice(1 + groups, 1 + 2 * groups));
    if (!first || last?.year === undefined) return [];
    const from = toDay({ ...first, year: first.year ?? last.year - (isAfter(first, last) ? 1 : 0) }, 'first');
    const to = toDay(last, 'last');
    return from && to && from < to ? [{ from, to, start: match.index, end: match.index + match[0].length }] : [];
  });
}

export interface WrittenDate {
  /** Absent where the text gives no year. */
  readonly day?: Day;
  readonly month: number;
  readonly dayOfMonth: number;
  readonly start: number;
  readonly end: number;
}

/** In: text. Out: single days with a day of the month, with or without a year. */
export function findDates(text: string): WrittenDate[] {
  return [...text.matchAll(single)].flatMap((match) => {
    const parts = toWrittenDay([...match.slice(1, 7), undefined, undefined, undefined, undefined, undefined]);
    if (parts?.day === undefined) return [];
    const day = parts.year === undefined ? undefined : toDay({ ...parts, year: parts.year }, 'first');
    const at = { month: parts.month, dayOfMonth: parts.day, start: match.index, end: match.index + match[0].length };
    return [{ ...at, ...(day && { day }) }];
  });
}

/** The last day of a month. */
const lastDay = (year: number, month: number): Day =>
  addDays(month === 12 ? toIso(year + 1, 1, 1) : toIso(year, month + 1, 1), -1);

function toWrittenDay(parts: readonly (string | undefined)[]): WrittenDay | undefined {
  const [isoYear, isoMonth, isoDay, day, month, year, slashDay, slashMonth, slashYear, onlyMonth, onlyYear] = parts;
  if (isoYear) return { year: Number(isoYear), month: Number(isoMonth), day: Number(isoDay) };
  if (day && month) return { ...yearOf(year), month: monthNumber(month), day: dayNumber(day) };
  if (slashDay) return { ...yearOf(slashYear), month: Number(slashMonth), day: Number(slashDay) };
  return onlyMonth ? { ...yearOf(onlyYear), month: monthNumber(onlyMonth) } : undefined;
}

const yearOf = (year: string | undefined) => (year === undefined ? {} : { year: Number(year) });
const monthNumber = (name: string): number =>
  months.findIndex((month) => month.startsWith(name.toLocaleLowerCase('sv').replace('.', '').slice(0, 3))) + 1;
const dayNumber = (text: string): number =>
  /^\d/u.test(text) ? Number(text) : dayWords.indexOf(text.toLocaleLowerCase('sv')) + 1;
const isAfter = (a: WrittenDay, b: WrittenDay): boolean =>
  a.month > b.month || (a.month === b.month && (a.day ?? 1) > (b.day ?? 31));
const toIso = (year: number, month: number, day: number): Day =>
  `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

function toDay({ year, month, day }: WrittenDay, edge: 'first' | 'last'): Day | undefined {
  if (year === undefined || year < 2000 || year > 2100 || month < 1 || month > 12) return undefined;
  if (day === undefined) return edge === 'first' ? toIso(year, month, 1) : lastDay(year, month);
  const written = toIso(year, month, day);
  return isDay(written) ? written : undefined;
}

const namedMonth = new RegExp(`(?<![a-zà-ž])(?:${months.join('|')})(?![a-zà-ž])`, 'giu');

/** In: text. Out: the months whose whole names it has, in its order: 0 is January. */
export const findNamedMonths = (text: string): readonly number[] =>
  Array.from(text.matchAll(namedMonth), ([name]) =>
    (months as readonly string[]).indexOf(name.toLocaleLowerCase('sv')),
  );
