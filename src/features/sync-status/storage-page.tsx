import { lazy, Suspense } from 'react';
import { Link } from 'react-router';
import { paths } from '#features/paths.ts';
import { PageHeader } from '#ui/page-header.tsx';
import { useWords } from '#ui/words.ts';
import { BrokenRows } from './broken-rows.tsx';
import { DeviceContents } from './device-contents.tsx';
import { Drafts } from './drafts.tsx';
import { History } from './history.tsx';
import { words } from './messages.ts';
import { Persistence } from './persistence.tsx';
import { useDeviceContents } from './queries.ts';
import { useWaitingWork } from './sharing-queries.ts';
import { TallyCheck } from './tally-check.tsx';

// Whoever uses the app alone loads nothing of it.
const SharedStorage = lazy(async () => ({ default: (await import('./shared-storage.tsx')).SharedStorage }));
const LeaveServer = lazy(async () => ({ default: (await import('./leave-server.tsx')).LeaveServer }));

/** Synk och lagring: how sharing stands where a server is joined, what is here, whether it stays, what can be undone. */
export function StoragePage() {
  const t = useWords(words);
  const { data: contents } = useDeviceContents();
  const { data: work } = useWaitingWork();
  const isEmpty = contents !== undefined && contents.promises + contents.logs === 0;
  return (
    <>
      <title>{`${t('title')} · ${t('appName')}`}</title>
      {work === null && <PageHeader title={t('title')} lead={<p>{isEmpty ? t('leadEmpty') : t('lead')}</p>} />}
      <Suspense>{work && <SharedStorage work={work} />}</Suspense>
      <BrokenRows />
      {contents && <DeviceContents contents={contents} />}
      <Persistence />
      {work === null && (
        <p>
          <Link to={paths.handover()}>{t('handover')}</Link>
        </p>
      )}
      <Drafts />
      <History />
      <TallyCheck />
      <Suspense>{work && <LeaveServer work={work} />}</Suspense>
    </>
  );
}
