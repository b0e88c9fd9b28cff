/** All that a promise has on this device, for planning a disposal and for the archive package that comes before it. */
import type { StoredRow } from '#domain/operations/operation.ts';
import { type TableName, tableNames } from '#domain/records/tables.ts';
import type { Database } from './database.ts';
import { findDraftsAbout } from './forget-mentions.ts';
import { listPromiseLogs } from './many-logs.ts';

export interface RetentionRows {
  readonly rows: ReadonlyMap<TableName, readonly StoredRow[]>;
  /** Promises that name this one as what they go on from. */
  readonly successors: number;
  /** Keys of drafts about the promise or anything in it. */
  readonly drafts: readonly string[];
}

/** In: a promise. Out: every row of it, removed and corrected ones too; undefined when it is not on the device. */
export async function readRetentionRows(db: Database, promiseId: string): Promise<RetentionRows | undefined> {
  const promise = await db.promises.get(promiseId);
  if (promise === undefined) return undefined;
  const read = await Promise.all(tableNames.map((table) => readTable(db, table, promiseId)));
  const rows = new Map(tableNames.map((table, index) => [table, read[index] ?? []]));
  const ids = new Set(read.flat().map(({ id }) => id));
  const successors = await db.promises.filter((one) => one.predecessorId === promiseId && !one.deletedAt).count();
  return { rows, successors, drafts: await findDraftsAbout(db, ids) };
}

async function readTable(db: Database, table: TableName, promiseId: string): Promise<readonly StoredRow[]> {
  if (table === 'promises') return db.table<StoredRow, string>(table).where('id').equals(promiseId).toArray();
  if (table !== 'progressLogs') return db.table<StoredRow>(table).where('promiseId').equals(promiseId).toArray();
  return (await listPromiseLogs(db, promiseId)) as readonly unknown[] as readonly StoredRow[];
}
