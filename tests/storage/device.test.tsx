/** What only a browser has: leaving a page, promising to keep, clearing. */

import { expect, test } from 'vitest';
import { commitAction } from '#storage/commit-action.ts';
import {
  askToPersist,
  estimateRoom,
  findCanaries,
  judgeStorage,
  keepAfterFirstSave,
  plantCanaries,
  readPersistence,
} from '#storage/device-storage.ts';
import { flushDraftsOnLeave, saveDraft, settleDraft } from '#storage/drafts.ts';
import { createStory, createTools, toWrites } from './records.ts';
import { openScratch } from './scratch-database.ts';

test('a draft that waits is handed over when the page is left', async () => {
  const db = openScratch();
  const stop = flushDraftsOnLeave(db);
  saveDraft(db, 'log', 'a');
  saveDraft(db, 'log', 'ab');
  dispatchEvent(new Event('pagehide'));
  await settleDraft(db, 'log');
  expect((await db.drafts.get('log'))?.value).toBe('ab');
  stop();
});

test('the browser says whether it keeps the storage and how much room there is', async () => {
  expect(['kept', 'may-be-cleared']).toContain(await askToPersist());
  expect(['kept', 'may-be-cleared']).toContain(await readPersistence());
  expect((await estimateRoom())?.available).toBeGreaterThan(0);
});

test('a kind of storage that was cleared is missed', async () => {
  localStorage.clear();
  for (const name of await caches.keys()) await caches.delete(name);
  const db = openScratch();
  expect(judgeStorage(await findCanaries(db))).toBe('new');
  await plantCanaries(db);
  expect(judgeStorage(await findCanaries(db))).toBe('whole');
  localStorage.clear();
  expect(await findCanaries(db)).toEqual({ database: true, localStorage: false, cache: true });
  await plantCanaries(db);
  await db.meta.clear();
  expect(judgeStorage(await findCanaries(db))).toBe('cleared');
});

test('the browser is asked to keep the storage after the first real save, not after the examples', async () => {
  localStorage.clear();
  const db = openScratch();
  const stop = keepAfterFirstSave(db);
  await commitAction(
    db,
    { label: 'examples-taken', writes: toWrites(createStory(1, { example: 'promise' })) },
    createTools(1),
  );
  expect((await findCanaries(db)).localStorage).toBe(false);
  await commitAction(db, { label: 'record-created', writes: toWrites(createStory(2)) }, createTools(2));
  await expect.poll(async () => judgeStorage(await findCanaries(db))).toBe('whole');
  stop();
});
