import '#tests/support/node-storage.ts';
import { expect, test } from 'vitest';
import { commitAction } from '#storage/commit-action.ts';
import { createDeviceStore } from '#storage/device-store.ts';
import { readRowAudit } from '#storage/row-audit.ts';
import { auditRows } from '#sync/audit-rows.ts';
import { createGround, joinDevice } from '#tests/simulation/exchange-ground.ts';
import { createStory, createTools, logWrite, toWrites } from '#tests/storage/records.ts';

const day = 86_400_000;

async function startDevice() {
  const story = createStory();
  const device = await joinDevice(createGround(), 'anna', 1);
  const tools = createTools(1);
  const writes = [...toWrites(story), logWrite(story.log()), logWrite(story.log())];
  await commitAction(device.db, { label: 'record-created', writes }, tools);
  await device.exchange();
  const store = createDeviceStore(device.db, tools.newId);
  return { ...device, story, look: (now: number) => auditRows(device.db, store, now) };
}

test('a row that the browser has lost is found the next day and fetched again, and the finding is kept', async () => {
  const { db, look, exchange } = await startDevice();
  expect(await look(day)).toBe('well');
  const [lost] = await db.progressLogs.toArray();
  await db.progressLogs.delete(lost?.id ?? '');
  expect(await look(day + 1000)).toBe('not-due');
  expect(await look(2 * day)).toBe('lacking');
  expect(await readRowAudit(db)).toEqual({ at: 2 * day, lacking: 1 });
  await exchange();
  expect((await db.progressLogs.get(lost?.id ?? ''))?.date).toBe(lost?.date);
  expect(await look(3 * day)).toBe('well');
});

test('a device that has everything is left as it is, whatever waits on it, and however its clock is set', async () => {
  const { db, story, look } = await startDevice();
  await look(5 * day);
  await commitAction(db, { label: 'log-created', writes: [logWrite(story.log())] }, createTools(2));
  const before = await db.meta.get('device');
  expect(await look(day)).toBe('well');
  expect(await db.meta.get('device')).toEqual(before);
  expect(await db.outbox.count()).toBe(1);
});
