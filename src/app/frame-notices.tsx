import { lazy, Suspense, useState, useSyncExternalStore } from 'react';
import { useLocation } from 'react-router';
import { paths } from '#features/paths.ts';
import { useServices } from '#features/services.ts';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { NoticeList } from '#ui/notice-list.tsx';
import { useWords } from '#ui/words.ts';
import { words } from './messages.ts';
import { noticeWords } from './notice-messages.ts';
import { useTrouble } from './trouble-context.ts';

// Most people never see it.
const StorageNotices = lazy(async () => ({ default: (await import('./storage-notices.tsx')).StorageNotices }));

const BackupNotice = lazy(async () => ({ default: (await import('#features/backup/backup-notice.tsx')).BackupNotice }));

/** Where people look around. Nobody is reminded of a backup where they write. */
const calmPages: readonly string[] = [paths.overview(), paths.promises(), paths.logs(), paths.more()];

/** What the app has to say above any page: a new version, or another tab in the way. Never a dialog, never mid-form. */
export function FrameNotices() {
  const { pathname } = useLocation();
  const { isFull, records, isUpgradeUndone, brokenRows } = useTrouble();
  const isTold = isFull || records === 'partly-cleared' || isUpgradeUndone || brokenRows > 0;
  return (
    <NoticeList>
      <TabNotice />
      <Suspense>{isTold && <StorageNotices />}</Suspense>
      <UpdateNotice />
      <Suspense>{calmPages.includes(pathname) && <BackupNotice />}</Suspense>
    </NoticeList>
  );
}

function TabNotice() {
  const t = useWords(words);
  const n = useWords(noticeWords);
  const { tabs } = useTrouble();
  if (tabs === 'none') return null;
  if (tabs === 'blocked')
    return (
      <Notice kind="warn" announce="alert" title={n('blockedTitle')}>
        {n('blockedText')}
      </Notice>
    );
  return (
    <Notice
      kind="warn"
      announce="alert"
      title={n('outdatedTitle')}
      actions={<Button onClick={() => location.reload()}>{t('reload')}</Button>}
    >
      {n('outdatedText')}
    </Notice>
  );
}

function UpdateNotice() {
  const n = useWords(noticeWords);
  const { appVersion } = useServices();
  const state = useSyncExternalStore(appVersion.subscribe, appVersion.getState);
  const [isPutOff, setIsPutOff] = useState(false);
  if (state !== 'update-waiting' || isPutOff) return null;
  return (
    <Notice
      kind="info"
      announce="status"
      actions={
        <>
          <Button onClick={appVersion.applyUpdate}>{n('updateNow')}</Button>
          <Button kind="quiet" onClick={() => setIsPutOff(true)}>
            {n('updateLater')}
          </Button>
        </>
      }
    >
      {n('updateReady')}
    </Notice>
  );
}
