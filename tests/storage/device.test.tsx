/** What only a browser has: leaving a page, promising to keep, clearing. */

import { expect, test } from 'vitest';
import { commitAction } from '#storage/commit-action.ts';
import { askToPersist, estimateRoom, readPersistence } from '#storage/device-storage.ts';
import {
  findCanaries,
  forgetCanaries,
  judgeStorage,
  keepAfterFirstSave,
  lookForLoss,
  plantCanaries,
  wasJoined,
} from '#storage/device-storage-canaries.ts';
import { flushDraftsOnLeave, saveDraft, settleDraft } from '#storage/drafts.ts';
import { joinServer, leaveServer } from '#storage/join-server.ts';
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

/** A device as its first visitor finds it. */
async function openNew() {
  await forgetCanaries();
  return openScratch();
}

const takeExample = (db: ReturnType<typeof openScratch>) =>
  commitAction(
    db,
    { label: 'examples-taken', writes: toWrites(createStory(1, { example: 'promise' })) },
    createTools(1),
  );
const saveOwn = (db: ReturnType<typeof openScratch>) =>
  commitAction(db, { label: 'record-created', writes: toWrites(createStory(2)) }, createTools(2));

test('a new device and one with nothing but examples have lost nothing', async () => {
  const db = await openNew();
  expect(await lookForLoss(db)).toBe('new');
  await takeExample(db);
  expect(await lookForLoss(db)).toBe('new');
});

test('records that came without a mark, from a copy that was read back, are marked and whole', async () => {
  const db = await openNew();
  await saveOwn(db);
  expect(await lookForLoss(db)).toBe('whole');
  expect(judgeStorage(await findCanaries(db))).toBe('whole');
});

test('what was cleared beside the records is told once', async () => {
  const db = await openNew();
  await saveOwn(db);
  await lookForLoss(db);
  localStorage.clear();
  expect(await lookForLoss(db)).toBe('partly-cleared');
  expect(await lookForLoss(db)).toBe('whole');
});

test('cleared records are told until others are there, or the device is to begin anew', async () => {
  const db = await openNew();
  await saveOwn(db);
  await lookForLoss(db);
  await Promise.all(db.tables.map((table) => table.clear()));
  expect(await lookForLoss(db)).toBe('cleared');
  await takeExample(db);
  expect(await lookForLoss(db)).toBe('cleared');
  await forgetCanaries();
  expect(await lookForLoss(db)).toBe('new');
});

test('what was emptied on purpose is not missed, and whether a server was joined is remembered without its name', async () => {
  const db = await openNew();
  const stop = keepAfterFirstSave(db);
  await saveOwn(db);
  await expect.poll(async () => judgeStorage(await findCanaries(db))).toBe('whole');
  expect(wasJoined()).toBe(false);
  const tools = createTools(3);
  const server = { spaceId: 's', spaceName: 'Exempelby', userId: 'u', userName: 'Anna', joinedAt: tools.now() };
  await joinServer(db, { server, dev: tools.newId(), known: new Set() }, tools);
  await expect.poll(wasJoined).toBe(true);
  expect(JSON.stringify({ ...localStorage })).not.toMatch(/Exempelby|Anna/);
  await leaveServer(db, { keep: false });
  expect(await lookForLoss(db)).toBe('new');
  stop();
});
