import { enqueueChanges } from '#domain/delivery/enqueue-changes.ts';
import { isSyncedRow, type RowKey, type SyncedRow } from '#domain/delivery/synced-row.ts';
import type { Operation, StoredRow } from '#domain/operations/operation.ts';
import type { Database } from './database.ts';
import { putIssued, readDeviceMeta } from './device-meta.ts';

/** The tables that {@link enqueueAction} reads and writes: a transaction that saves must hold them. */
export const exchangeTables = ['meta', 'outbox', 'bases'] as const;

/**
 * Puts what an action did into the outbox, inside the transaction that stores it; nothing while no server was joined.
 * In: its operations in order, whole actions, and every row that it changes as it stood before.
 */
export async function enqueueAction(
  db: Database,
  operations: readonly Operation[],
  before: ReadonlyMap<RowKey, StoredRow | undefined>,
): Promise<void> {
  const meta = await readDeviceMeta(db);
  if (meta === undefined) return;
  const synced = [...before].flatMap(([key, row]) => (isSyncedRow(row) ? [key] : []));
  const known = new Set((await db.bases.bulkGet(synced)).flatMap((base) => base?.key ?? []));
  const added = enqueueChanges(meta, operations, before, (key) => known.has(key));
  const bases = Array.from(added.bases).flatMap(([key, row]) => (row ? [toBaseRow(key, row)] : []));
  const waiting = [...added.outbox.values()].filter((entry) => entry !== undefined);
  await Promise.all([db.outbox.bulkAdd(waiting), db.bases.bulkPut(bases), putIssued(db, added.meta.issued)]);
}

export const toBaseRow = (key: RowKey, row: SyncedRow) => ({ key, promiseId: row.promiseId, row });
