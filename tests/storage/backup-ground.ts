/** A device with real work on it, and the way of its rows into a file and out again. */
import { readBackupFile } from '#documents/read-backup-file.ts';
import { startRecordFile } from '#documents/write-record-file.ts';
import { type BackupContents, checkContents } from '#storage/backup-contents.ts';
import { commitAction, type Write } from '#storage/commit-action.ts';
import type { Database } from '#storage/database.ts';
import { saveDraft, settleDraft } from '#storage/drafts.ts';
import { readBackup } from '#storage/read-backup.ts';
import { saveSettings } from '#storage/settings.ts';
import { undoAction } from '#storage/undo.ts';
import { createStory, createTools, logWrite, toWrites } from './records.ts';

/** A promise with two hundred logs and more, corrections, an undone change, a draft, a profile, and an example beside it. */
export async function doWork(db: Database, logs = 230) {
  const tools = createTools(3);
  const story = createStory(9000);
  const example = createStory(9100, { example: 'promise' });
  await commitAction(db, { label: 'record-created', writes: toWrites(story) }, tools);
  await commitAction(db, { label: 'examples-taken', batch: tools.newId(), writes: toWrites(example) }, tools);
  await commitAction(db, { label: 'log-created', writes: [logWrite(example.log())] }, tools);
  const many = Array.from({ length: logs }, (_, n) =>
    story.log({
      date: `2026-${String((n % 9) + 1).padStart(2, '0')}-${String((n % 27) + 1).padStart(2, '0')}`,
      note: `Pass ${n}`,
    }),
  );
  await commitAction(db, { label: 'imported', batch: tools.newId(), writes: many.map(logWrite) }, tools);
  const [first, second] = [story.log(), story.log()];
  for (const log of [first, second]) await commitAction(db, { label: 'log-created', writes: [logWrite(log)] }, tools);
  const corrected = story.log({ corrects: first.id, date: '2026-04-01' });
  await commitAction(db, { label: 'log-corrected', writes: [logWrite(corrected)] }, tools);
  const [goal] = story.goals;
  const change = { kind: 'set', table: 'goals', id: goal.id, fields: { text: 'Fler kontroller' } } as const;
  const changed = await commitAction(db, { label: 'goal-changed', writes: [change] }, tools);
  await undoAction(db, changed.tx, tools);
  const confirm: Write = { kind: 'set', table: 'progressLogs', id: second.id, fields: { confirmedBy: [goal.id] } };
  await commitAction(db, { label: 'record-changed', writes: [confirm] }, tools);
  saveDraft(db, `log:${story.promise.id}`, { note: 'halv' });
  saveDraft(db, `log:${example.promise.id}`, { note: example.promise.id });
  await settleDraft(db, `log:${story.promise.id}`);
  await settleDraft(db, `log:${example.promise.id}`);
  await saveSettings(db, { language: 'en', currentPromiseId: story.promise.id });
  return { story, example, tools, first, second, corrected };
}

export async function toFile(db: Database): Promise<Uint8Array<ArrayBuffer>> {
  const file = startRecordFile();
  const { about } = await readBackup(db, file.add);
  return file.finish({ kind: 'backup', savedAt: '2026-11-22T10:00:00+01:00', about: { ...about } });
}

export async function readContents(bytes: Uint8Array): Promise<BackupContents> {
  const file = await readBackupFile(bytes);
  if (file.kind !== 'read') throw new Error(file.kind);
  const check = checkContents({ format: file.format, schema: file.schema, history: file.about.history });
  if ((await file.forEachPart(check.take)) === 'damaged') throw new Error('damaged');
  const checked = check.finish();
  if (checked.kind !== 'checked') throw new Error(JSON.stringify(checked));
  return checked.contents;
}
