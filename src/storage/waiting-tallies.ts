/** What the figures hold that no server has confirmed: the rest of them is official. */
import type { GoalTallies, StandingLog } from '#domain/progress/contribution.ts';
import { countingTables, readCounting } from './counting.ts';
import type { Database } from './database.ts';
import { getLogs, logTables } from './log-rows.ts';
import { runTransaction } from './run-transaction.ts';
import { collectChanges, type LogMove, type TallyChange } from './update-tallies.ts';

/**
 * By goal, what waiting logs have added to its stored tallies or taken from them, in whole and by day. In: the database
 * and a promise. Out: only goals that something waits for. Reads the logs that wait, and no others.
 */
export const readWaitingTallies = (db: Database, promiseId: string): Promise<ReadonlyMap<string, GoalTallies>> =>
  runTransaction(db, 'r', [...new Set([...countingTables, ...logTables]), 'outbox', 'bases'], async () => {
    const counting = await readCounting(db, promiseId);
    const moves = await readMoves(db, promiseId);
    const changes = new Map<string, TallyChange>();
    if (counting) collectChanges(counting, moves, changes);
    return changes;
  });

/** Each log that waits: as the server has it, and as it is shown. */
async function readMoves(db: Database, promiseId: string): Promise<readonly LogMove[]> {
  const [waiting, bases] = await Promise.all([
    db.outbox.toArray(),
    db.bases.where('promiseId').equals(promiseId).toArray(),
  ]);
  const before = new Map(
    bases.flatMap(({ key, row }) => (key.startsWith('progressLogs/') ? [[row.id, row as unknown as StandingLog]] : [])),
  );
  const own = waiting.flatMap(({ op }) => (op?.tbl === 'progressLogs' && op.scope === promiseId ? [op.ent] : []));
  const ids = [...new Set([...before.keys(), ...own])];
  const shown = await getLogs(db, ids);
  return ids.map((id, index) => ({ before: before.get(id), after: shown[index] }));
}
