/** What was on the device before a restore, as it lay there, in a database beside its own: the restore can be taken back. */
import { Dexie, type EntityTable } from 'dexie';
import { pointKey } from './backup-state.ts';
import type { Database } from './database.ts';
import { ringTables } from './ring.ts';
import { getSealLayer } from './row-seal.ts';
import { runTransaction } from './run-transaction.ts';
import { runAction } from './running-actions.ts';

interface ShelfPage {
  readonly id: number;
  readonly table: string;
  readonly rows: readonly unknown[];
}
interface ShelfLabel {
  readonly key: 'label';
  readonly at: string;
}

class Shelf extends Dexie {
  declare readonly pages: EntityTable<ShelfPage, 'id'>;
  declare readonly labels: EntityTable<ShelfLabel, 'key'>;

  constructor(name: string) {
    // It is written before anything else changes, and can be written again.
    super(name, { chromeTransactionDurability: 'relaxed', cache: 'disabled' });
    this.version(1).stores({ pages: '++id', labels: 'key' });
    const layer = getSealLayer();
    if (layer) this.use(layer);
  }
}

export const toShelfName = (name: string): string => `${name}-before-restore`;

/** What belongs to an exchange with a server is never touched by a restore. */
const untouched: ReadonlySet<string> = new Set(['meta', 'outbox', 'bases', ...ringTables, 'box']);
export const listRestoredTables = (db: Database): readonly string[] =>
  db.tables.map(({ name }) => name).filter((name) => !untouched.has(name));

/** Of `meta` the states of promises belong to their rows. */
const promiseStates = 'promise/';
const statesOf = (db: Database) => db.meta.where('key').startsWith(promiseStates);

/** Equal for equal contents, as far as a save can change them. Inside a transaction, or by itself. */
export async function readMark(db: Database): Promise<string> {
  const names = listRestoredTables(db);
  const counts = await Promise.all(names.map((name) => db.table(name).count()));
  const last = await db.history.orderBy('n').last();
  const [states, drafts, settings] = await Promise.all([
    statesOf(db).toArray(),
    db.drafts.toArray(),
    db.settings.toArray(),
  ]);
  return JSON.stringify([counts, last?.n, states, drafts, settings]);
}

const pageSize = 1000;

/**
 * Copies what a restore would touch. Saves may go on meanwhile: the restore compares the mark in its own transaction.
 * In: ISO instant. Out: the mark of what was copied.
 */
export async function fillShelf(db: Database, at: string): Promise<string> {
  await dropShelf(db);
  const shelf = new Shelf(toShelfName(db.name));
  try {
    const mark = await readMark(db);
    for (const table of listRestoredTables(db)) {
      const keys = await db.table(table).toCollection().primaryKeys();
      for (let from = 0; from < keys.length; from += pageSize) {
        const rows = await db.table(table).bulkGet(keys.slice(from, from + pageSize));
        await shelf.pages.add({ table, rows: rows.filter((row) => row !== undefined) });
      }
    }
    const point = await db.meta.get(pointKey);
    await shelf.pages.add({ table: 'meta', rows: [...(await statesOf(db).toArray()), ...(point ? [point] : [])] });
    await shelf.labels.put({ key: 'label', at });
    return mark;
  } finally {
    shelf.close();
  }
}

/** When the last restore was, while it can be taken back. */
export async function readShelf(db: Database): Promise<{ readonly at: string } | undefined> {
  if (!(await Dexie.exists(toShelfName(db.name)))) return undefined;
  const shelf = new Shelf(toShelfName(db.name));
  try {
    const label = await shelf.labels.get('label');
    return label && { at: label.at };
  } finally {
    shelf.close();
  }
}

/** Forgets what was before: the restore holds from then on. */
export async function dropShelf(db: Database): Promise<void> {
  if (await Dexie.exists(toShelfName(db.name))) await Dexie.delete(toShelfName(db.name));
}

/** Empties what a restore fills, inside the running transaction. */
export async function clearRestored(db: Database): Promise<void> {
  await Promise.all(listRestoredTables(db).map((table) => db.table(table).clear()));
  await statesOf(db).delete();
}

/**
 * Puts everything back as it lay before the restore, in one transaction. Out: whether there was something to put back.
 * What was saved after the restore goes with it: the page says so first.
 */
export async function takeBackRestore(db: Database): Promise<boolean> {
  if ((await readShelf(db)) === undefined) return false;
  const shelf = new Shelf(toShelfName(db.name));
  try {
    const pages = await shelf.pages.orderBy('id').toArray();
    const names = db.tables.map(({ name }) => name);
    await runAction(db, () => runTransaction(db, 'rw', names, () => putBack(db, pages)));
  } finally {
    shelf.close();
  }
  await dropShelf(db);
  return true;
}

async function putBack(db: Database, pages: readonly ShelfPage[]): Promise<void> {
  await clearRestored(db);
  // How far the last backup had come is said of what was here then.
  await db.meta.delete(pointKey);
  for (const { table, rows } of pages) if (rows.length > 0) await db.table(table).bulkPut([...rows]);
}
