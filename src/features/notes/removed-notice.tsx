import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { useWords } from '#ui/words.ts';
import { noteWords } from './note-messages.ts';
import type { NoteDesk } from './use-note-desk.ts';

/** What was removed a moment ago can be brought back at once. */
export function RemovedNotice({ desk }: { readonly desk: NoteDesk }) {
  const t = useWords(noteWords);
  if (!desk.removedId) return null;
  return (
    <Notice
      kind="done"
      announce="status"
      actions={
        <Button kind="quiet" onClick={() => void desk.restore()}>
          {t('undo')}
        </Button>
      }
    >
      {t('removed')}
    </Notice>
  );
}
