import { useIntl } from 'react-intl';
import { toStockholmDay } from '#domain/calendar/stockholm-day.ts';
import { formatRelativeDay } from '#domain/wording/days.ts';
import { useServices } from '#features/services.ts';
import { useLanguage } from '#features/use-language.ts';

/** An instant as people say it, "i dag 14.06". In: milliseconds, or an ISO instant. */
export function useWhen(): (instant: number | string) => string {
  const intl = useIntl();
  const language = useLanguage();
  const { clock } = useServices();
  return (instant) => {
    const iso = new Date(instant).toISOString();
    const time = intl.formatTime(instant, { timeZone: 'Europe/Stockholm', hour: '2-digit', minute: '2-digit' });
    return `${formatRelativeDay(toStockholmDay(iso), clock.today(), language)} ${time.replace(':', '.')}`;
  };
}
