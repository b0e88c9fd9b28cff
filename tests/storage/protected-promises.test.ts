import { expect, test } from 'vitest';
import { commitAction } from '#storage/commit-action.ts';
import { saveDraft } from '#storage/drafts.ts';
import { makeHandover } from '#storage/make-handover.ts';
import { isKeptFrom } from '#storage/protected-promises.ts';
import { readCopy } from '#storage/read-copy.ts';
import { createStory, createTools, logWrite, toWrites } from './records.ts';
import { openScratch } from './scratch-database.ts';

test('a protected promise is handed to nobody, and saved in closed files only', async () => {
  const db = openScratch();
  const story = createStory();
  const tools = createTools();
  await commitAction(db, { label: 'record-created', writes: toWrites(story) }, tools);
  const { id } = story.promise;
  const hand = async () => {
    const from = { id: crypto.randomUUID(), name: 'Telefonen' };
    const made = await makeHandover(db, { id: crypto.randomUUID(), savedAt: tools.now(), from, promiseIds: [id] });
    return made.kind === 'made' ? made.handover.promises.length : made.kind;
  };
  expect(await hand()).toBe(1);
  expect(await isKeptFrom(db, 'backup')).toBe(false);
  const writes = [{ kind: 'set', table: 'promises', id, fields: { visibility: 'protected' } }] as const;
  await commitAction(db, { label: 'record-changed', writes }, tools);
  expect(await hand()).toBe(0);
  expect(await isKeptFrom(db, 'backup')).toBe(true);
  expect(await isKeptFrom(db, 'sealed-backup')).toBe(false);
});

test('a plain copy of the device leaves a protected promise out, with its logs and what is typed about it', async () => {
  const db = openScratch();
  const tools = createTools();
  const [open, kept] = [createStory(100), createStory(200, { visibility: 'protected' })];
  for (const story of [open, kept]) {
    await commitAction(db, { label: 'record-created', writes: [...toWrites(story), logWrite(story.log())] }, tools);
    saveDraft(db, `log:${story.promise.id}`, { activityIds: [story.activities[0].id], note: 'halv' });
  }
  const { rows, drafts, leftOut } = await readCopy(db);
  expect(leftOut).toBe(1);
  expect(drafts.map(({ key }) => key)).toEqual([`log:${open.promise.id}`]);
  expect(rows.get('progressLogs')).toHaveLength(1);
  expect([...rows.values()].flat().filter(({ promiseId }) => promiseId === kept.promise.id)).toEqual([]);
});
