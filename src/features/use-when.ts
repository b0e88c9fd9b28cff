import { useIntl } from 'react-intl';
import { toStockholmDay } from '#domain/calendar/stockholm-day.ts';
import { formatDateWithYear, formatRelativeDay } from '#domain/wording/days.ts';
import { useServices } from './services.ts';
import { useLanguage } from './use-language.ts';

export interface WhenOptions {
  /** "22 nov 2026 14.06" also for today: for what is looked up later. */
  readonly exact?: boolean;
}

/** An instant as people say it, "i dag 14.06". In: milliseconds, or an ISO instant. What is none is said as it stands. */
export function useWhen({ exact = false }: WhenOptions = {}): (instant: number | string) => string {
  const intl = useIntl();
  const language = useLanguage();
  const { clock } = useServices();
  return (instant) => {
    const date = new Date(instant);
    if (Number.isNaN(date.getTime())) return String(instant);
    const time = intl.formatTime(date, { timeZone: 'Europe/Stockholm', hour: '2-digit', minute: '2-digit' });
    const day = toStockholmDay(date.toISOString());
    const said = exact ? formatDateWithYear(day, language) : formatRelativeDay(day, clock.today(), language);
    return `${said} ${time.replace(':', '.')}`;
  };
}
