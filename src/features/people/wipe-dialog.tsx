import { useServices } from '#features/services.ts';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Notice } from '#ui/notice.tsx';
import { Stack } from '#ui/stack.tsx';
import { useWords } from '#ui/words.ts';
import { words } from './messages.ts';
import type { OwnDevice } from './queries.ts';

interface WipeDialogProps {
  readonly open: boolean;
  readonly device: OwnDevice;
  readonly busy: boolean;
  readonly failure: string | undefined;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** Before a computer that others use is cleared: what would be lost with it, and the way to share that first. */
export function WipeDialog({ open, device, busy, failure, onConfirm, onClose }: WipeDialogProps) {
  const t = useWords(words);
  const { sharing } = useServices();
  const { waiting, undecided } = device;
  const isLoss = waiting + undecided > 0;
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t('wipeTitle')}
      actions={
        <>
          {waiting > 0 && (
            <Button kind="primary" onClick={sharing.exchangeNow}>
              {t('shareFirst')}
            </Button>
          )}
          <Button kind={isLoss ? 'danger' : 'primary'} busy={busy} onClick={onConfirm}>
            {t(isLoss ? 'wipeAnyway' : 'wipe')}
          </Button>
          <Button kind="quiet" onClick={onClose}>
            {t('staySignedIn')}
          </Button>
        </>
      }
    >
      <Stack>
        {isLoss ? (
          <Notice kind="warn" announce="status">
            {[
              waiting > 0 && t('wipeWaiting', { count: waiting }),
              undecided > 0 && t('wipeUndecided', { count: undecided }),
            ]
              .filter(Boolean)
              .join(' ')}
          </Notice>
        ) : (
          <p role="status">{t('wipeNothingLost')}</p>
        )}
        <p>{t('wipeText')}</p>
        {failure && (
          <Notice kind="fail" announce="alert">
            {failure}
          </Notice>
        )}
      </Stack>
    </Dialog>
  );
}
