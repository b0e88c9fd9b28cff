/** The copy of a database before its schema changes: a second database, kept for a week. Without Dexie and its schemas. */
import type { UpgradeKeeper } from './upgrade-opening.ts';
import { askStore, completeTransaction, openPlain, removePlain } from './upgrade-requests.ts';
import { type CountedTable, type CountedTables, countTables, readTable } from './upgrade-sums.ts';

export const toSnapshotName = (name: string): string => `${name}-before-upgrade`;

/** What is known of a copy. */
export interface Snapshot {
  /** Milliseconds of the device's clock when it was first looked at again; undefined before. */
  readonly at?: number;
  readonly version: number;
  readonly tables: CountedTables;
}

export interface KeeperOptions {
  readonly factory: IDBFactory;
  readonly name: string;
  /** Tables whose rows the upgrade itself writes anew: of these only the number is compared. */
  readonly rewritten?: ReadonlySet<string>;
  /** The upgrade had changed what it must not, and what was there before has been put back. */
  readonly onUndone?: (tables: readonly string[]) => void;
}

const aboutKey = 'about';
const rowsInChunk = 1000;

/** Copies before, compares after, and puts back what differs. */
export function createUpgradeKeeper(options: KeeperOptions): UpgradeKeeper {
  let snapshot: Snapshot | undefined;
  return {
    keep: async () => {
      snapshot = await takeSnapshot(options);
    },
    settle: async (db) => {
      if (snapshot === undefined) return;
      const differing = await findDiffering(db, snapshot, options.rewritten);
      if (differing.length === 0) return;
      await putBack(options, db, snapshot);
      const left = await findDiffering(db, snapshot);
      if (left.length > 0) throw new Error(`The copy before the upgrade could not be put back: ${left.join(', ')}`);
      options.onUndone?.(differing);
    },
  };
}

async function takeSnapshot({ factory, name }: KeeperOptions): Promise<Snapshot> {
  await removePlain(factory, toSnapshotName(name));
  const copy = await openPlain(factory, toSnapshotName(name), (db) => db.createObjectStore('chunks'));
  const db = await openPlain(factory, name);
  try {
    const tables: Record<string, CountedTable> = {};
    for (const table of Array.from(db.objectStoreNames)) {
      let n = 0;
      tables[table] = await readTable(db, table, rowsInChunk, async (rows) => {
        n += 1;
        await put(copy, `${table}/${String(n).padStart(8, '0')}`, rows);
      });
    }
    const snapshot = { version: db.version, tables };
    await put(copy, aboutKey, snapshot);
    // What was written is read back before anybody relies on it.
    for (const [table, { count }] of Object.entries(tables)) {
      const rows = await readChunks(copy, table);
      if (rows.length !== count) throw new Error(`The copy before the upgrade lacks rows of ${table}`);
    }
    return snapshot;
  } finally {
    db.close();
    copy.close();
  }
}

async function put(copy: IDBDatabase, key: string, value: unknown): Promise<void> {
  const transaction = copy.transaction('chunks', 'readwrite', { durability: 'strict' });
  transaction.objectStore('chunks').put(value, key);
  await completeTransaction(transaction);
}

async function readChunks(copy: IDBDatabase, table: string): Promise<readonly unknown[]> {
  const range = IDBKeyRange.bound(`${table}/`, `${table}/\uffff`);
  const chunks = await askStore(copy, 'chunks', (store) => store.getAll(range));
  return (chunks as readonly (readonly unknown[])[]).flat();
}

/** Tables that are not what they were before. */
async function findDiffering(
  db: IDBDatabase,
  { tables }: Snapshot,
  rewritten: ReadonlySet<string> = new Set(),
): Promise<readonly string[]> {
  const found = await countTables(db, Object.keys(tables));
  return Object.entries(tables).flatMap(([table, { count, sum }]) => {
    const now = found[table];
    const isSame = now?.count === count && (rewritten.has(table) || now.sum === sum);
    return isSame ? [] : [table];
  });
}

/** Every table as it was, in one transaction. A version never goes down, so what the upgrade added stays, empty. */
async function putBack({ factory, name }: KeeperOptions, db: IDBDatabase, { tables }: Snapshot): Promise<void> {
  const copy = await openPlain(factory, toSnapshotName(name));
  const rows = new Map<string, readonly unknown[]>();
  for (const table of Object.keys(tables)) rows.set(table, await readChunks(copy, table));
  copy.close();
  const stores = Array.from(db.objectStoreNames);
  const transaction = db.transaction(stores, 'readwrite', { durability: 'strict' });
  for (const store of stores) {
    const target = transaction.objectStore(store);
    target.clear();
    for (const row of rows.get(store) ?? []) target.put(row);
  }
  await completeTransaction(transaction);
}

/** Milliseconds: a week in which something may turn out to be missing. */
const keptFor = 7 * 86_400_000;

/**
 * Removes a copy a week after it was first looked at. In: the database it was made of, and milliseconds of the device's
 * clock.
 */
export async function forgetOldSnapshot(factory: IDBFactory, name: string, now: number): Promise<void> {
  const copy = await openPlain(factory, toSnapshotName(name)).catch(() => undefined);
  if (copy === undefined) return;
  const about = (await askStore(copy, 'chunks', (store) => store.get(aboutKey))) as Snapshot | undefined;
  if (about && about.at === undefined) await put(copy, aboutKey, { ...about, at: now });
  copy.close();
  // Without its description it was cut off while it was made: the upgrade it was made for has not happened.
  if (about === undefined || Math.abs(now - (about.at ?? now)) >= keptFor) await forgetSnapshot(factory, name);
}

/** Whoever empties the device leaves no copy behind. */
export const forgetSnapshot = (factory: IDBFactory, name: string): Promise<void> =>
  removePlain(factory, toSnapshotName(name));
