import { type GoalTallies, tallyGoals } from '#domain/progress/contribution.ts';
import type { ProgressLog } from '#domain/records/progress-log.ts';
import { countingTables, readCounting } from './counting.ts';
import { Database } from './database.ts';
import { moveLogCounts } from './log-counts.ts';
import { runTransaction } from './run-transaction.ts';
import { addChanges } from './update-tallies.ts';

export interface BulkLoadOptions {
  /** Logs in one transaction. */
  readonly chunk?: number;
  readonly onProgress?: (stored: number) => void;
}

/**
 * Stores many new logs that can be loaded again: sample data for measuring, a copy that is read back.
 * In: logs that have been checked, none of which corrects another. Each becomes its own history, as if saved alone.
 * Logs and tallies are stored together, by day, so that each day's tallies are written about once; a load that was
 * cut off has whole chunks and right tallies. Durability is relaxed: what people do goes through `commitAction`.
 */
export async function bulkLoadLogs(
  db: Database,
  logs: readonly ProgressLog[],
  { chunk = 5000, onProgress }: BulkLoadOptions = {},
): Promise<void> {
  const relaxed = new Database(db.name, { chromeTransactionDurability: 'relaxed' });
  const sorted = logs.toSorted((left, right) => compare(left.date, right.date) || compare(left.id, right.id));
  try {
    for (let from = 0; from < sorted.length; from += chunk) {
      const part = sorted.slice(from, from + chunk);
      await runTransaction(relaxed, 'rw', tables, () => loadPart(relaxed, part));
      onProgress?.(from + part.length);
    }
  } finally {
    relaxed.close();
  }
}

const tables = [...countingTables, 'progressLogs', 'goalTotals', 'goalDays'];
const compare = (left: string, right: string) => (left < right ? -1 : Number(left > right));

async function loadPart(db: Database, logs: readonly ProgressLog[]): Promise<void> {
  await db.progressLogs.bulkAdd([...logs]);
  await moveLogCounts(
    db,
    logs.map((after) => ({ after })),
  );
  for (const promiseId of new Set(logs.map((log) => log.promiseId))) {
    const counting = await readCounting(db, promiseId);
    if (!counting) continue;
    const own = logs.filter((log) => log.promiseId === promiseId);
    await addChanges(db, toChanges(promiseId, tallyGoals(counting.contexts, own)));
  }
}

const toChanges = (promiseId: string, tallies: ReadonlyMap<string, GoalTallies>) =>
  new Map(
    Array.from(tallies, ([goalId, { total, byDay }]) => [goalId, { promiseId, total, byDay: new Map(byDay) }] as const),
  );
