import { useMutation } from '@tanstack/react-query';
import { type SyntheticEvent, useState } from 'react';
import { findPassphraseFault } from '#domain/passphrase/new-passphrase.ts';
import { NewPassphrase } from '#features/new-passphrase.tsx';
import { useServices } from '#features/services.ts';
import { changePassphrase } from '#storage/close-device.ts';
import { type DeviceLock, unwrapKey, wrapWithPassphrase } from '#storage/device-lock.ts';
import { Button } from '#ui/button.tsx';
import { Cluster } from '#ui/cluster.tsx';
import { Notice } from '#ui/notice.tsx';
import { Stack } from '#ui/stack.tsx';
import { TextField } from '#ui/text-field.tsx';
import { useWords } from '#ui/words.ts';
import { words } from './messages.ts';

interface ChangePassphraseProps {
  readonly lock: DeviceLock;
  readonly onClose: () => void;
}

/** A new passphrase, by who knows the present one. */
export function ChangePassphrase({ lock, onClose }: ChangePassphraseProps) {
  const t = useWords(words);
  const { db } = useServices();
  const [current, setCurrent] = useState('');
  const [typed, setTyped] = useState({ passphrase: '', repeated: '' });
  const [isTried, setIsTried] = useState(false);
  const change = useMutation({
    mutationFn: async () => {
      const key = await unwrapKey(lock, { kind: 'passphrase', passphrase: current });
      if (key === undefined) return 'wrong';
      await changePassphrase(db, await wrapWithPassphrase(key, typed.passphrase));
      return 'changed';
    },
  });
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    setIsTried(true);
    if (findPassphraseFault(typed) === undefined) change.mutate();
  };
  if (change.data === 'changed')
    return (
      <Notice kind="done" announce="status">
        {t('changed')}
      </Notice>
    );
  return (
    <form noValidate onSubmit={submit}>
      <Stack>
        <TextField
          label={t('current')}
          type="password"
          autoCapitalize="none"
          spellCheck={false}
          value={current}
          onChange={setCurrent}
          issue={change.data === 'wrong' ? t('currentWrong') : undefined}
        />
        <NewPassphrase label={t('passphrase')} value={typed} onChange={setTyped} isTried={isTried} />
        {change.isError && (
          <Notice kind="fail" announce="alert">
            {t('failed')}
          </Notice>
        )}
        <Cluster>
          <Button kind="primary" type="submit" busy={change.isPending}>
            {t('save')}
          </Button>
          <Button kind="quiet" onClick={onClose}>
            {t('cancel')}
          </Button>
        </Cluster>
      </Stack>
    </form>
  );
}
