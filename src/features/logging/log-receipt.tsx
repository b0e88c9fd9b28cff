import { lazy, Suspense } from 'react';
import { Link } from 'react-router';
import { paths } from '#features/paths.ts';
import { useSavedHere } from '#features/use-saved-here.ts';
import { useSharingStatus } from '#features/use-sharing-status.ts';
import type { StorageFailureKind } from '#storage/storage-failure.ts';
import { Button } from '#ui/button.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { Receipt } from '#ui/receipt.tsx';
import { useWords } from '#ui/words.ts';
import type { ReceiptText } from './describe-receipt.ts';
import { LazyStorageTrouble } from './lazy-storage-trouble.tsx';
import { words } from './messages.ts';

interface LogReceiptProps {
  readonly logId: string;
  readonly lines: readonly ReceiptText[];
  readonly onUndo: () => void;
  readonly onAnother: () => void;
  readonly isUndoing: boolean;
  readonly undoFailed: StorageFailureKind | undefined;
}

// Whoever uses the app alone loads nothing of it.
const SharedSince = lazy(async () => ({ default: (await import('./shared-since.tsx')).SharedSince }));

/** Stands where the form stood: what was saved, where, and what it meant for each goal. */
export function LogReceipt({ logId, lines, onUndo, onAnother, isUndoing, undoFailed }: LogReceiptProps) {
  const t = useWords(words);
  const savedHere = useSavedHere();
  const isShared = useSharingStatus() !== 'alone';
  return (
    <Receipt
      title={savedHere}
      actions={
        <>
          <Button kind="secondary" size="field" busy={isUndoing} onClick={onUndo}>
            {t('undo')}
          </Button>
          <Button kind="primary" size="field" onClick={onAnother}>
            {t('logAnother')}
          </Button>
          <LinkButton as={Link} kind="quiet" size="field" to={paths.logs()}>
            {t('finish')}
          </LinkButton>
        </>
      }
      state={
        <>
          <Link to={paths.log(logId)}>{t('readInList')}</Link>{' '}
          <Suspense>{isShared && <SharedSince logId={logId} />}</Suspense>
        </>
      }
    >
      {lines.length === 0 && <p>{t('feedsNothing')}</p>}
      {lines.map((line) => (
        <p key={line.goalId}>{line.text}</p>
      ))}
      {undoFailed && <LazyStorageTrouble kind={undoFailed} />}
    </Receipt>
  );
}
