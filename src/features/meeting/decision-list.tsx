import { useState } from 'react';
import type { DecisionEntry } from '#domain/meeting/plan-meeting.ts';
import { useServices } from '#features/services.ts';
import type { Row } from '#storage/database.ts';
import { Button } from '#ui/button.tsx';
import { Checkbox } from '#ui/checkbox.tsx';
import { StatusMark } from '#ui/status-mark.tsx';
import { useWords } from '#ui/words.ts';
import styles from './meeting.module.css';
import { words } from './messages.ts';
import { removeDecision, tickDecision } from './record-meeting.ts';
import { TroubleNotice } from './trouble-notice.tsx';
import { useSaving } from './use-saving.ts';

interface DecisionListProps {
  readonly entries: readonly DecisionEntry[];
  readonly meetings: readonly Row<'meetings'>[];
  /** Today's can be taken back while they are written. */
  readonly isRemovable?: boolean;
  /** A reader sees what is done and ticks nothing. */
  readonly isReadOnly?: boolean;
}

/** What a group agreed to do, ticked when it is done. */
export function DecisionList({ entries, meetings, isRemovable = false, isReadOnly = false }: DecisionListProps) {
  const t = useWords(words);
  const services = useServices();
  const { trouble, save } = useSaving();
  // The tick is seen at once; what is read anew afterwards, with new entries, has the last word.
  const [pressed, setPressed] = useState<{ entries: typeof entries; id: string; done: boolean }>();
  const isDone = ({ id, done }: DecisionEntry) =>
    pressed?.entries === entries && pressed.id === id ? pressed.done : done;
  const rowOf = ({ meetingId }: DecisionEntry) => meetings.find(({ id }) => id === meetingId);
  const tick = async (entry: DecisionEntry, done: boolean) => {
    const row = rowOf(entry);
    if (!row) return;
    setPressed({ entries, id: entry.id, done });
    if (!(await save(() => tickDecision(services, row, entry.id, done)))) setPressed(undefined);
  };
  const remove = async (entry: DecisionEntry) => {
    const row = rowOf(entry);
    if (row) await save(() => removeDecision(services, row, entry.id));
  };
  return (
    <>
      <TroubleNotice trouble={trouble} />
      <ul className={styles.decisions}>
        {entries.map((entry) => (
          <li key={entry.id} className={styles.decision}>
            <div className={styles.tick}>
              <Checkbox
                label={entry.text}
                checked={isDone(entry)}
                disabled={isReadOnly}
                aria-label={t('markDone', { text: entry.text })}
                onChange={(done) => void tick(entry, done)}
              />
              {entry.details && (
                <p className={styles.details}>
                  {entry.late ? <StatusMark tone="late" word={entry.details} /> : entry.details}
                </p>
              )}
            </div>
            {isRemovable && (
              <Button
                kind="quiet"
                aria-label={t('removeDecision', { text: entry.text })}
                onClick={() => void remove(entry)}
              >
                {t('remove')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
