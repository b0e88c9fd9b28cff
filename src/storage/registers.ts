import { type RegisterEntry, registerPrefixes } from '#domain/record-files/register-entry.ts';
import type { Database } from './database.ts';

/** What was disposed of and what was handed out, as it lies in `meta`. */
export const listRegisters = (db: Database): Promise<readonly unknown[]> =>
  db.meta
    .where('key')
    .startsWithAnyOf([...registerPrefixes])
    .toArray();

/** Adds what is not there yet: an account only grows, also when a restore is taken back. Inside a transaction, or by itself. */
export async function addToRegisters(db: Database, entries: readonly RegisterEntry[]): Promise<void> {
  const known = await db.meta.bulkGet(entries.map(({ key }) => key));
  await db.meta.bulkPut(entries.filter((_, index) => known[index] === undefined));
}
