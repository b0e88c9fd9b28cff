import { type ReactNode, useState } from 'react';
import type { StandingLog } from '#domain/progress/contribution.ts';
import type { Activity } from '#domain/records/activity.ts';
import type { Party } from '#domain/records/party.ts';
import { useServices } from '#features/services.ts';
import { useSavedState } from '#features/use-saved-state.ts';
import { restoreLog, withdrawLog } from '#features/withdraw-log.ts';
import { toStorageFailure } from '#storage/storage-failure.ts';
import { Notice } from '#ui/notice.tsx';
import { useWords } from '#ui/words.ts';
import { LogRow } from './log-row.tsx';
import styles from './logs.module.css';
import { words } from './messages.ts';
import { type ChangedRow, noteChange, placeRows } from './place-rows.ts';

interface LogTableProps {
  readonly logs: readonly StandingLog[];
  readonly activities: readonly Activity[];
  readonly parties: readonly Party[];
  /** What to say when there is no row. */
  readonly empty: ReactNode;
}

/** The rows, each with its way back: a withdrawn one stays in its place until the list is left. */
export function LogTable({ logs, activities, parties, empty }: LogTableProps) {
  const t = useWords(words);
  const services = useServices();
  const savedState = useSavedState();
  const [changed, setChanged] = useState<readonly ChangedRow[]>([]);
  const [hasFailed, setHasFailed] = useState(false);
  const replace = async (log: StandingLog, write: typeof restoreLog) => {
    try {
      const after = await write(services, log);
      setChanged((before) => noteChange(before, log, after));
      setHasFailed(false);
    } catch (error) {
      if (!toStorageFailure(error)) throw error;
      setHasFailed(true);
    }
  };
  const rows = placeRows(logs, changed);
  return (
    <>
      {hasFailed && (
        <Notice kind="fail" announce="alert">
          {t('failed')}
        </Notice>
      )}
      {rows.length === 0 && empty}
      <ul className={styles.list}>
        {rows.map(({ key, log }) => (
          <LogRow
            key={key}
            {...{ log, activities, parties }}
            saved={savedState(log)}
            today={services.clock.today()}
            onWithdraw={() => void replace(log, withdrawLog)}
            onRestore={() => void replace(log, restoreLog)}
          />
        ))}
      </ul>
    </>
  );
}
