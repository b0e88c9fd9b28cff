/** Proves that a file can be brought back: it is, completely, into a database that exists for nothing else. */

import { Dexie } from 'dexie';
import { isSameJson } from '#domain/operations/to-json.ts';
import type { BackupContents } from './backup-contents.ts';
import type { CommitTools } from './commit-action.ts';
import { Database } from './database.ts';
import { countAllLogs } from './many-logs.ts';
import { writeContents } from './restore-backup.ts';
import { runTransaction } from './run-transaction.ts';

export interface Trial {
  readonly promises: number;
  readonly logs: number;
  /** Goals whose figures were counted anew from the rows that were read back. */
  readonly goals: number;
  /** Of those, how many count otherwise than the file says they did. None, unless this version counts otherwise. */
  readonly unlikeFile: number;
  /** Of the goals that are here too, how many have the same figures here, and how many have gone on since. */
  readonly sameAsHere: number;
  readonly goneOnHere: number;
}

export const trialName = (db: Database): string => `${db.name}-trial`;

/** In: checked rows. Out: what was proved. The database of the trial is gone afterwards, whatever happened. */
export async function tryRestore(db: Database, contents: BackupContents, tools: CommitTools): Promise<Trial> {
  await Dexie.delete(trialName(db));
  const trial = new Database(trialName(db), { chromeTransactionDurability: 'relaxed' });
  try {
    const names = trial.tables.map(({ name }) => name);
    await runTransaction(trial, 'rw', names, () => writeContents(trial, contents, { kind: 'replace' }, tools));
    const [counted, here, promises, logs] = await Promise.all([
      trial.goalTotals.toArray(),
      db.goalTotals.toArray(),
      trial.promises.count(),
      countAllLogs(trial),
    ]);
    const own = new Map(here.map(({ goalId, tally }) => [goalId, tally]));
    const both = counted.filter(({ goalId }) => own.has(goalId));
    const same = both.filter(({ goalId, tally }) => isSameJson(own.get(goalId), tally));
    const { figures } = contents;
    const unlike = counted.filter(({ goalId, tally }) => figures.size > 0 && !isSameJson(figures.get(goalId), tally));
    return {
      promises,
      logs,
      goals: counted.length,
      unlikeFile: unlike.length,
      sameAsHere: same.length,
      goneOnHere: both.length - same.length,
    };
  } finally {
    trial.close();
    await Dexie.delete(trialName(db));
  }
}
