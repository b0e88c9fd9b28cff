import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useServices } from '#features/services.ts';
import { type DeviceLock, putLock, unwrapKey, wrapWithPasskey } from '#storage/device-lock.ts';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { Stack } from '#ui/stack.tsx';
import { TextField } from '#ui/text-field.tsx';
import { useWords } from '#ui/words.ts';
import { words } from './messages.ts';
import { knowsPasskeys, makePasskey } from './passkey.ts';

/** A key in the device itself, beside the passphrase: finger, face or the PIN of the screen. */
export function PasskeyOption({ lock }: { readonly lock: DeviceLock }) {
  const t = useWords(words);
  const { db } = useServices();
  const [isAsked, setIsAsked] = useState(false);
  const [passphrase, setPassphrase] = useState('');
  const add = useMutation({
    mutationFn: async () => {
      // The key of the rows is not kept where a page could read it: the passphrase gives it once more.
      const key = await unwrapKey(lock, { kind: 'passphrase', passphrase });
      if (key === undefined) return 'wrong';
      const made = await makePasskey(t('appName'));
      if (made.kind !== 'made') return made.kind;
      await putLock(db, { ...lock, ways: [...lock.ways, await wrapWithPasskey(key, made.secret)] });
      return 'made';
    },
  });
  if (!knowsPasskeys()) return null;
  if (add.data === 'made')
    return (
      <Notice kind="done" announce="status">
        {t('passkeyMade')}
      </Notice>
    );
  if (lock.ways.some(({ kind }) => kind === 'passkey')) return <p>{t('passkeyHas')}</p>;
  if (!isAsked)
    return (
      <div>
        <Button onClick={() => setIsAsked(true)}>{t('passkeyAdd')}</Button>
      </div>
    );
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        add.mutate();
      }}
    >
      <Stack>
        <TextField
          label={t('current')}
          type="password"
          autoCapitalize="none"
          spellCheck={false}
          value={passphrase}
          onChange={setPassphrase}
          issue={add.data === 'wrong' ? t('currentWrong') : undefined}
        />
        <div>
          <Button type="submit" busy={add.isPending}>
            {t('passkeyAdd')}
          </Button>
        </div>
        <p role="status">
          {add.data === 'unable' && t('passkeyUnable')}
          {add.data === 'cancelled' && t('passkeyCancelled')}
        </p>
        {add.isError && (
          <Notice kind="fail" announce="alert">
            {t('failed')}
          </Notice>
        )}
      </Stack>
    </form>
  );
}
