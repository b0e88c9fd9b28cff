import type { Day } from '#domain/calendar/day.ts';
import { readUnits } from '#domain/calendar/unit-keys.ts';
import { findWorkSpan } from '#domain/progress/activity-work.ts';
import type { CitizenPromise } from '#domain/records/citizen-promise.ts';
import { formatPeriod, formatWeek } from '#domain/wording/days.ts';
import type { Language } from '#domain/wording/locale.ts';

export interface WeekChoice {
  readonly from: Day;
  readonly to: Day;
  readonly week: string;
  readonly days: string;
}

/** In: a promise and today. Out: its weeks so far, the latest first, for the choice of a period. */
export function listWeeks(promise: CitizenPromise, today: Day, language: Language): readonly WeekChoice[] {
  const span = findWorkSpan(promise, today);
  if (!span) return [];
  return readUnits(span, 'week')
    .filter(({ from }) => from <= today)
    .map(({ from, to }) => ({ from, to, week: formatWeek(from, language), days: formatPeriod({ from, to }, language) }))
    .toReversed();
}
