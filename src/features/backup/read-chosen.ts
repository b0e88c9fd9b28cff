import type { BackupFile } from '#documents/read-backup-file.ts';
import type { Services } from '#features/services.ts';
import { type BackupContents, type ContentsCheck, checkContents } from '#storage/backup-contents.ts';
import type { Database } from '#storage/database.ts';
import { estimateRoom, hasRoomFor } from '#storage/device-storage.ts';
import { previewRestore, type RestorePreview } from '#storage/restore-plan.ts';

/** Why a file is not restored. Each has its words. */
export type BackupRefusal =
  | 'damaged'
  | 'newer'
  | 'other-kind'
  | 'not-ours'
  | 'too-large'
  | 'wrong-passphrase'
  | 'invalid'
  | 'empty'
  | 'no-room'
  | 'failed';

export interface ReadyBackup {
  readonly kind: 'ready';
  readonly name: string;
  readonly savedAt: string;
  readonly format: 'backup' | 'copy' | 'rescue';
  readonly contents: BackupContents;
}

export type ChosenBackup =
  | ReadyBackup
  | { readonly kind: 'sealed' }
  /** `place`: table and line, for whoever looks into the file. */
  | { readonly kind: 'refused'; readonly why: BackupRefusal; readonly place?: string };

/** A row takes about as much again in the browser's storage as in an unpacked file, and files are packed about seven to one. */
const roomPerByte = 15;

/** Reads and checks a whole file, and writes nothing. In: the file, and its passphrase once a person has typed it. */
export async function readChosen({ db }: Services, file: File, passphrase?: string): Promise<ChosenBackup> {
  try {
    return await read(file, db, passphrase);
  } catch {
    return { kind: 'refused', why: 'failed' };
  }
}

async function read(file: File, db: Database, passphrase: string | undefined): Promise<ChosenBackup> {
  const [{ readBackupFile }, { largestRecordFile }] = await Promise.all([
    import('#documents/read-backup-file.ts'),
    import('#documents/read-record-file.ts'),
  ]);
  if (file.size > largestRecordFile) return { kind: 'refused', why: 'too-large' };
  const reading = await readBackupFile(new Uint8Array(await file.arrayBuffer()), passphrase);
  if (reading.kind === 'sealed') return { kind: 'sealed' };
  if (reading.kind !== 'read') return { kind: 'refused', why: reading.kind };
  const { format, schema, about, savedAt, forEachPart } = reading;
  const check = checkContents({ format, schema, history: about.history });
  const taken =
    format === 'rescue' ? await takeRescued(reading, db, check.take, passphrase) : await forEachPart(check.take);
  if (taken === 'sealed') return { kind: 'sealed' };
  if (taken !== 'whole') return { kind: 'refused', why: taken };
  const checked = check.finish();
  if (checked.kind === 'newer') return { kind: 'refused', why: 'newer' };
  if (checked.kind === 'fault') {
    const { table, line, rule } = checked.fault;
    if (rule === 'empty') return { kind: 'refused', why: 'empty' };
    return { kind: 'refused', why: 'invalid', place: `${table} ${line} ${rule}` };
  }
  if (!hasRoomFor(file.size * roomPerByte, await estimateRoom())) return { kind: 'refused', why: 'no-room' };
  return { kind: 'ready', name: file.name, savedAt, format, contents: checked.contents };
}

/** What was rescued of a device that keeps its rows closed is opened first. */
async function takeRescued(
  { forEachPart }: BackupFile,
  db: Database,
  take: ContentsCheck['take'],
  passphrase: string | undefined,
): Promise<'whole' | 'damaged' | 'sealed' | 'wrong-passphrase'> {
  const { openRescued } = await import('#storage/rescued-rows.ts');
  const tables = new Map<string, readonly unknown[]>();
  const read = await forEachPart((table, rows) => tables.set(table, [...(tables.get(table) ?? []), ...rows]));
  if (read === 'damaged') return read;
  const rescued = await openRescued(tables, db, passphrase);
  if (rescued.kind !== 'opened') return rescued.kind;
  for (const [table, rows] of rescued.tables) take(table, rows);
  return 'whole';
}

export const lookAtDifferences = ({ db }: Services, { contents }: ReadyBackup): Promise<RestorePreview> =>
  previewRestore(db, contents);
