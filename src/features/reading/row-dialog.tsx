import type { PromiseDraft } from '#domain/reading/promise-draft.ts';
import { useLanguage } from '#features/use-language.ts';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { useWords } from '#ui/words.ts';
import type { Row } from './draft-rows.ts';
import { ChannelFields, FollowUpFields, PictureFields, SignatoryFields, SourceFields } from './follow-up-fields.tsx';
import { ActivityFields, GoalFields } from './item-fields.tsx';
import { NameFields, PartyFields, PeriodRowFields, TitleFields } from './promise-fields.tsx';
import { applyChanges } from './row-form-part.ts';
import { rowWords } from './row-messages.ts';

interface RowDialogProps {
  readonly row: Row | undefined;
  readonly draft: PromiseDraft;
  /** Every keystroke is kept: closing the dialog is not what saves it. */
  readonly onChange: (row: Row) => void;
  readonly onSplit: (at: number) => void;
  readonly onUndo: () => void;
  readonly onClose: () => void;
}

/** The form of one row. */
export function RowDialog({ row, draft, onChange, onSplit, onUndo, onClose }: RowDialogProps) {
  const t = useWords(rowWords);
  const language = useLanguage();
  return (
    <Dialog
      open={row !== undefined}
      onClose={onClose}
      title={row && t('editTitle', { kind: t(row.kind).toLocaleLowerCase(language) })}
      actions={
        <>
          <Button kind="primary" onClick={onClose}>
            {t('done')}
          </Button>
          <Button kind="quiet" onClick={onUndo}>
            {t('undoChange')}
          </Button>
        </>
      }
    >
      {row && <RowFields key={row.id} {...{ row, draft, onChange, onSplit }} />}
    </Dialog>
  );
}

interface RowFieldsProps extends Pick<RowDialogProps, 'draft' | 'onChange' | 'onSplit'> {
  readonly row: Row;
}

function RowFields({ row, draft, onChange, onSplit }: RowFieldsProps) {
  const change = (changes: object) => onChange({ ...row, value: applyChanges<object>(row.value, changes) } as Row);
  switch (row.kind) {
    case 'title':
      return <TitleFields {...{ row, draft, change }} />;
    case 'municipality':
    case 'police-area':
    case 'focus-area':
      return <NameFields {...{ row, change }} />;
    case 'period':
      return <PeriodRowFields {...{ row, draft, change }} />;
    case 'party':
      return <PartyFields {...{ row, draft, change }} />;
    case 'picture':
      return <PictureFields {...{ row, draft, change }} />;
    case 'source':
      return <SourceFields {...{ row, draft, change }} />;
    case 'activity':
      return <ActivityFields {...{ row, draft, change, onSplit }} />;
    case 'goal':
      return <GoalFields {...{ row, draft, change, onSplit }} />;
    case 'follow-up':
      return <FollowUpFields {...{ row, draft, change }} />;
    case 'channel':
      return <ChannelFields {...{ row, draft, change }} />;
    case 'signatory':
      return <SignatoryFields {...{ row, draft, change }} />;
  }
}
