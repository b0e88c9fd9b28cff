import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from 'react-router';
import { paths } from '#features/paths.ts';
import { useServices } from '#features/services.ts';
import type { Restored } from '#storage/restore-backup.ts';
import { Button } from '#ui/button.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { Notice } from '#ui/notice.tsx';
import { Receipt } from '#ui/receipt.tsx';
import { Stack } from '#ui/stack.tsx';
import { ToolIcon } from '#ui/tool-icon.tsx';
import { useWords } from '#ui/words.ts';
import { restoreWords } from './restore-messages.ts';
import { takeBack } from './take-back.ts';

interface RestoreReceiptProps {
  readonly restored: Restored;
  readonly onAgain: () => void;
}

/** What came in, and the way back. */
export function RestoreReceipt({ restored, onAgain }: RestoreReceiptProps) {
  const t = useWords(restoreWords);
  const services = useServices();
  const queryClient = useQueryClient();
  const undo = useMutation({
    mutationFn: () => takeBack(services, restored.batch),
    onSuccess: () => queryClient.invalidateQueries(),
  });
  if (undo.isSuccess)
    return (
      <Notice kind="done" announce="status" actions={<Button onClick={onAgain}>{t('again')}</Button>}>
        <p>{t('undone')}</p>
        {undo.data > 0 && <p>{t('undoneKept', { count: undo.data })}</p>}
      </Notice>
    );
  const { added, logs, changed, skipped } = restored;
  return (
    <Stack>
      <Receipt
        title={t('doneTitle')}
        actions={
          <>
            <LinkButton as={Link} kind="primary" to={paths.overview()}>
              {t('toOverview')}
            </LinkButton>
            <Button icon={<ToolIcon name="undo" />} busy={undo.isPending} onClick={() => undo.mutate()}>
              {t('undo')}
            </Button>
          </>
        }
      >
        <p>{t('doneAdded', { rows: added, logs })}</p>
        {changed > 0 && <p>{t('doneChanged', { count: changed })}</p>}
        {skipped > 0 && <p>{t('doneSkipped', { count: skipped })}</p>}
        <p>{t('doneChecked')}</p>
      </Receipt>
      {undo.isError && (
        <Notice kind="fail" announce="alert">
          {t('undoFailed')}
        </Notice>
      )}
    </Stack>
  );
}
