import type { Clock } from '#features/services.ts';
import type { Database } from '#storage/database.ts';
import { plantBeside } from '#storage/device-storage-canaries.ts';
import { leaveOutProtected } from '#storage/rescued-in-plain.ts';
import { isClosed, writeBytes } from '#storage/rescued-rows.ts';
import { putDatabaseAside, type Salvage, salvage } from '#storage/set-aside-database.ts';
import { downloadFile } from '#ui/download-file.ts';

interface Saved extends Salvage {
  /** The rows are as the device keeps them, and its passphrase opens the file. */
  readonly isClosed: boolean;
  /** Protected promises that are not in a file without a passphrase. */
  readonly leftOut: number;
}

/**
 * Saves what can be read of the database as one file, and nothing where nothing can. In: a passphrase that closes the
 * file, where somebody has chosen one: without it, protected promises are left out.
 */
export async function saveSalvage(db: Database, clock: Clock, passphrase?: string): Promise<Saved> {
  db.close({ disableAutoOpen: false });
  const found = await salvage(db.name);
  if (found.rows === 0) return { ...found, isClosed: false, leftOut: 0 };
  const whole = new Map(Object.entries(found.tables));
  const { tables, leftOut } = passphrase === undefined ? leaveOutProtected(whole) : { tables: whole, leftOut: 0 };
  const { torn } = found;
  const head = { format: 'lofteskollen-rescue', version: 1, savedAt: clock.now(), torn };
  const text = JSON.stringify({ ...head, tables: Object.fromEntries(tables) }, writeBytes, 1);
  const name = `lofteskollen-${clock.today()}-raddad`;
  if (passphrase === undefined) downloadFile(`${name}.json`, new Blob([text], { type: 'application/json' }));
  else {
    const { sealFile } = await import('#documents/seal-file.ts');
    const sealed = await sealFile(new TextEncoder().encode(text), passphrase);
    downloadFile(`${name}.lofteskollen`, new Blob([sealed], { type: 'application/octet-stream' }));
  }
  const rows = Array.from(tables.values(), (own) => own.length).reduce((sum, count) => sum + count, 0);
  return { ...found, rows, isClosed: isClosed(whole), leftOut };
}

/** Removes the database. The next start then finds it gone, and offers a backup and the server before anything else. */
export async function removeBroken(db: Database, isJoined: boolean): Promise<'gone' | 'held' | 'failed'> {
  await plantBeside(isJoined);
  db.close();
  return putDatabaseAside(db.name);
}
