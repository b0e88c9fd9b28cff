import { useIntl } from 'react-intl';
import { Link } from 'react-router';
import { paths } from '#features/paths.ts';
import { useSharingStatus } from '#features/use-sharing-status.ts';
import { useWhen } from '#features/use-when.ts';
import { DefinitionList } from '#ui/definition-list.tsx';
import { Section } from '#ui/section.tsx';
import { useWords } from '#ui/words.ts';
import { words } from './messages.ts';
import { type Contents, useServerStatus } from './queries.ts';

const bytesPerMegabyte = 1_000_000;
const bytesPerGigabyte = 1_000_000_000;

export function DeviceContents({ contents }: { readonly contents: Contents }) {
  const t = useWords(words);
  const intl = useIntl();
  const when = useWhen();
  const status = useSharingStatus();
  const toRoom = (bytes: number) => {
    const [unit, size] =
      bytes < bytesPerGigabyte ? (['megabyte', bytesPerMegabyte] as const) : (['gigabyte', bytesPerGigabyte] as const);
    return intl.formatNumber(bytes / size, { style: 'unit', unit, maximumFractionDigits: 1 });
  };
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
              ? t('sizeText', { used: toRoom(room.used), available: toRoom(room.used + room.available) })
              : t('sizeUnknown'),
          },
          {
            key: 'latest',
            term: t('latest'),
            value: latest ? when(latest) : t('latestNone'),
          },
          ...(status === 'alone' ? [{ key: 'server', term: t('server'), value: <ServerLine /> }] : []),
        ]}
      />
    </Section>
  );
}

/** Whether there is a server to share through, for who does not share yet. */
function ServerLine() {
  const t = useWords(words);
  const { data: server } = useServerStatus();
  if (!server) return t('serverSilent');
  return server.backend === 'none' ? t('serverNone') : <Link to={paths.join()}>{t('serverJoin')}</Link>;
}
