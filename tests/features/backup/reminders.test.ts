import { describe, expect, it } from 'vitest';
import { isBackupDue } from '#features/backup/is-backup-due.ts';
import { noteBackup, putOffBackup, readBackupState } from '#storage/backup-state.ts';
import { commitAction } from '#storage/commit-action.ts';
import { readBackup } from '#storage/read-backup.ts';
import { createStory, createTools, logWrite, toWrites } from '#tests/storage/records.ts';
import { openScratch } from '#tests/storage/scratch-database.ts';

const tools = createTools(4);
const state = {
  last: undefined,
  later: undefined,
  tried: undefined,
  logs: 0,
  changes: 0,
  isOwn: true,
  since: '2026-11-20T10:00:00+01:00',
};

describe('a reminder of a backup', () => {
  it('comes after twenty actions, or three days with something that no file has', () => {
    expect(isBackupDue({ ...state, logs: 12, changes: 8 }, '2026-11-20')).toBe(true);
    expect(isBackupDue({ ...state, logs: 12, changes: 7 }, '2026-11-22')).toBe(false);
    expect(isBackupDue({ ...state, logs: 1 }, '2026-11-23')).toBe(true);
    expect(isBackupDue({ ...state, logs: 0 }, '2026-12-23')).toBe(false);
  });

  it('waits until tomorrow when somebody asks for that, and never comes for examples', () => {
    const much = { ...state, logs: 100 };

    expect(isBackupDue({ ...much, later: '2026-11-24' }, '2026-11-23')).toBe(false);
    expect(isBackupDue({ ...much, later: '2026-11-24' }, '2026-11-24')).toBe(true);
    expect(isBackupDue({ ...much, isOwn: false }, '2026-11-23')).toBe(false);
  });

  it('rests on what has been done since the last file', async () => {
    const db = openScratch();
    const [story, example] = [createStory(), createStory(9100, { example: 'promise' })];
    await commitAction(db, { label: 'examples-taken', writes: toWrites(example) }, tools);
    expect(await readBackupState(db)).toMatchObject({ isOwn: false, changes: 0 });
    await commitAction(db, { label: 'record-created', writes: toWrites(story) }, tools);
    for (let n = 0; n < 3; n += 1)
      await commitAction(db, { label: 'log-created', writes: [logWrite(story.log())] }, tools);
    await commitAction(db, { label: 'log-created', writes: [logWrite(example.log())] }, tools);
    expect(await readBackupState(db)).toMatchObject({ isOwn: true, logs: 3, changes: 1, last: undefined });

    await putOffBackup(db, '2026-11-30');
    const { point } = await readBackup(db, () => undefined);
    await noteBackup(db, '2026-11-22T10:00:00+01:00', point);
    expect(await readBackupState(db)).toMatchObject({ logs: 0, changes: 0, since: undefined, later: undefined });
    await commitAction(db, { label: 'log-created', writes: [logWrite(story.log())] }, tools);
    expect(await readBackupState(db)).toMatchObject({ logs: 1, changes: 0, since: '2026-11-22T10:00:00+01:00' });
  });
});
