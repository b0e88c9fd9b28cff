import type { Services } from '#features/services.ts';
import { putAutomaticFile, readAutomaticFile, type WritableFile } from '#storage/backup-file.ts';
import { noteBackup, readBackupState } from '#storage/backup-state.ts';
import { readJoinedServer } from '#storage/joined-server.ts';
import { makeBackup, NeedsPassphrase } from './save-backup.ts';

type Picker = (options: {
  readonly suggestedName: string;
  readonly types: readonly { readonly accept: Readonly<Record<string, readonly string[]>> }[];
}) => Promise<WritableFile>;

/** Asks where to save; undefined in browsers that let no page write to a file. */
export const findPicker = (): Picker | undefined =>
  (globalThis as { readonly showSaveFilePicker?: Picker }).showSaveFilePicker;

export type Written = 'none' | 'written' | 'unchanged' | 'not-allowed' | 'needs-passphrase' | 'failed';

/** Lets the person choose a file, remembers it and writes it for the first time. Out: undefined where they chose none. */
export async function chooseAutomaticFile(services: Services, pick: Picker): Promise<Written | undefined> {
  let handle: WritableFile;
  try {
    handle = await pick({
      suggestedName: 'lofteskollen-sakerhetskopia.zip',
      types: [{ accept: { 'application/zip': ['.zip'] } }],
    });
  } catch (problem) {
    // Closing the browser's own dialog is a choice, and no fault.
    if (problem instanceof DOMException && problem.name === 'AbortError') return undefined;
    throw problem;
  }
  await putAutomaticFile(services.db, { handle });
  return writeAutomaticFile(services, { evenUnchanged: true });
}

/** Writes the file where something has changed since the last backup, and the browser still allows it. Asks nobody. */
export async function writeAutomaticFile(
  services: Services,
  { evenUnchanged = false }: { readonly evenUnchanged?: boolean } = {},
): Promise<Written> {
  const { db } = services;
  const file = await readAutomaticFile(db);
  if (file === undefined) return 'none';
  if (!(await isAllowed(file.handle))) return 'not-allowed';
  const { logs, changes } = await readBackupState(db);
  if (!evenUnchanged && logs + changes === 0) return 'unchanged';
  try {
    const { bytes, savedAt, point } = await makeBackup(services);
    await replaceFile(file.handle, bytes);
    await Promise.all([noteBackup(db, savedAt, point), putAutomaticFile(db, { ...file, wroteAt: savedAt })]);
    return 'written';
  } catch (problem) {
    if (problem instanceof NeedsPassphrase) return 'needs-passphrase';
    // Told on the page of backups, and tried again at the next quiet moment.
    return 'failed';
  }
}

export const isAllowed = async (handle: WritableFile): Promise<boolean> =>
  ((await handle.queryPermission?.({ mode: 'readwrite' })) ?? 'granted') === 'granted';

/** What was in the file stays there until the new content is complete. */
async function replaceFile(handle: WritableFile, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  const stream = await handle.createWritable();
  try {
    await stream.write(bytes);
  } catch (problem) {
    await stream.abort();
    throw problem;
  }
  await stream.close();
}

/** At a quiet moment: one tab writes, and nothing where a server keeps the work. */
export async function keepAutomaticFile(services: Services): Promise<void> {
  if ((await readAutomaticFile(services.db)) === undefined || (await readJoinedServer(services.db)) !== undefined)
    return;
  await navigator.locks.request('lofteskollen-backup-file', { ifAvailable: true }, async (lock) => {
    if (lock !== null) await writeAutomaticFile(services);
  });
}
