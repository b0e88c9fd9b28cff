import { useState } from 'react';
import { useServices } from '#features/services.ts';
import { undoAction } from '#storage/undo.ts';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { useWords } from '#ui/words.ts';
import { words } from './messages.ts';
import type { SavedState } from './saved-state.ts';

const kinds = { saved: 'saved', created: 'created', removed: 'removed' } as const;
const nouns = { promise: 'Promise', activity: 'Activity', goal: 'Goal' } as const;

/** What was just done, and the way back. It stays until one goes elsewhere: no vanishing toast. */
export function SavedNotice({ saved }: { readonly saved: SavedState }) {
  const t = useWords(words);
  const { db, clock, newId } = useServices();
  const [outcome, setOutcome] = useState<'done' | 'undoing' | 'undone' | 'refused'>('done');
  const [fault, setFault] = useState<unknown>();
  if (fault) throw fault;
  const undo = async () => {
    setOutcome('undoing');
    const undone = await undoAction(db, saved.tx, { now: clock.now, today: clock.today, newId });
    setOutcome(undone.kind === 'undone' || undone.kind === 'already-undone' ? 'undone' : 'refused');
  };
  if (outcome === 'undone') {
    return (
      <Notice kind="calm" announce="status">
        {t('undone')}
      </Notice>
    );
  }
  if (outcome === 'refused') {
    return (
      <Notice kind="warn" announce="alert">
        {t('undoRefused')}
      </Notice>
    );
  }
  return (
    <Notice
      kind="done"
      announce="status"
      actions={
        <Button busy={outcome === 'undoing'} onClick={() => undo().catch(setFault)}>
          {t('undo')}
        </Button>
      }
    >
      {t(`${kinds[saved.kind]}${nouns[saved.what]}`)}
    </Notice>
  );
}
