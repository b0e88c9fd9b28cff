import { PageHeader } from '#ui/page-header.tsx';
import { useWords } from '#ui/words.ts';
import { DeviceContents } from './device-contents.tsx';
import { Drafts } from './drafts.tsx';
import { History } from './history.tsx';
import { words } from './messages.ts';
import { Persistence } from './persistence.tsx';
import { useDeviceContents } from './queries.ts';
import { TallyCheck } from './tally-check.tsx';

/** Synk och lagring, while there is no server: what is here, whether it stays, and what can be undone. */
export function StoragePage() {
  const t = useWords(words);
  const { data: contents } = useDeviceContents();
  const isEmpty = contents !== undefined && contents.promises + contents.logs === 0;
  return (
    <>
      <title>{`${t('title')} · ${t('appName')}`}</title>
      <PageHeader title={t('title')} lead={<p>{isEmpty ? t('leadEmpty') : t('lead')}</p>} />
      {contents && <DeviceContents contents={contents} />}
      <Persistence />
      <Drafts />
      <History />
      <TallyCheck />
    </>
  );
}
