import { Button } from '#ui/button.tsx';
import { Receipt } from '#ui/receipt.tsx';
import { useWords } from '#ui/words.ts';
import { words } from './messages.ts';

interface UndoneReceiptProps {
  readonly onBack: () => void;
  readonly onAnother: () => void;
}

/** The log was taken back: the way to what was typed is still open. */
export function UndoneReceipt({ onBack, onAnother }: UndoneReceiptProps) {
  const t = useWords(words);
  return (
    <Receipt
      title={t('undoneTitle')}
      actions={
        <>
          <Button kind="primary" size="field" onClick={onBack}>
            {t('backToForm')}
          </Button>
          <Button kind="secondary" size="field" onClick={onAnother}>
            {t('logAnother')}
          </Button>
        </>
      }
    >
      <p>{t('undone')}</p>
    </Receipt>
  );
}
