import { expect, test } from 'vitest';
import { commitAction } from '#storage/commit-action.ts';
import { saveDraft } from '#storage/drafts.ts';
import { leaveOutProtected } from '#storage/rescued-in-plain.ts';
import { salvage } from '#storage/set-aside-database.ts';
import { packLogs } from './pack-story.ts';
import { createStory, createTools, logWrite, type Story, toWrites } from './records.ts';
import { openScratch } from './scratch-database.ts';

/** What is found of a device with these promises, each with a log and something half typed. */
async function rescue(...stories: readonly Story[]) {
  const db = openScratch();
  const tools = createTools();
  for (const story of stories) {
    await commitAction(db, { label: 'record-created', writes: [...toWrites(story), logWrite(story.log())] }, tools);
    saveDraft(db, `log:${story.promise.id}`, { activityIds: [story.activities[0].id], note: 'halv' });
  }
  await db.drafts.count();
  db.close();
  return new Map(Object.entries((await salvage(db.name)).tables));
}

test('a protected promise is left out of what is rescued in plain, with all that names it or what belongs to it', async () => {
  const [open, kept] = [createStory(100), createStory(200, { visibility: 'protected' })];
  const { tables, leftOut } = leaveOutProtected(await rescue(open, kept));
  expect(leftOut).toBe(1);
  const text = JSON.stringify([...tables]);
  for (const { id } of [kept.promise, ...kept.activities, ...kept.goals]) expect(text).not.toContain(id);
  expect(tables.get('progressLogs')).toHaveLength(1);
  expect(tables.get('promises')).toMatchObject([{ id: open.promise.id }]);
  expect(tables.get('history')).toHaveLength(1);
});

test('what names a log of a protected promise is left out, too, where that lies in a pack', async () => {
  const db = openScratch();
  const tools = createTools();
  const [open, kept] = [createStory(100), createStory(200, { visibility: 'protected' })];
  for (const story of [open, kept]) await commitAction(db, { label: 'record-created', writes: toWrites(story) }, tools);
  const [told, secret] = [open.log(), kept.log()];
  await packLogs(db, open, [told]);
  await packLogs(db, kept, [secret]);
  for (const { id } of [told, secret]) saveDraft(db, `log:${id}`, { note: 'halv' });
  await db.drafts.count();
  db.close();

  const { tables } = leaveOutProtected(new Map(Object.entries((await salvage(db.name)).tables)));
  const text = JSON.stringify([...tables]);
  expect(text).toContain(told.id);
  expect(text).not.toContain(secret.id);
});

test('with nothing protected everything stays, and what belongs to a promise that cannot be read is left out', async () => {
  const tables = await rescue(createStory(100), createStory(200));
  expect(leaveOutProtected(tables)).toEqual({ tables, leftOut: 0 });
  const torn = new Map(tables).set('promises', (tables.get('promises') ?? []).slice(0, 1));
  const left = leaveOutProtected(torn);
  expect(left.leftOut).toBe(1);
  expect(left.tables.get('progressLogs')).toHaveLength(1);
});
