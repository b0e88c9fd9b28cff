import { use, useState, useSyncExternalStore } from 'react';
import { useServices } from '#features/services.ts';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { useWords } from '#ui/words.ts';
import { words } from './messages.ts';
import { TroubleContext } from './trouble-context.ts';

/** What the app has to say above any page: a new version, or another tab in the way. Never a dialog, never mid-form. */
export function FrameNotices() {
  return (
    <>
      <DatabaseNotice />
      <UpdateNotice />
    </>
  );
}

function DatabaseNotice() {
  const t = useWords(words);
  const signal = use(TroubleContext);
  const trouble = useSyncExternalStore(signal.subscribe, signal.read);
  if (trouble === 'none') return null;
  if (trouble === 'blocked')
    return (
      <Notice kind="warn" announce="alert" title={t('blockedTitle')}>
        {t('blockedText')}
      </Notice>
    );
  return (
    <Notice
      kind="warn"
      announce="alert"
      title={t('outdatedTitle')}
      actions={<Button onClick={() => location.reload()}>{t('reload')}</Button>}
    >
      {t('outdatedText')}
    </Notice>
  );
}

function UpdateNotice() {
  const t = useWords(words);
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
          <Button onClick={appVersion.applyUpdate}>{t('updateNow')}</Button>
          <Button kind="quiet" onClick={() => setIsPutOff(true)}>
            {t('updateLater')}
          </Button>
        </>
      }
    >
      {t('updateReady')}
    </Notice>
  );
}
