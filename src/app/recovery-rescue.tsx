import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useServices } from '#features/services.ts';
import { wasJoined } from '#storage/device-storage-canaries.ts';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Notice } from '#ui/notice.tsx';
import { Section } from '#ui/section.tsx';
import { Stack } from '#ui/stack.tsx';
import { TextField } from '#ui/text-field.tsx';
import { useWords } from '#ui/words.ts';
import { RecoverySealed } from './recovery-sealed.tsx';
import { removeBroken, saveSalvage } from './recovery-steps.ts';
import { storageWords } from './storage-messages.ts';

/** A database that does not open: what can be read becomes a file, and last, by typed words, it is removed. */
export function RecoveryRescue() {
  const t = useWords(storageWords);
  const { db, clock } = useServices();
  const rescue = useMutation({ mutationFn: () => saveSalvage(db, clock) });
  const found = rescue.data;
  return (
    <>
      <Section title={t('rescueTitle')}>
        <Stack readable>
          <p>{t('rescueText')}</p>
          <div>
            <Button busy={rescue.isPending} onClick={() => rescue.mutate()}>
              {t('rescue')}
            </Button>
          </div>
          {found && (
            <Notice kind={found.rows > 0 ? 'done' : 'warn'} announce="status">
              {found.rows === 0 && t('rescueNothing')}
              {found.rows > 0 &&
                t(found.torn.length > 0 ? 'rescuedTorn' : 'rescued', { rows: found.rows, torn: found.torn.length })}
              {found.isClosed && ` ${t('rescuedClosed')}`}
            </Notice>
          )}
          {found && found.leftOut > 0 && <RecoverySealed leftOut={found.leftOut} />}
        </Stack>
      </Section>
      <Removal />
    </>
  );
}

function Removal() {
  const t = useWords(storageWords);
  const { db } = useServices();
  const [isOpen, setIsOpen] = useState(false);
  const [typed, setTyped] = useState('');
  const [isWrong, setIsWrong] = useState(false);
  const remove = useMutation({
    mutationFn: () => removeBroken(db, wasJoined()),
    onSuccess: (outcome) => outcome === 'gone' && location.assign('/'),
  });
  const confirm = () => {
    const isRight = typed.trim().toUpperCase() === t('resetWord');
    setIsWrong(!isRight);
    if (isRight) remove.mutate();
  };
  const failed = remove.isError || remove.data === 'failed';
  return (
    <Section title={t('resetTitle')}>
      <Stack>
        <p>{t('resetText')}</p>
        <div>
          <Button kind="danger" onClick={() => setIsOpen(true)}>
            {t('resetOpen')}
          </Button>
        </div>
      </Stack>
      <Dialog
        open={isOpen}
        onClose={() => setIsOpen(false)}
        title={t('resetTitle')}
        actions={
          <>
            <Button kind="danger" busy={remove.isPending} onClick={confirm}>
              {t('reset')}
            </Button>
            <Button kind="quiet" onClick={() => setIsOpen(false)}>
              {t('cancel')}
            </Button>
          </>
        }
      >
        <Stack>
          <p>{t('resetText')}</p>
          <TextField
            label={t('resetLabel')}
            value={typed}
            onChange={setTyped}
            issue={isWrong ? t('resetIssue') : undefined}
          />
          {(failed || remove.data === 'held') && (
            <Notice kind="fail" announce="alert">
              {t(failed ? 'resetFailed' : 'resetHeld')}
            </Notice>
          )}
        </Stack>
      </Dialog>
    </Section>
  );
}
