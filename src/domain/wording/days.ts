/** Days as people say them. Own tables, so that two browsers with different CLDR versions print the same report. */
import { type Day, toDayNumber } from '#domain/calendar/day.ts';
import { isoWeek, weekday } from '#domain/calendar/iso-week.ts';
import type { Period } from '#domain/calendar/period.ts';
import type { InLanguages, Language } from './locale.ts';

interface DayWords {
  readonly weekdays: readonly string[];
  readonly shortWeekdays: readonly string[];
  readonly months: readonly string[];
  readonly shortMonths: readonly string[];
  readonly week: string;
  readonly today: string;
  readonly yesterday: string;
  readonly tomorrow: string;
}

const words: InLanguages<DayWords> = {
  sv: {
    weekdays: ['måndag', 'tisdag', 'onsdag', 'torsdag', 'fredag', 'lördag', 'söndag'],
    shortWeekdays: ['mån', 'tis', 'ons', 'tors', 'fre', 'lör', 'sön'],
    months: [
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
    ],
    shortMonths: ['jan', 'feb', 'mars', 'april', 'maj', 'juni', 'juli', 'aug', 'sept', 'okt', 'nov', 'dec'],
    week: 'v.',
    today: 'i dag',
    yesterday: 'i går',
    tomorrow: 'i morgon',
  },
  en: {
    weekdays: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
    shortWeekdays: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
    months: [
      'January',
      'February',
      'March',
      'April',
      'May',
      'June',
      'July',
      'August',
      'September',
      'October',
      'November',
      'December',
    ],
    shortMonths: ['Jan', 'Feb', 'March', 'April', 'May', 'June', 'July', 'Aug', 'Sept', 'Oct', 'Nov', 'Dec'],
    week: 'wk',
    today: 'today',
    yesterday: 'yesterday',
    tomorrow: 'tomorrow',
  },
};

const nbsp = '\u00a0';
const yearOf = (day: Day): string => day.slice(0, 4);
const monthIndex = (day: Day): number => Number(day.slice(5, 7)) - 1;
const dateOf = (day: Day): string => String(Number(day.slice(8, 10)));
/** Monday is 0. */
const weekdayIndex = (day: Day): number => weekday(day) - 1;

/** The ISO week of a day. In: a valid day. Out: 1–53; 2027-01-01 is week 53 (of 2026). */
export const weekNumber = (day: Day): number => isoWeek(day).week;

/** In: a valid day. Out: `v. 47`. */
export const formatWeek = (day: Day, language: Language): string => `${words[language].week}${nbsp}${weekNumber(day)}`;

/** In: a valid day. Out: `torsdag`. */
export const weekdayName = (day: Day, language: Language): string => words[language].weekdays[weekdayIndex(day)] ?? '';

/** In: a weekday counted from Monday, 0–6. Out: `mån`. */
export const shortWeekday = (index: number, language: Language): string => words[language].shortWeekdays[index] ?? '';

/** In: a month, 1–12. Out: `november`. */
export const monthName = (month: number, language: Language): string => words[language].months[month - 1] ?? '';

/** In: a month, 1–12. Out: `nov`. */
export const shortMonthName = (month: number, language: Language): string =>
  words[language].shortMonths[month - 1] ?? '';

/** In: any day of the month. Out: `november 2026`. */
export const formatMonth = (day: Day, language: Language): string =>
  `${words[language].months[monthIndex(day)] ?? ''} ${yearOf(day)}`;

/** In: a valid day. Out: `19 nov`. */
export const formatDate = (day: Day, language: Language): string =>
  `${dateOf(day)}${nbsp}${words[language].shortMonths[monthIndex(day)] ?? ''}`;

/** In: a valid day. Out: `19 nov 2026`. */
export const formatDateWithYear = (day: Day, language: Language): string =>
  `${formatDate(day, language)} ${yearOf(day)}`;

/**
 * A day with weekday and week, as everywhere on the screens (screens 9).
 * In: a valid day; optionally today, to say the year when it is another. Out: `tors 19 nov, v. 47`.
 */
export function formatDay(day: Day, language: Language, today?: Day): string {
  if (today !== undefined && yearOf(today) !== yearOf(day)) return formatDayWithYear(day, language);
  return `${shortWeekday(weekdayIndex(day), language)} ${formatDate(day, language)}, ${formatWeek(day, language)}`;
}

/** In: a valid day. Out: `tors 19 nov 2026, v. 47`. */
export const formatDayWithYear = (day: Day, language: Language): string =>
  `${shortWeekday(weekdayIndex(day), language)} ${formatDateWithYear(day, language)}, ${formatWeek(day, language)}`;

/** In: a valid day and today. Out: `i dag`, `i går`, `i morgon`, else as {@link formatDay}. */
export function formatRelativeDay(day: Day, today: Day, language: Language): string {
  const away = toDayNumber(day) - toDayNumber(today);
  if (away === 0) return words[language].today;
  if (away === -1) return words[language].yesterday;
  if (away === 1) return words[language].tomorrow;
  return formatDay(day, language, today);
}

/** In: two inclusive days. Out: `1 jan–31 dec 2026`, `1–30 nov 2026`, `1 feb 2018–31 jan 2019`, or the one day. */
export function formatPeriod({ from, to }: Period, language: Language): string {
  if (from === to) return formatDateWithYear(from, language);
  const end = formatDateWithYear(to, language);
  if (yearOf(from) !== yearOf(to)) return `${formatDateWithYear(from, language)}–${end}`;
  if (monthIndex(from) !== monthIndex(to)) return `${formatDate(from, language)}–${end}`;
  return `${dateOf(from)}–${end}`;
}
