import type { CommitTools } from './commit-action.ts';
import type { Database } from './database.ts';
import type { HistoryChange, HistoryRow } from './history-row.ts';
import { type Inverse, invertAction } from './invert-action.ts';
import { findStanding, readChain } from './log-chain.ts';

/** The action itself, or what last put it in force again; undefined while it is undone. */
export async function findInForce(db: Database, row: HistoryRow): Promise<HistoryRow | undefined> {
  const undoing = await db.history.where('undoes').equals(row.tx).last();
  if (undoing === undefined) return row;
  const redoing = await db.history.where('undoes').equals(undoing.tx).last();
  return redoing && findInForce(db, redoing);
}

/**
 * What takes an action back that is in force again. Putting it in force brought back what undoing had taken; what was
 * gone already at that time, and has come back by another way since, is of the action too.
 */
export async function invertInForce(
  db: Database,
  row: HistoryRow,
  inForce: HistoryRow,
  tools: CommitTools,
): Promise<Inverse> {
  const inverse = await invertAction(db, inForce, tools);
  if (inForce === row) return inverse;
  const rest = await invertAction(db, { ...row, changes: await listOthers(db, row, inForce) }, tools);
  return {
    writes: [...inverse.writes, ...rest.writes],
    changedSince: [...inverse.changedSince, ...rest.changedSince],
  };
}

/** The changes of an action to rows, and to logs, that another does not touch: a log is the same through its corrections. */
async function listOthers(db: Database, row: HistoryRow, other: HistoryRow): Promise<readonly HistoryChange[]> {
  const isOfLog = ({ tbl }: HistoryChange) => tbl === 'progressLogs';
  const logs = [...row.changes, ...other.changes].filter(isOfLog).map(({ ent }) => ent);
  const chain = await readChain(db, logs);
  const standFor = (change: HistoryChange) => (isOfLog(change) ? findStanding(chain, change.ent) : change.ent);
  const touched = new Set(other.changes.map(standFor));
  return row.changes.filter((change) => !touched.has(standFor(change)));
}
