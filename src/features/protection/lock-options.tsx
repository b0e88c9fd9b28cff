import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useServices } from '#features/services.ts';
import { type DeviceLock, type LockMinutes, lockMinutes, putLock } from '#storage/device-lock.ts';
import { flushDrafts } from '#storage/drafts.ts';
import { Button } from '#ui/button.tsx';
import { ChoiceChips } from '#ui/choice-chips.tsx';
import { Cluster } from '#ui/cluster.tsx';
import { Notice } from '#ui/notice.tsx';
import { Stack } from '#ui/stack.tsx';
import { useWords } from '#ui/words.ts';
import { ChangePassphrase } from './change-passphrase.tsx';
import { words } from './messages.ts';
import { OpenDialog } from './open-dialog.tsx';
import { PasskeyOption } from './passkey-option.tsx';
import { tellTabs } from './tell-tabs.ts';

/** What one can do with the lock of a closed device. */
export function LockOptions({ lock }: { readonly lock: DeviceLock }) {
  const t = useWords(words);
  const { db } = useServices();
  const [asked, setAsked] = useState<'change' | 'open'>();
  const change = useMutation({ mutationFn: (minutes: LockMinutes) => putLock(db, { ...lock, minutes }) });
  const lockNow = () => {
    flushDrafts(db);
    tellTabs('reload');
    location.reload();
  };
  return (
    <Stack gap="loose">
      <p>{t('onText')}</p>
      <div>
        <Button kind="primary" onClick={lockNow}>
          {t('lockNow')}
        </Button>
      </div>
      <ChoiceChips
        label={t('minutes')}
        value={String(lock.minutes)}
        onChange={(value) => change.mutate(lockMinutes.find((minutes) => String(minutes) === value) ?? 10)}
        options={lockMinutes.map((count) => ({ value: String(count), label: t('minutesOne', { count }) }))}
      />
      {change.isError && (
        <Notice kind="fail" announce="alert">
          {t('failed')}
        </Notice>
      )}
      <PasskeyOption lock={lock} />
      {asked === 'change' ? (
        <ChangePassphrase lock={lock} onClose={() => setAsked(undefined)} />
      ) : (
        <Cluster>
          <Button onClick={() => setAsked('change')}>{t('change')}</Button>
          <Button kind="quiet" onClick={() => setAsked('open')}>
            {t('open')}
          </Button>
        </Cluster>
      )}
      <OpenDialog open={asked === 'open'} onClose={() => setAsked(undefined)} />
    </Stack>
  );
}
