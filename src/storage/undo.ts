/** Undo without a time limit, from history: whatever was done can be taken back, and taking back can be taken back. */
import { tableNames } from '#domain/records/tables.ts';
import type { CommitTools } from './commit-action.ts';
import { countingTables } from './counting.ts';
import type { Database } from './database.ts';
import { exchangeTables } from './enqueue-action.ts';
import { type ChangedField, type Inverse, invertLog } from './invert-action.ts';
import { findInForce, invertInForce } from './invert-in-force.ts';
import { logTables } from './log-rows.ts';
import { prepareWrites } from './prepare-writes.ts';
import { runTransaction } from './run-transaction.ts';
import { runAction } from './running-actions.ts';
import { storeWrites } from './store-writes.ts';

export type Undone =
  | { readonly kind: 'undone'; readonly tx: string }
  /** Somebody has changed these since: what they wrote is not written over. Nothing was taken back. */
  | { readonly kind: 'changed-since'; readonly fields: readonly ChangedField[] }
  | { readonly kind: 'already-undone' }
  | { readonly kind: 'unknown' };

export type UndoneBatch =
  /** `batch` takes the taking back back. `kept`: what was changed since, and stands as it is. */
  | { readonly kind: 'undone'; readonly batch: string; readonly kept: readonly ChangedField[] }
  | { readonly kind: 'already-undone' }
  | { readonly kind: 'unknown' };

const tables = [
  ...new Set([...tableNames, ...countingTables, ...logTables, 'goalTotals', 'goalDays', 'history', ...exchangeTables]),
];

/**
 * Takes one action back, whole or not at all. In: the action's `tx`; for a log that was saved alone, or for one log of a
 * larger action, the log's id. An action whose undoing was undone is in force again and can be undone once more.
 * Throws as `commitAction` does.
 */
export function undoAction(db: Database, tx: string, tools: CommitTools): Promise<Undone> {
  const undoTools = { ...tools, tx: tools.newId() };
  return runAction(db, () => runTransaction(db, 'rw', tables, () => takeBack(db, tx, undoTools)));
}

/** Takes back every action of an import, in one transaction. What was changed since is left as it is and told. */
export function undoBatch(db: Database, batch: string, tools: CommitTools): Promise<UndoneBatch> {
  const undoTools = { ...tools, tx: tools.newId() };
  return runAction(db, () => runTransaction(db, 'rw', tables, () => takeBatchBack(db, batch, undoTools)));
}

type UndoTools = CommitTools & { readonly tx: string };

async function takeBack(db: Database, tx: string, tools: UndoTools): Promise<Undone> {
  const row = await db.history.where('tx').equals(tx).first();
  if (row === undefined) {
    const inverse = await invertLog(db, tx, tools);
    return inverse ? storeUndone(db, inverse, tools) : { kind: 'unknown' };
  }
  const inForce = await findInForce(db, row);
  if (inForce === undefined) return { kind: 'already-undone' };
  return storeUndone(db, await invertInForce(db, row, inForce, tools), tools, { undoes: inForce.tx });
}

async function storeUndone(db: Database, inverse: Inverse, tools: UndoTools, head: UndoHead = {}): Promise<Undone> {
  if (inverse.changedSince.length > 0) return { kind: 'changed-since', fields: inverse.changedSince };
  const tx = await storeInverse(db, inverse, tools, head);
  return tx === undefined ? { kind: 'already-undone' } : { kind: 'undone', tx };
}

async function takeBatchBack(db: Database, batch: string, tools: UndoTools): Promise<UndoneBatch> {
  const rows = await db.history.where('batch').equals(batch).reverse().sortBy('n');
  if (rows.length === 0) return { kind: 'unknown' };
  const kept: ChangedField[] = [];
  let count = 0;
  for (const row of rows) {
    const inForce = await findInForce(db, row);
    if (!inForce) continue;
    const inverse = await invertInForce(db, row, inForce, tools);
    kept.push(...inverse.changedSince);
    const head = { undoes: inForce.tx, batch: tools.tx };
    if (await storeInverse(db, inverse, { ...tools, tx: tools.newId() }, head)) count += 1;
  }
  return count === 0 && kept.length === 0 ? { kind: 'already-undone' } : { kind: 'undone', batch: tools.tx, kept };
}

interface UndoHead {
  readonly undoes?: string;
  readonly batch?: string;
}

async function storeInverse(
  db: Database,
  { writes }: Inverse,
  tools: UndoTools,
  head: UndoHead,
): Promise<string | undefined> {
  const [tx] = await storeWrites(db, { label: 'undone', ...head }, prepareWrites(writes), tools);
  return tx;
}
