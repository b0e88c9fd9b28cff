import { Dexie } from 'dexie';
import { type Database, databaseName } from './database.ts';
import { retire } from './running-actions.ts';

/**
 * Takes away everything that this app has stored on the device, but its own files: every database whose name begins as
 * ours, and what lies beside them. In: the database in use, which is closed first. The page is to be opened anew afterwards.
 */
export async function wipeDevice(db: Database): Promise<void> {
  await retire(db);
  const names = new Set([db.name, databaseName, ...(await listNames())]);
  await Promise.all(Array.from(names, (name) => Dexie.delete(name)));
  localStorage.clear();
  sessionStorage.clear();
  const stored = await caches.keys();
  await Promise.all(stored.filter((name) => name.startsWith(databaseName)).map((name) => caches.delete(name)));
}

/** Not every browser tells which databases there are. */
async function listNames(): Promise<readonly string[]> {
  const databases = (await indexedDB.databases?.()) ?? [];
  return databases.flatMap(({ name }) => (name?.startsWith(databaseName) ? [name] : []));
}
