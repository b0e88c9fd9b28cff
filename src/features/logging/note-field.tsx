import { useEffect, useRef, useState } from 'react';
import { longestNote } from '#domain/records/longest-note.ts';
import { Button } from '#ui/button.tsx';
import { Icon } from '#ui/icon.tsx';
import { TextArea } from '#ui/text-area.tsx';
import { useWords } from '#ui/words.ts';
import type { FormPart } from './form-part.ts';
import styles from './log-form.module.css';
import { words } from './messages.ts';

/** Free text, one tap away, screened while it is typed. */
export function NoteField({ draft, change, issueOf, warningOf }: FormPart) {
  const t = useWords(words);
  const [isOpen, setIsOpen] = useState(draft.note !== '');
  const area = useRef<HTMLTextAreaElement>(null);
  const wasOpened = useRef(false);
  useEffect(() => {
    if (isOpen && wasOpened.current) area.current?.focus();
  }, [isOpen]);
  const open = () => {
    wasOpened.current = true;
    setIsOpen(true);
  };
  if (!isOpen && draft.note === '') {
    return (
      <div className={styles.flush}>
        <Button kind="quiet" icon={<Icon name="add" />} onClick={open}>
          {t('addNote')}
        </Button>
      </div>
    );
  }
  return (
    <div data-field="note">
      <TextArea
        ref={area}
        label={t('note')}
        hint={t('noteHint')}
        limit={longestNote}
        value={draft.note}
        issue={issueOf('note')}
        warning={warningOf('note')}
        onChange={(note) => change({ note })}
      />
    </div>
  );
}
