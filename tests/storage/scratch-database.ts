import { afterEach } from 'vitest';
import { type Database, type OpeningOptions, openDatabase } from '#storage/database.ts';

const opened: Database[] = [];
let count = 0;

/** A database of its own for one test, gone after it. */
export function openScratch(options: Omit<OpeningOptions, 'name'> & { readonly name?: string } = {}): Database {
  count += 1;
  const db = openDatabase({ name: `scratch-${Math.random()}-${count}`, ...options });
  opened.push(db);
  return db;
}

afterEach(async () => {
  const databases = opened.splice(0);
  for (const db of databases) db.close();
  for (const name of new Set(databases.map((db) => db.name))) await openDatabase({ name }).delete();
});
