/** Changes of this device that were laid over what somebody else had written at the same time (sync 2.6). */
import type { BoxEntry } from '#domain/delivery/waiting-operation.ts';
import type { Database } from './database.ts';

const prefix = 'overlaid/';
/** The latest are told; nobody decides hundreds of them one by one. */
const most = 200;

const rowsOf = (db: Database) => db.meta.where('key').startsWith(prefix);

/** The actions that are to be told, as they were answered: outcomes say what stood before. Oldest first. */
export async function readOverlaid(db: Database): Promise<readonly BoxEntry[]> {
  const rows = await rowsOf(db).toArray();
  return rows.map(({ value }) => value as BoxEntry);
}

export const countOverlaid = (db: Database): Promise<number> => rowsOf(db).count();

/** Keeps actions to be told of, inside the running transaction. */
export async function putOverlaid(db: Database, entries: readonly BoxEntry[]): Promise<void> {
  if (entries.length === 0) return;
  await db.meta.bulkPut(entries.map((entry) => ({ key: `${prefix}${entry.tx}`, value: entry })));
  // Names of actions begin with the time they were made.
  const keys = await rowsOf(db).primaryKeys();
  await db.meta.bulkDelete(keys.slice(0, Math.max(0, keys.length - most)));
}

/** A person has seen it, or has put back what stood before. */
export const forgetOverlaid = (db: Database, tx: string): Promise<void> => db.meta.delete(`${prefix}${tx}`);

/** Of what is no longer for this person, or was erased for everybody, nothing is told. In: promises and rows by id. */
export const forgetOverlaidOf = (db: Database, ids: ReadonlySet<string>): Promise<unknown> =>
  rowsOf(db)
    .filter(({ value }) => (value as BoxEntry).operations.some(({ ent, scope }) => ids.has(ent) || ids.has(scope)))
    .delete();
