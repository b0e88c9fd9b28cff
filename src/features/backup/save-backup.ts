import type { Services } from '#features/services.ts';
import { versionNumber } from '#features/version-number.ts';
import { noteBackup } from '#storage/backup-state.ts';
import { isKeptFrom } from '#storage/protected-promises.ts';
import { type BackupPoint, readBackup } from '#storage/read-backup.ts';
import { downloadFile } from '#ui/download-file.ts';

export interface MadeBackup {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly savedAt: string;
  readonly point: BackupPoint;
}

/** A protected promise leaves the device in a closed file only (guard P12). */
export class NeedsPassphrase extends Error {
  override readonly name = 'NeedsPassphrase';
}

/**
 * Packs everything that is somebody's work on this device into one file; with a passphrase, one that only it opens. Throws
 * {@link NeedsPassphrase}.
 */
export async function makeBackup({ db, clock }: Services, passphrase?: string): Promise<MadeBackup> {
  if (passphrase === undefined && (await isKeptFrom(db, 'backup'))) throw new NeedsPassphrase('Something is protected');
  const { startRecordFile } = await import('#documents/write-record-file.ts');
  const file = startRecordFile();
  const { about, point } = await readBackup(db, file.add);
  const savedAt = clock.now();
  const plain = await file.finish({ kind: 'backup', savedAt, about: { ...about, app: versionNumber } });
  const name = `lofteskollen-sakerhetskopia-${clock.today()}`;
  if (passphrase === undefined) return { name: `${name}.zip`, bytes: plain, savedAt, point };
  const { sealFile } = await import('#documents/seal-file.ts');
  return { name: `${name}.lofteskollen`, bytes: await sealFile(plain, passphrase), savedAt, point };
}

/** Saves a backup where the browser puts files. Out: the name that it suggested. */
export async function saveBackup(services: Services, passphrase?: string): Promise<string> {
  const { name, bytes, savedAt, point } = await makeBackup(services, passphrase);
  downloadFile(name, new Blob([bytes], { type: 'application/octet-stream' }));
  await noteBackup(services.db, savedAt, point);
  return name;
}
