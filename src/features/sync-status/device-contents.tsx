import { useIntl } from 'react-intl';
import { toStockholmDay } from '#domain/calendar/stockholm-day.ts';
import { formatRelativeDay } from '#domain/wording/days.ts';
import { useServices } from '#features/services.ts';
import { useLanguage } from '#features/use-language.ts';
import { DefinitionList } from '#ui/definition-list.tsx';
import { Section } from '#ui/section.tsx';
import { useWords } from '#ui/words.ts';
import { words } from './messages.ts';
import { type Contents, useServerStatus } from './queries.ts';

const bytesPerMegabyte = 1_000_000;

export function DeviceContents({ contents }: { readonly contents: Contents }) {
  const t = useWords(words);
  const intl = useIntl();
  const language = useLanguage();
  const { clock } = useServices();
  const server = useServerStatus();
  const toMegabytes = (bytes: number) =>
    intl.formatNumber(bytes / bytesPerMegabyte, { style: 'unit', unit: 'megabyte', maximumFractionDigits: 1 });
  const number = (value: number) => intl.formatNumber(value);

  const { room, latest } = contents;
  return (
    <Section title={t('deviceTitle')}>
      <DefinitionList
        items={[
          { key: 'promises', term: t('promises'), value: number(contents.promises) },
          { key: 'activities', term: t('activities'), value: number(contents.activities) },
          { key: 'goals', term: t('goals'), value: number(contents.goals) },
          { key: 'logs', term: t('logs'), value: number(contents.logs) },
          { key: 'measured', term: t('measurements'), value: number(contents.measured) },
          {
            key: 'size',
            term: t('size'),
            value: room
              ? t('sizeText', { used: toMegabytes(room.used), available: toMegabytes(room.used + room.available) })
              : t('sizeUnknown'),
          },
          {
            key: 'latest',
            term: t('latest'),
            value: latest
              ? `${formatRelativeDay(toStockholmDay(latest), clock.today(), language)} ${intl.formatTime(latest, { timeZone: 'Europe/Stockholm' })}`
              : t('latestNone'),
          },
          { key: 'server', term: t('server'), value: server.data ? t('serverNone') : t('serverSilent') },
        ]}
      />
    </Section>
  );
}
