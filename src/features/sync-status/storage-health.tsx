import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { toDayNumber } from '#domain/calendar/day.ts';
import { toStockholmDay } from '#domain/calendar/stockholm-day.ts';
import { paths } from '#features/paths.ts';
import { useServices } from '#features/services.ts';
import { readLastBackup } from '#storage/device-storage-backup.ts';
import { DefinitionList } from '#ui/definition-list.tsx';
import { useWords } from '#ui/words.ts';
import { persistenceWords } from './persistence-messages.ts';
import { useWaitingWork } from './sharing-queries.ts';

/** How old what lies elsewhere is: the last backup, and what the server has confirmed. */
export function StorageHealth() {
  const t = useWords(persistenceWords);
  const { db, clock } = useServices();
  const { data: backup } = useQuery({
    queryKey: ['meta', 'last-backup'],
    queryFn: async () => (await readLastBackup(db)) ?? null,
  });
  const { data: work } = useWaitingWork();
  const since = (instant: string | number) =>
    t('days', { days: Math.max(0, toDayNumber(clock.today()) - toDayNumber(toStockholmDay(instant))) });
  const confirmed = work?.confirmedAt;
  return (
    <>
      <DefinitionList
        items={[
          ...(backup === undefined
            ? []
            : [{ key: 'backup', term: t('backup'), value: backup === null ? t('never') : since(backup) }]),
          ...(confirmed === undefined
            ? []
            : [{ key: 'shared', term: t('shared'), value: confirmed === 0 ? t('never') : since(confirmed) }]),
        ]}
      />
      <Link to={paths.backup()}>{t('makeBackup')}</Link>
    </>
  );
}
