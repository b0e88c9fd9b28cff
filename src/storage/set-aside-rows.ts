/** Rows that no schema reads: what is known of them, and those that were laid aside. Nothing is ever thrown away here. */
import type { StoredRow } from '#domain/operations/operation.ts';
import type { TableName } from '#domain/records/tables.ts';
import { auditTallies } from './audit-tallies.ts';
import type { Database } from './database.ts';
import { layOut } from './log-packs.ts';
import { logTables } from './log-rows.ts';
import { listPackedLogs } from './packed-logs.ts';
import { renewRevisions } from './promise-state.ts';
import { runTransaction } from './run-transaction.ts';
import { runAction } from './running-actions.ts';

export interface BrokenRow {
  readonly table: TableName;
  readonly id: string;
  /** Empty where the row does not say. */
  readonly promiseId: string;
  /** What people know it by, as far as it can be read. */
  readonly name: string;
  /** The fields that cannot be read. */
  readonly fields: readonly string[];
}

/** What the last look found. */
export interface BrokenLook {
  /** Milliseconds of the device's clock. */
  readonly at: number;
  readonly rows: readonly BrokenRow[];
}

/** A row as it lay in its table, whatever it is. */
export interface AsideRow {
  readonly table: TableName;
  readonly row: unknown;
}

export const lookKey = 'broken-rows';
const prefix = 'aside/';

export async function readBrokenLook(db: Database): Promise<BrokenLook | undefined> {
  return (await db.meta.get(lookKey))?.value as BrokenLook | undefined;
}

/** Those that nobody has seen to. */
export const readBrokenRows = async (db: Database): Promise<readonly BrokenRow[]> =>
  (await readBrokenLook(db))?.rows ?? [];

export const putBrokenLook = (db: Database, look: BrokenLook): Promise<unknown> =>
  db.meta.put({ key: lookKey, value: look });

export const toAsideKey = (table: TableName, id: string): string => `${prefix}${table}/${id}`;

export async function listAside(db: Database): Promise<readonly AsideRow[]> {
  const rows = await db.meta.where('key').startsWith(prefix).toArray();
  return rows.map(({ value }) => value as AsideRow);
}

/** Everything about the broken rows and those laid aside, as it lies in the database: to be saved as a file. */
export async function readBrokenContents(db: Database): Promise<readonly AsideRow[]> {
  const broken = await readBrokenRows(db);
  const rows = await Promise.all(broken.map(async ({ table, id }) => ({ table, row: await readRaw(db, table, id) })));
  return [...rows, ...(await listAside(db))];
}

/** From the table, or from the pack that it lies in. */
async function readRaw(db: Database, table: TableName, id: string): Promise<unknown> {
  const row: unknown = await db.table(table).get(id);
  if (row !== undefined || table !== 'progressLogs') return row;
  const isIt = (log: unknown) => (log as { readonly id?: unknown } | null)?.id === id;
  // A filter is given what lies there, unopened.
  const pack = await db.logPacks.filter((stored) => listPackedLogs(stored).some(isIt)).first();
  return pack?.logs.find(isIt);
}

/**
 * Lays a row aside: it counts for nothing from then on, and can still be saved as a file. The figures are counted anew.
 * `revision`: a text that was never used before.
 */
export const layAside = (db: Database, broken: BrokenRow, revision: string): Promise<void> =>
  changeRow(db, broken, revision, async () => {
    const { table, id } = broken;
    await db.meta.put({ key: toAsideKey(table, id), value: { table, row: await db.table(table).get(id) } });
    await db.table(table).delete(id);
  });

/** Puts a sound row in the place of a broken one. The figures are counted anew. */
export const putSound = (db: Database, broken: BrokenRow, row: StoredRow, revision: string): Promise<void> =>
  changeRow(db, broken, revision, async () => {
    await db.table(broken.table).put(row);
  });

/** Takes the row away, so that the exchange notices and fetches its promise anew. `audit`: where its last look is kept. */
export const dropForServer = (db: Database, broken: BrokenRow, revision: string, audit: string): Promise<void> =>
  changeRow(db, broken, revision, async () => {
    await db.table(broken.table).delete(broken.id);
    await db.meta.put({ key: audit, value: { at: 0, lacking: 0 } });
  });

async function changeRow(
  db: Database,
  { table, id, promiseId }: BrokenRow,
  revision: string,
  change: () => Promise<void>,
): Promise<void> {
  await runAction(db, () =>
    runTransaction(db, 'rw', [...new Set([table, 'meta', ...logTables])], async () => {
      if (table === 'progressLogs') await layOut(db, [id]);
      await change();
      if (promiseId !== '') await renewRevisions(db, [promiseId], revision);
      const look = await readBrokenLook(db);
      if (look === undefined) return;
      const rows = look.rows.filter((row) => row.table !== table || row.id !== id);
      await putBrokenLook(db, { ...look, rows });
    }),
  );
  await auditTallies(db);
}
