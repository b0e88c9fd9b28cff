/** A device begins to keep its rows closed, and stops again. Each is one transaction over everything that is stored. */
import { Dexie } from 'dexie';
import { Database } from './database.ts';
import { type DeviceLock, type PassphraseWay, putLock, readLock, removeLock, unwrapKey } from './device-lock.ts';
import { flagLock } from './lock-flag.ts';
import { toShelfName } from './restore-shelf.ts';
import { createRowCipher } from './row-cipher.ts';
import { getRowSeal, setSealing, setSealLayer } from './row-seal.ts';
import { runTransaction } from './run-transaction.ts';
import { sealedRows } from './sealed-rows.ts';
import { forgetSnapshot } from './upgrade-snapshot.ts';

const rowsAtATime = 500;

export interface Closing {
  readonly name: string;
  readonly key: Uint8Array;
  readonly lock: Omit<DeviceLock, 'complete'>;
  /** What opens the lock, to prove before anything is closed that it does. */
  readonly passphrase: string;
}

/**
 * Closes every row. In: the name of the database, whose other connections are closed already, and the lock.
 * The lock is on disk, and has been opened once, before the first row is closed: what it cannot open would be lost.
 * Throws what the browser answered; then no row is closed. The page is to be opened anew afterwards.
 */
export async function closeDevice({ name, key, lock, passphrase }: Closing): Promise<void> {
  const plain = new Database(name);
  try {
    await putLock(plain, { ...lock, complete: false });
    const stored = await readLock(plain);
    const opened = stored && (await unwrapKey(stored, { kind: 'passphrase', passphrase }));
    if (!opened?.every((byte, at) => byte === key[at])) throw new Error('The lock does not open');
  } finally {
    plain.close();
  }
  try {
    setSealLayer(sealedRows);
    setSealing(createRowCipher(key));
    flagLock(true);
    await completeClosing(name);
    await forgetCopies(name);
  } catch (error) {
    setSealing('off');
    flagLock(false);
    await withDatabase(name, removeLock);
    throw error;
  }
}

/** What was laid aside before lies in the clear: before an upgrade, and before a restore, which can then not be taken back. */
async function forgetCopies(name: string): Promise<void> {
  await forgetSnapshot(indexedDB, name);
  await Dexie.delete(toShelfName(name));
}

/** Closes the rows that are not closed yet. In: a device that is unlocked in this page. */
export const completeClosing = (name: string): Promise<void> =>
  withDatabase(name, (db) =>
    runTransaction(db, 'rw', listTables(db), async () => {
      const lock = await readLock(db);
      if (lock === undefined || lock.complete) return;
      await writeAnew(db);
      await putLock(db, { ...lock, complete: true });
    }),
  );

/** Opens every row again, and forgets the lock. In: a device that is unlocked in this page. Throws; then all is as before. */
export async function openDevice(name: string): Promise<void> {
  const seal = getRowSeal();
  setSealing({ open: seal.open });
  try {
    await withDatabase(name, (db) =>
      runTransaction(db, 'rw', listTables(db), async () => {
        await writeAnew(db);
        await removeLock(db);
      }),
    );
  } catch (error) {
    setSealing(seal);
    throw error;
  }
  flagLock(false);
}

/** A new passphrase in the place of the old one. Passkeys stay. */
export const changePassphrase = (db: Database, way: PassphraseWay): Promise<void> =>
  runTransaction(db, 'rw', ['meta'], async () => {
    const lock = await readLock(db);
    if (lock === undefined) return;
    await putLock(db, { ...lock, ways: [way, ...lock.ways.filter(({ kind }) => kind !== 'passphrase')] });
  });

async function withDatabase<T>(name: string, work: (db: Database) => Promise<T>): Promise<T> {
  const db = new Database(name);
  try {
    return await work(db);
  } finally {
    db.close();
  }
}

const listTables = (db: Dexie) => db.tables.map((table) => table.name);

/** Every row is read and written again, some at a time: what lies below the tables closes it. */
async function writeAnew(db: Database): Promise<void> {
  for (const table of db.tables) {
    const keys = await table.toCollection().primaryKeys();
    for (let from = 0; from < keys.length; from += rowsAtATime) {
      const rows = await table.bulkGet(keys.slice(from, from + rowsAtATime));
      await table.bulkPut(rows);
    }
  }
}
