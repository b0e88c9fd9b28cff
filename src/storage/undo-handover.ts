/** Giving back the handover that was taken in last: everything is then as if it had not come. */
import { type RowKey, toRowKey } from '#domain/delivery/synced-row.ts';
import { replaceLog } from '#domain/operations/apply-operation.ts';
import type { StoredRow } from '#domain/operations/operation.ts';
import { tableNames } from '#domain/records/tables.ts';
import type { CommitTools } from './commit-action.ts';
import type { Database } from './database.ts';
import { foldRows, listChained, replaceLogs } from './fold-rows.ts';
import { groupOperations, listCreatedLogs, orderStored, readActions } from './handover-history.ts';
import { forgetReceipt, type HandoverReceipt, putNotes, readReceipt } from './handover-notes.ts';
import type { HistoryChange, HistoryRow } from './history-row.ts';
import { listPromiseLogs } from './many-logs.ts';
import type { RowChange } from './plan-handover.ts';
import { readScope } from './read-scope.ts';
import { runTransaction } from './run-transaction.ts';
import { runAction } from './running-actions.ts';
import { countActions, listBefores, renewBefores, storeRows } from './take-handover.ts';

export type GivenBack =
  | { readonly kind: 'given-back' }
  /** Work has gone on since: it may rest on what came. */
  | { readonly kind: 'worked-on' }
  /** It was given back already, or another one has been taken in since. */
  | { readonly kind: 'unknown' };

/** In: the id of a handover. Out: see {@link GivenBack}; nothing is stored unless it is `given-back`. */
export const undoHandover = (db: Database, id: string, tools: CommitTools): Promise<GivenBack> =>
  runAction(db, () =>
    runTransaction(
      db,
      'rw',
      db.tables.map(({ name }) => name),
      () => undo(db, id, tools),
    ),
  );

async function undo(db: Database, id: string, tools: CommitTools): Promise<GivenBack> {
  const receipt = await readReceipt(db);
  if (receipt === undefined || receipt.id !== id) return { kind: 'unknown' };
  const counts = await countActions(db, receipt.promiseIds);
  const isWorkedOn = receipt.promiseIds.some((promiseId) => counts[promiseId] !== receipt.counts[promiseId]);
  if (isWorkedOn) return { kind: 'worked-on' };
  await giveBack(db, receipt, tools.newId());
  return { kind: 'given-back' };
}

async function giveBack(db: Database, receipt: HandoverReceipt, revision: string): Promise<void> {
  const given = new Set(receipt.txs);
  const rows = new Map<RowKey, RowChange>();
  const kept: HistoryRow[] = [];
  const befores = new Map<string, HistoryChange['before']>();
  for (const promiseId of receipt.promiseIds) {
    const own = await foldWithout(db, promiseId, given);
    for (const [key, change] of own.rows) rows.set(key, change);
    for (const [id, before] of own.befores) befores.set(id, before);
    kept.push(...own.kept);
  }
  await db.history
    .where('tx')
    .anyOf([...given])
    .delete();
  await storeRows(db, { rows }, revision);
  await renewBefores(db, kept, befores);
  await putNotes(db, receipt.before);
  await forgetReceipt(db);
}

/** The rows of a promise as they are without some of its actions. */
async function foldWithout(db: Database, promiseId: string, given: ReadonlySet<string>) {
  const actions = await readActions(db, [promiseId]);
  const logs = await listPromiseLogs(db, promiseId);
  const gone = new Set([...given, ...actions.filter(({ tx }) => given.has(tx)).flatMap(listCreatedLogs)]);
  const kept = actions.filter(({ tx }) => !given.has(tx));
  const stored = groupOperations(
    kept,
    logs.filter(({ id }) => !gone.has(id)),
  );
  const ordered = [...stored.values()].map((own) => orderStored(own));
  const folded = foldRows(ordered);
  const replaced = replaceLogs(listChained(ordered));
  const rows = new Map<RowKey, RowChange>();
  for (const table of tableNames) {
    const all = table === 'progressLogs' ? (logs as readonly unknown[]) : await readScope(db, table, promiseId);
    for (const before of all as readonly StoredRow[]) {
      const made = folded.get(toRowKey(table, before.id))?.row;
      const by = replaced.get(before.id);
      rows.set(toRowKey(table, before.id), { before, after: made && by !== undefined ? replaceLog(made, by) : made });
    }
  }
  return { kept, rows, befores: listBefores({ folded }) };
}
