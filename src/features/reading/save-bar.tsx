import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { useWords } from '#ui/words.ts';
import { coverMatches } from './cover-findings.ts';
import { listRows } from './draft-rows.ts';
import { confirmAll, type EditedDraft, isEmptyRow, keepRows, listOpen } from './edit-draft.ts';
import { words } from './messages.ts';
import styles from './reading.module.css';
import { useSaving } from './use-saving.ts';

interface SaveBarProps {
  readonly edited: EditedDraft;
  readonly edit: (change: (edited: EditedDraft) => EditedDraft) => void;
  readonly undo: (() => void) | undefined;
  readonly onChangeText: () => void;
}

/** How far somebody has come, and the one button that makes a promise of it. */
export function SaveBar({ edited, edit, undo, onChangeText }: SaveBarProps) {
  const t = useWords(words);
  const { state, save, settle } = useSaving();
  const open = listOpen(edited).length;
  const all = listRows(edited.draft).filter((row) => !isEmptyRow(row) || edited.states[row.id] !== undefined).length;
  const { activities, goals } = keepRows(edited);
  const hasWork = activities.length + goals.length > 0;
  const saveAll = (from: EditedDraft) => {
    const confirmed = confirmAll(from);
    edit(() => confirmed);
    void save(confirmed);
  };
  return (
    <div className={styles.saveBar}>
      {state.kind === 'personal-data' && (
        <Notice
          kind="warn"
          announce="alert"
          title={t('personalTitle')}
          actions={
            <Button
              onClick={() => {
                settle();
                saveAll(
                  coverMatches(
                    edited,
                    state.found.map(({ match }) => match),
                  ),
                );
              }}
            >
              {t('cover')}
            </Button>
          }
        >
          {t('personalText', { matches: [...new Set(state.found.map(({ match }) => match))].join(', ') })}
        </Notice>
      )}
      {state.kind === 'too-long' && (
        <Notice
          kind="warn"
          announce="alert"
          title={t('tooLongTitle')}
          actions={
            state.fitsAlone ? (
              <Button onClick={() => void save(confirmAll(edited), true)}>{t('saveOnlyPart')}</Button>
            ) : (
              <Button onClick={onChangeText}>{t('changeText')}</Button>
            )
          }
        >
          {t(state.fitsAlone ? 'tooLongFits' : 'tooLongCut')}
        </Notice>
      )}
      {state.kind === 'failed' && (
        <Notice kind="fail" announce="alert">
          {t('notSaved')}
        </Notice>
      )}
      <div className={styles.saveLine}>
        <p className={styles.progress} role="status">
          {hasWork ? t('decided', { done: all - open, all }) : t('saveMissing')}
        </p>
        {undo && (
          <Button kind="quiet" aria-label={t('undoLast')} onClick={undo}>
            {t('undo')}
          </Button>
        )}
        {open > 0 && (
          <Button kind="quiet" onClick={() => edit(confirmAll)}>
            {t('confirmAll')}
          </Button>
        )}
        <div className={styles.saveButton}>
          <Button
            kind="primary"
            wide
            busy={state.kind === 'saving'}
            disabled={!hasWork}
            onClick={() => saveAll(edited)}
          >
            {t(open > 0 ? 'saveAll' : 'save')}
          </Button>
        </div>
      </div>
    </div>
  );
}
