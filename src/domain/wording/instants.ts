/** Instants as people say them. A record that came from elsewhere may carry a text that is none: it is said as it stands. */
import { type Day, isDay } from '#domain/calendar/day.ts';
import { readInstant } from '#domain/calendar/instant.ts';
import { toStockholmDay } from '#domain/calendar/stockholm-day.ts';
import { formatDateWithYear, formatDay } from './days.ts';
import type { Language } from './locale.ts';

type SayDay = (day: Day, language: Language) => string;

/** The day it was in Stockholm. In: an ISO instant, or any text. Out: `1 jan 2027`, or the text when it is no instant. */
export const formatDayOf = (instant: string, language: Language, sayDay: SayDay = formatDateWithYear): string =>
  readInstant(instant) === undefined ? instant : sayDay(toStockholmDay(instant), language);

/** The author's own clock as it was written. In: as above. Out: `lör 21 nov, v. 47, 14.05`, or the text as it stands. */
export function formatInstant(instant: string, language: Language, sayDay: SayDay = formatDay): string {
  const [, day = '', hour, minute] = /^(\d{4}-\d\d-\d\d)T(\d\d):(\d\d)/.exec(instant) ?? [];
  return isDay(day) ? `${sayDay(day, language)}, ${hour}.${minute}` : instant;
}
