import { useMutation } from '@tanstack/react-query';
import { type SyntheticEvent, useState } from 'react';
import { findPassphraseFault } from '#domain/passphrase/new-passphrase.ts';
import { NewPassphrase } from '#features/new-passphrase.tsx';
import { useServices } from '#features/services.ts';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { Stack } from '#ui/stack.tsx';
import { useWords } from '#ui/words.ts';
import { saveSalvage } from './recovery-steps.ts';
import { storageWords } from './storage-messages.ts';

const untyped = { passphrase: '', repeated: '' };

/** After a plain file: which protected promises are not in it, and the closed file that has them, too. In: how many. */
export function RecoverySealed({ leftOut }: { readonly leftOut: number }) {
  const t = useWords(storageWords);
  const { db, clock } = useServices();
  const [typed, setTyped] = useState(untyped);
  const [isTried, setTried] = useState(false);
  const save = useMutation({
    mutationFn: () => saveSalvage(db, clock, typed.passphrase),
    onSuccess: () => {
      setTyped(untyped);
      setTried(false);
    },
  });
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    const isGood = findPassphraseFault(typed) === undefined;
    setTried(!isGood);
    if (isGood) save.mutate();
  };
  return (
    <>
      <Notice kind="warn" announce="status">
        {t('rescuedWithout', { count: leftOut })}
      </Notice>
      <form noValidate onSubmit={submit}>
        <Stack>
          <NewPassphrase label={t('rescuePassphrase')} value={typed} onChange={setTyped} isTried={isTried} />
          <div>
            <Button type="submit" busy={save.isPending}>
              {t('rescueAll')}
            </Button>
          </div>
        </Stack>
      </form>
      {save.isSuccess && (
        <Notice kind="done" announce="status">
          {t('rescuedAll', { rows: save.data.rows })}
        </Notice>
      )}
      {save.isError && (
        <Notice kind="fail" announce="alert">
          {t('rescueFailed')}
        </Notice>
      )}
    </>
  );
}
