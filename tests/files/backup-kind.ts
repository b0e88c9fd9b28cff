import { readBackupFile } from '#documents/read-backup-file.ts';
import { sealFile } from '#documents/seal-file.ts';
import { checkContents } from '#storage/backup-contents.ts';
import { commitAction } from '#storage/commit-action.ts';
import { openDatabase } from '#storage/database.ts';
import { restoreBackup } from '#storage/restore-backup.ts';
import { doWork, toFile } from '#tests/storage/backup-ground.ts';
import { dumpDatabase } from '#tests/storage/dump-database.ts';
import { injectFaults } from '#tests/storage/fault-shim.ts';
import { createStory, createTools, logWrite, toWrites } from '#tests/storage/records.ts';
import { backupFamilies } from './backup-families.ts';
import type { FileKind } from './file-kind.ts';

/** Backups, taken by a device on which somebody works. */
export async function openBackupKind(): Promise<FileKind> {
  const from = openDatabase({ name: `files-from-${crypto.randomUUID()}` });
  await doWork(from, 12);
  const good = await toFile(from);
  await from.delete();

  const db = openDatabase({ name: `files-${crypto.randomUUID()}` });
  const faults = injectFaults(db);
  const tools = createTools(55);
  const story = createStory(9600);
  await commitAction(db, { label: 'record-created', writes: toWrites(story) }, tools);
  await commitAction(db, { label: 'log-created', writes: [logWrite(story.log())] }, tools);
  const before = await dumpDatabase(db);
  faults.arm();

  const take = async (bytes: Uint8Array<ArrayBuffer>): Promise<string> => {
    const reading = await readBackupFile(bytes);
    if (reading.kind !== 'read') return reading.kind;
    const { format, schema, about } = reading;
    const check = checkContents({ format, schema, history: about.history });
    if ((await reading.forEachPart(check.take)) === 'damaged') return 'damaged';
    const checked = check.finish();
    if (checked.kind === 'newer') return 'newer';
    if (checked.kind === 'fault') return `rule ${checked.fault.rule}`;
    await restoreBackup(db, checked.contents, { kind: 'replace' }, tools);
    return 'accepted';
  };
  return {
    name: 'backup',
    good,
    sealed: await sealFile(good, 'tre katter under en bro'),
    take,
    hasChanged: () => Promise.resolve(faults.writes > 0),
    hasOtherBytes: async () => JSON.stringify(await dumpDatabase(db)) !== JSON.stringify(before),
    families: backupFamilies,
    close: () => db.delete(),
  };
}
