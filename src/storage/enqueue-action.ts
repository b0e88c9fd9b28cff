import { enqueueChanges } from '#domain/delivery/enqueue-changes.ts';
import { isSyncedRow, type RowKey, type SyncedRow } from '#domain/delivery/synced-row.ts';
import type { Operation, StoredRow } from '#domain/operations/operation.ts';
import type { Database } from './database.ts';
import { putIssued, readDeviceMeta } from './device-meta.ts';

/** The tables that {@link enqueueAction} reads and writes: a transaction that saves must hold them. */
export const exchangeTables = ['meta', 'outbox', 'bases', 'promises'] as const;

/**
 * Puts what an action did into the outbox, inside the transaction that stores it; nothing while no server was joined, and
 * nothing of the examples, which are nobody's work. In: its operations in order, whole actions, and every row that it changes as it stood before.
 */
export async function enqueueAction(
  db: Database,
  operations: readonly Operation[],
  before: ReadonlyMap<RowKey, StoredRow | undefined>,
): Promise<void> {
  const meta = await readDeviceMeta(db);
  if (meta === undefined) return;
  const examples = await findExamples(db, operations);
  const sent = operations.filter(({ scope }) => !examples.has(scope));
  if (sent.length === 0) return;
  const synced = [...before].flatMap(([key, row]) => (isSyncedRow(row) ? [key] : []));
  const known = new Set((await db.bases.bulkGet(synced)).flatMap((base) => base?.key ?? []));
  const added = enqueueChanges(meta, sent, before, (key) => known.has(key));
  const bases = Array.from(added.bases).flatMap(([key, row]) => (row ? [toBaseRow(key, row)] : []));
  const waiting = [...added.outbox.values()].filter((entry) => entry !== undefined);
  await Promise.all([db.outbox.bulkAdd(waiting), db.bases.bulkPut(bases), putIssued(db, added.meta.issued)]);
}

export const toBaseRow = (key: RowKey, row: SyncedRow) => ({ key, promiseId: row.promiseId, row });

/** The example promises among those that are written to; one that is made by the action itself is not stored yet. */
async function findExamples(db: Database, operations: readonly Operation[]): Promise<ReadonlySet<string>> {
  const made = operations.flatMap(({ tbl, f, scope }) =>
    tbl === 'promises' && f?.example !== undefined ? [scope] : [],
  );
  const stored = await db.promises.bulkGet([...new Set(operations.map(({ scope }) => scope))]);
  return new Set([...made, ...stored.flatMap((promise) => (promise?.example === undefined ? [] : [promise.id]))]);
}
