import { useMutation } from '@tanstack/react-query';
import { useServices } from '#features/services.ts';
import { openDevice } from '#storage/close-device.ts';
import { flushDrafts } from '#storage/drafts.ts';
import { retire } from '#storage/running-actions.ts';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Notice } from '#ui/notice.tsx';
import { Stack } from '#ui/stack.tsx';
import { useWords } from '#ui/words.ts';
import { words } from './messages.ts';
import { useMustStayClosed } from './queries.ts';
import { tellTabs } from './tell-tabs.ts';

/** Back to rows in the clear. */
export function OpenDialog({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const t = useWords(words);
  const { db } = useServices();
  const isKept = useMustStayClosed();
  const opening = useMutation({
    mutationFn: async () => {
      flushDrafts(db);
      await retire(db);
      await openDevice(db.name);
      tellTabs('reload');
    },
    onSuccess: () => location.reload(),
  });
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t('openSure')}
      actions={
        opening.isError ? (
          <Button kind="primary" onClick={() => location.reload()}>
            {t('reload')}
          </Button>
        ) : (
          <>
            {!isKept && (
              <Button kind="danger" busy={opening.isPending} onClick={() => opening.mutate()}>
                {t('open')}
              </Button>
            )}
            <Button kind="quiet" onClick={onClose}>
              {t('cancel')}
            </Button>
          </>
        )
      }
    >
      <Stack>
        <p>{t(isKept ? 'openNot' : 'openText')}</p>
        <p role="status">{opening.isPending && t('opening')}</p>
        {opening.isError && (
          <Notice kind="fail" announce="alert">
            {t('failed')}
          </Notice>
        )}
      </Stack>
    </Dialog>
  );
}
