/** What one step of the exchange asked to see, read inside its transaction. */
import type { DeviceHead, DeviceNeeds, DeviceView } from '#domain/delivery/device-state.ts';
import { type RowKey, type SyncedRow, splitRowKey, toRowKey } from '#domain/delivery/synced-row.ts';
import type { StoredRow } from '#domain/operations/operation.ts';
import { type TableName, tableNames } from '#domain/records/tables.ts';
import type { BaseRow, Database } from './database.ts';
import { readDeviceMeta } from './device-meta.ts';
import { addPacked, type LogRow } from './log-rows.ts';
import { listPromiseLogs } from './many-logs.ts';
import { readRing } from './ring.ts';
import { getByKeys } from './rows-by-key.ts';

/** In: the database. Out: undefined while no server was joined. */
export async function readDeviceHead(db: Database): Promise<DeviceHead | undefined> {
  const [meta, outbox] = await Promise.all([readDeviceMeta(db), db.outbox.orderBy('seq').toArray()]);
  return meta && { meta, outbox };
}

export async function readDeviceView(db: Database, head: DeviceHead, needs: DeviceNeeds): Promise<DeviceView> {
  const rows = new Map<RowKey, StoredRow>();
  const bases = new Map<RowKey, SyncedRow>();
  await readPromises(db, needs.promises, rows, bases);
  // Of a promise that was read as a whole everything is here.
  await readKeys(db, rows.size === 0 ? needs.rows : needs.rows.filter((key) => !rows.has(key)), rows, bases);
  return { ...head, rows, bases, ring: needs.ring ? await readRing(db) : [] };
}

async function readPromises(
  db: Database,
  promiseIds: readonly string[],
  rows: Map<RowKey, StoredRow>,
  bases: Map<RowKey, SyncedRow>,
): Promise<void> {
  if (promiseIds.length === 0) return;
  const read = await Promise.all(tableNames.map((table) => readTable(db, table, promiseIds)));
  for (const [index, table] of tableNames.entries()) {
    for (const row of read[index] ?? []) rows.set(toRowKey(table, row.id), row);
  }
  addBases(bases, await db.bases.where('promiseId').anyOf(promiseIds).toArray());
}

function readTable(db: Database, table: TableName, promiseIds: readonly string[]): Promise<readonly StoredRow[]> {
  const rows = db.table<StoredRow, string>(table);
  if (table === 'promises') return rows.where('id').anyOf(promiseIds).toArray();
  if (table === 'progressLogs') return readLogsOf(db, promiseIds);
  return rows.where('promiseId').anyOf(promiseIds).toArray();
}

async function readLogsOf(db: Database, promiseIds: readonly string[]): Promise<readonly StoredRow[]> {
  const logs = await Promise.all(promiseIds.map((id) => listPromiseLogs(db, id)));
  return logs.flat() as readonly unknown[] as readonly StoredRow[];
}

/** Rows and their bases; of logs also everything that has replaced them since, a round of reads for each link. */
async function readKeys(
  db: Database,
  wanted: readonly RowKey[],
  rows: Map<RowKey, StoredRow>,
  bases: Map<RowKey, SyncedRow>,
): Promise<void> {
  const asked = new Set<RowKey>();
  for (let keys = wanted; keys.length > 0; ) {
    for (const key of keys) asked.add(key);
    const [found, foundBases] = await Promise.all([readRows(db, keys), getByKeys<BaseRow>(db, 'bases', keys)]);
    for (const [key, row] of found) rows.set(key, row);
    addBases(bases, foundBases);
    const links = [...found.map(([, row]) => row), ...foundBases.map((base) => base?.row)].flatMap((row) =>
      typeof row?.replacedBy === 'string' ? [toRowKey('progressLogs', row.replacedBy)] : [],
    );
    keys = [...new Set(links)].filter((key) => !asked.has(key));
  }
}

async function readRows(db: Database, keys: readonly RowKey[]): Promise<readonly (readonly [RowKey, StoredRow])[]> {
  const idsByTable = new Map<TableName, string[]>();
  for (const key of keys) {
    const { table, id } = splitRowKey(key);
    const ids = idsByTable.get(table);
    if (ids) ids.push(id);
    else idsByTable.set(table, [id]);
  }
  const found = await Promise.all(
    Array.from(idsByTable, async ([table, ids]) => {
      const rows = await getManyRows(db, table, ids);
      return rows.flatMap((row) => (row ? [[toRowKey(table, row.id), row] as const] : []));
    }),
  );
  return found.flat();
}

async function getManyRows(
  db: Database,
  table: TableName,
  ids: readonly string[],
): Promise<readonly (StoredRow | undefined)[]> {
  if (table !== 'progressLogs') return getByKeys<StoredRow>(db, table, ids);
  const logs = await addPacked(db, ids, await getByKeys<LogRow>(db, table, ids));
  return logs as readonly unknown[] as readonly (StoredRow | undefined)[];
}

function addBases(bases: Map<RowKey, SyncedRow>, read: readonly (BaseRow | undefined)[]): void {
  for (const base of read) if (base) bases.set(base.key, base.row);
}
