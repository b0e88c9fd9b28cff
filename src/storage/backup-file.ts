/** A file outside the browser that the person has let the app write to. The browser keeps the leave, and may take it back. */
import type { Database } from './database.ts';

/** The part of a file handle that is used, as browsers have it that can write files. */
export interface WritableFile {
  readonly name: string;
  readonly createWritable: () => Promise<{
    readonly write: (bytes: Uint8Array<ArrayBuffer>) => Promise<void>;
    readonly close: () => Promise<void>;
    readonly abort: () => Promise<void>;
  }>;
  readonly queryPermission?: (wanted: { readonly mode: 'readwrite' }) => Promise<PermissionState>;
  readonly requestPermission?: (wanted: { readonly mode: 'readwrite' }) => Promise<PermissionState>;
}

export interface AutomaticFile {
  readonly handle: WritableFile;
  /** ISO instant; undefined before the first time. */
  readonly wroteAt?: string;
}

/** The handle lies alone in its row: it is no text, and a device that closes its rows leaves it as it is. */
const [fileKey, wroteKey] = ['backup/file', 'backup/wrote'] as const;

export async function readAutomaticFile(db: Database): Promise<AutomaticFile | undefined> {
  const [file, wrote] = await db.meta.bulkGet([fileKey, wroteKey]);
  if (file === undefined) return undefined;
  return { handle: file.value as WritableFile, ...(typeof wrote?.value === 'string' && { wroteAt: wrote.value }) };
}

export const putAutomaticFile = (db: Database, { handle, wroteAt }: AutomaticFile): Promise<unknown> =>
  db.transaction('rw', db.meta, async () => {
    await db.meta.put({ key: fileKey, value: handle });
    if (wroteAt === undefined) await db.meta.delete(wroteKey);
    else await db.meta.put({ key: wroteKey, value: wroteAt });
  });

export const forgetAutomaticFile = (db: Database): Promise<void> => db.meta.bulkDelete([fileKey, wroteKey]);
