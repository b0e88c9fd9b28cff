import { type ReactNode, useId } from 'react';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Notice } from '#ui/notice.tsx';
import { useWords } from '#ui/words.ts';
import type { FormValues } from './note-form.ts';
import { noteWords } from './note-messages.ts';
import styles from './notes.module.css';
import type { NoteFormState } from './use-note-form.ts';

interface NoteDialogProps<T extends FormValues> {
  readonly title: string;
  readonly form: NoteFormState<T>;
  readonly onClose: () => void;
  /** Given for what exists already. */
  readonly onRemove?: (() => void) | undefined;
  readonly children: ReactNode;
}

/** A small form over the page. Esc keeps the draft of something new; Cancel throws it away. */
export function NoteDialog<T extends FormValues>({ title, form, onClose, onRemove, children }: NoteDialogProps<T>) {
  const t = useWords(noteWords);
  const formId = useId();
  const cancel = () => void form.discard().then(onClose);
  return (
    <Dialog
      open
      title={title}
      // What stands may change before the form is opened again: a draft over it would hide that.
      onClose={onRemove ? cancel : onClose}
      actions={
        <>
          <Button kind="primary" type="submit" form={formId} busy={form.isSaving}>
            {t('save')}
          </Button>
          <Button kind="secondary" onClick={cancel}>
            {t('cancel')}
          </Button>
          {onRemove && (
            <Button kind="danger" onClick={() => void form.discard().then(onRemove)}>
              {t('remove')}
            </Button>
          )}
        </>
      }
    >
      <form
        id={formId}
        noValidate
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          void form.submit();
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void form.submit();
        }}
      >
        {form.trouble && (
          <Notice kind="fail" announce="alert">
            {t(form.trouble === 'conflict' ? 'conflict' : 'notSaved')}
          </Notice>
        )}
        {form.values && children}
      </form>
    </Dialog>
  );
}
