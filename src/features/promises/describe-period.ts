import { toPeriod } from '#domain/calendar/period.ts';
import type { CitizenPromise } from '#domain/records/citizen-promise.ts';
import { formatDateWithYear, formatPeriod } from '#domain/wording/days.ts';
import type { Language } from '#domain/wording/locale.ts';
import type { Translate } from '#ui/words.ts';
import type { words } from './messages.ts';

type PeriodHolder = Pick<CitizenPromise, 'period' | 'signedOn'>;

/** The period in words: two dates, from signing, without an end, or that it is not stated. Nothing is invented. */
export function describePeriod(
  { period, signedOn }: PeriodHolder,
  language: Language,
  t: Translate<keyof typeof words.sv>,
): string {
  const dates = toPeriod(period, signedOn);
  if (dates) return formatPeriod(dates, language);
  const from = period.fromSigning ? signedOn : period.from;
  if (period.openEnd) return from ? t('openFrom', { from: formatDateWithYear(from, language) }) : t('openFromSigning');
  if (period.fromSigning && period.months) return t('fromSigningUnsigned', { months: period.months });
  if (from) return t('openFrom', { from: formatDateWithYear(from, language) });
  return t('noPeriod');
}
