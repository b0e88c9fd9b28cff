import type { Clock } from '#features/services.ts';
import type { Database } from '#storage/database.ts';
import { plantBeside } from '#storage/device-storage-canaries.ts';
import { isClosed, writeBytes } from '#storage/rescued-rows.ts';
import { putDatabaseAside, type Salvage, salvage } from '#storage/set-aside-database.ts';
import { downloadFile } from '#ui/download-file.ts';

/** `isClosed`: the rows are as the device keeps them, and its passphrase opens the file. */
type Saved = Salvage & { readonly isClosed: boolean };

/** Saves what can be read of the database as one file, and nothing where nothing can. */
export async function saveSalvage(db: Database, clock: Clock): Promise<Saved> {
  db.close({ disableAutoOpen: false });
  const found = await salvage(db.name);
  if (found.rows === 0) return { ...found, isClosed: false };
  const { tables, torn } = found;
  const rescue = { format: 'lofteskollen-rescue', version: 1, savedAt: clock.now(), torn, tables };
  const content = new Blob([JSON.stringify(rescue, writeBytes, 1)], { type: 'application/json' });
  downloadFile(`lofteskollen-${clock.today()}-raddad.json`, content);
  return { ...found, isClosed: isClosed(new Map(Object.entries(tables))) };
}

/** Removes the database. The next start then finds it gone, and offers a backup and the server before anything else. */
export async function removeBroken(db: Database, isJoined: boolean): Promise<'gone' | 'held' | 'failed'> {
  await plantBeside(isJoined);
  db.close();
  return putDatabaseAside(db.name);
}
