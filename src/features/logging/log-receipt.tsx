import { Link } from 'react-router';
import { exclusionWord } from '#domain/wording/exclusion-words.ts';
import { receiptSentence } from '#domain/wording/standing-sentences.ts';
import { paths } from '#features/paths.ts';
import { useLanguage } from '#features/use-language.ts';
import { useSavedHere } from '#features/use-saved-here.ts';
import { Button } from '#ui/button.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { Receipt } from '#ui/receipt.tsx';
import { useWords } from '#ui/words.ts';
import { words } from './messages.ts';
import type { ReceiptLine } from './read-receipt.ts';

interface LogReceiptProps {
  readonly logId: string;
  readonly lines: readonly ReceiptLine[];
  readonly onUndo: () => void;
  readonly onAnother: () => void;
  readonly isUndoing: boolean;
}

/** Stands where the form stood: what was saved, where, and what it meant for each goal. */
export function LogReceipt({ logId, lines, onUndo, onAnother, isUndoing }: LogReceiptProps) {
  const t = useWords(words);
  const language = useLanguage();
  const savedHere = useSavedHere();
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
      state={<Link to={paths.log(logId)}>{t('readInList')}</Link>}
    >
      {lines.length === 0 && <p>{t('feedsNothing')}</p>}
      {lines.map((line) => (
        <p key={line.goal.id}>
          {line.kind === 'counts'
            ? receiptSentence(line.goal, line.progress, language)
            : `${line.goal.shortName}: ${exclusionWord(line.reason, language)}`}
        </p>
      ))}
    </Receipt>
  );
}
