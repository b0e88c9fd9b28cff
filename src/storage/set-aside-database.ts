/** A database that does not open as it should: what can still be read of it, and how it is put aside. Without Dexie. */

/** What was found, by table as the browser names it. */
export interface Salvage {
  readonly tables: Readonly<Record<string, readonly unknown[]>>;
  readonly rows: number;
  /** Tables of which some rows, or all, could not be read. */
  readonly torn: readonly string[];
  /** Whether the browser let it be opened at all. */
  readonly isOpen: boolean;
}

const nothing: Salvage = { tables: {}, rows: 0, torn: [], isOpen: false };
/** Milliseconds: a database that is being held back does not answer at all. */
const patience = 5000;

/** Reads what can be read, table by table and, where a table fails, row by row. Changes nothing, and never throws. */
export async function salvage(name: string): Promise<Salvage> {
  const db = await openAsItIs(name);
  if (db === undefined) return nothing;
  const tables: Record<string, readonly unknown[]> = {};
  const torn: string[] = [];
  for (const table of Array.from(db.objectStoreNames)) {
    const whole = await readAll(db, table);
    tables[table] = whole ?? (await readEach(db, table));
    if (whole === undefined) torn.push(table);
  }
  db.close();
  const rows = Object.values(tables).reduce((sum, own) => sum + own.length, 0);
  return { tables, rows, torn, isOpen: true };
}

/** At whatever version it has. Undefined when there is none, or it does not open. */
function openAsItIs(name: string): Promise<IDBDatabase | undefined> {
  return new Promise((resolve) => {
    const give = (db?: IDBDatabase) => {
      clearTimeout(timer);
      resolve(db);
    };
    const timer = setTimeout(give, patience);
    const request = indexedDB.open(name);
    // A new one would be made: there was nothing to read.
    request.onupgradeneeded = () => request.transaction?.abort();
    request.onerror = (event) => {
      event.preventDefault();
      give();
    };
    request.onsuccess = () => give(request.result);
  });
}

const readAll = (db: IDBDatabase, table: string) => ask<unknown[]>(db, table, (store) => store.getAll());

/** One row at a time, each by its key, so that one that cannot be read takes no other with it. */
async function readEach(db: IDBDatabase, table: string): Promise<readonly unknown[]> {
  const rows: unknown[] = [];
  for (const key of (await ask(db, table, (store) => store.getAllKeys())) ?? []) {
    const row = await ask<unknown>(db, table, (store) => store.get(key));
    if (row !== undefined) rows.push(row);
  }
  return rows;
}

/** Undefined when the browser cannot answer. */
function ask<T>(db: IDBDatabase, table: string, question: (store: IDBObjectStore) => IDBRequest<T>) {
  return new Promise<T | undefined>((resolve) => {
    try {
      const request = question(db.transaction(table).objectStore(table));
      request.onsuccess = () => resolve(request.result);
      request.onerror = (event) => {
        event.preventDefault();
        resolve(undefined);
      };
    } catch {
      resolve(undefined);
    }
  });
}

/** Removes the database for good. Out: whether it is gone; another tab may hold it, and then nothing has happened yet. */
export function putDatabaseAside(name: string): Promise<'gone' | 'held' | 'failed'> {
  return new Promise((resolve) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = () => resolve('gone');
    request.onerror = (event) => {
      event.preventDefault();
      resolve('failed');
    };
    request.onblocked = () => setTimeout(() => resolve('held'), patience);
  });
}
