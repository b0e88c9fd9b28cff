import { useState } from 'react';
import { Link } from 'react-router';
import { paths } from '#features/paths.ts';
import { useServices } from '#features/services.ts';
import { Button } from '#ui/button.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { Notice } from '#ui/notice.tsx';
import { Receipt } from '#ui/receipt.tsx';
import { Stack } from '#ui/stack.tsx';
import { ToolIcon } from '#ui/tool-icon.tsx';
import { useWords } from '#ui/words.ts';
import { undoImport } from './commit-import.ts';
import { outcomeWords } from './outcome-messages.ts';

export interface FinishedImport {
  readonly batch: string;
  readonly kind: 'logs' | 'activities';
  readonly count: number;
  /** The file or what was pasted. */
  readonly from: string;
}

interface ImportReceiptProps {
  readonly promiseId: string;
  readonly finished: FinishedImport;
  readonly onAgain: () => void;
}

/** What was imported, and the way back: all of it in one step, and the taking back, too. */
export function ImportReceipt({ promiseId, finished, onAgain }: ImportReceiptProps) {
  const t = useWords(outcomeWords);
  const services = useServices();
  const [batch, setBatch] = useState(finished.batch);
  const [isUndone, setUndone] = useState(false);
  const [kept, setKept] = useState(0);
  const [state, setState] = useState<'busy' | 'failed' | 'already'>();
  const turn = async () => {
    setState('busy');
    try {
      const undone = await undoImport(services, batch);
      if (undone.kind !== 'undone') {
        setState('already');
        return;
      }
      setBatch(undone.batch);
      setKept(undone.kept.length);
      setUndone(!isUndone);
      setState(undefined);
    } catch {
      // Nothing was stored: the import stands as it did, and the button is there to try again.
      setState('failed');
    }
  };
  const { count, kind, from } = finished;
  return (
    <Stack>
      <Receipt
        key={String(isUndone)}
        title={isUndone ? t('undone') : t(kind === 'logs' ? 'doneLogs' : 'doneActivities', { count })}
        actions={
          <>
            <Button
              busy={state === 'busy'}
              icon={isUndone ? undefined : <ToolIcon name="undo" />}
              onClick={() => void turn()}
            >
              {t(isUndone ? 'redo' : 'undo')}
            </Button>
            {kind === 'logs' && !isUndone && (
              <LinkButton as={Link} to={paths.logs({ promiseId })}>
                {t('toLogs')}
              </LinkButton>
            )}
            <LinkButton as={Link} to={paths.promise(promiseId)}>
              {t('toPromise')}
            </LinkButton>
            <Button kind="quiet" onClick={onAgain}>
              {t('again')}
            </Button>
          </>
        }
      >
        <p>
          {isUndone ? t('undoneText') : t('doneFrom', { name: from })}{' '}
          <Link to={paths.storage()}>{t('toHistory')}</Link>
        </p>
        {kept > 0 && <p>{t('undoneKept', { count: kept })}</p>}
      </Receipt>
      <div role="alert">
        {state === 'failed' && <Notice kind="fail">{t('undoFailed')}</Notice>}
        {state === 'already' && <Notice kind="info">{t('undoneAlready')}</Notice>}
      </div>
    </Stack>
  );
}
