import type { Day } from '#domain/calendar/day.ts';

const stockholm = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Stockholm',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/**
 * The day it was in Stockholm at an instant: 2026-12-31T23:15Z is 2027-01-01. The one place where an instant becomes a day.
 * In: an ISO instant with offset, or milliseconds since 1970. Out: a day. Throws RangeError when it is no instant.
 */
export function toStockholmDay(instant: string | number): Day {
  const parts = new Map(stockholm.formatToParts(new Date(instant)).map((part) => [part.type, part.value]));
  return `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`;
}
