import { useIntl } from 'react-intl';
import { formatRelativeDay } from '#domain/wording/days.ts';
import { formatDayOf } from '#domain/wording/instants.ts';
import { useServices } from '#features/services.ts';
import { useLanguage } from '#features/use-language.ts';
import { DefinitionList } from '#ui/definition-list.tsx';
import { useWords } from '#ui/words.ts';
import { words } from './messages.ts';
import type { Here } from './queries.ts';

const bytesPerMegabyte = 1_000_000;

/** What is on the device, in numbers and days. */
export function HereList({ here }: { readonly here: Here }) {
  const t = useWords(words);
  const intl = useIntl();
  const language = useLanguage();
  const { clock } = useServices();
  const day = (instant: string) =>
    formatDayOf(instant, language, (then) => formatRelativeDay(then, clock.today(), language));
  const { promises, logs, drafts, since, room, backup, server, waiting } = here;
  const size =
    room &&
    intl.formatNumber(room.used / bytesPerMegabyte, { style: 'unit', unit: 'megabyte', maximumFractionDigits: 1 });
  const counts = { promises, logs, drafts };
  return (
    <DefinitionList
      items={[
        ...(['promises', 'logs', 'drafts'] as const).map((key) => ({
          key,
          term: t(key),
          value: intl.formatNumber(counts[key]),
        })),
        { key: 'since', term: t('since'), value: since ? day(since) : t('sinceNone') },
        { key: 'size', term: t('size'), value: size ?? t('sizeUnknown') },
        { key: 'backup', term: t('backup'), value: backup ? day(backup) : t('never') },
        { key: 'server', term: t('server'), value: server ?? t('serverNone') },
        ...(server === undefined
          ? []
          : [{ key: 'waiting', term: t('waiting'), value: t('waitingCount', { count: waiting }) }]),
      ]}
    />
  );
}
