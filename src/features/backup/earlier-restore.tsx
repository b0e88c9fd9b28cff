import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useServices } from '#features/services.ts';
import { useWhen } from '#features/use-when.ts';
import { dropShelf } from '#storage/restore-shelf.ts';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { useWords } from '#ui/words.ts';
import { useShelf } from './queries.ts';
import { restoreWords } from './restore-messages.ts';
import { takeBack } from './take-back.ts';

/** A restore of an earlier visit: it can be taken back, or left to hold for good. */
export function EarlierRestore() {
  const t = useWords(restoreWords);
  const services = useServices();
  const when = useWhen();
  const queryClient = useQueryClient();
  const { data: shelf } = useShelf();
  const refresh = () => queryClient.invalidateQueries();
  const undo = useMutation({ mutationFn: () => takeBack(services, undefined), onSuccess: refresh });
  const keep = useMutation({ mutationFn: () => dropShelf(services.db), onSuccess: refresh });
  if (undo.isSuccess)
    return (
      <Notice kind="done" announce="status">
        {t('undone')}
      </Notice>
    );
  if (!shelf) return null;
  return (
    <Notice
      kind="info"
      title={t('earlierTitle')}
      actions={
        <>
          <Button busy={undo.isPending} onClick={() => undo.mutate()}>
            {t('undo')}
          </Button>
          <Button kind="quiet" busy={keep.isPending} onClick={() => keep.mutate()}>
            {t('keep')}
          </Button>
        </>
      }
    >
      <p>{t('undoText', { when: when(shelf.at) })}</p>
      {undo.isError && <p role="alert">{t('undoFailed')}</p>}
    </Notice>
  );
}
