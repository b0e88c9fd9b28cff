import { expect, test } from 'vitest';
import { commitAction } from '#storage/commit-action.ts';
import { undoBatch } from '#storage/undo.ts';
import { createStory, createTools, logWrite, toWrites } from '#tests/storage/records.ts';
import { createGround, joinDevice } from './exchange-ground.ts';

const rows = 5000;

test('an import of 5,000 logs, and its undoing, reach the other device whole', async () => {
  const space = createGround();
  const story = createStory();
  const first = await joinDevice(space, 'anna', 1);
  const second = await joinDevice(space, 'anna', 2);
  const tools = createTools(1);
  await commitAction(first.db, { label: 'record-created', writes: toWrites(story) }, tools);
  const exchangeAll = async () => {
    for (let round = 0; round < 40 && ((await first.db.outbox.count()) > 0 || round < 3); round += 1) {
      await first.exchange();
      await second.exchange();
    }
  };
  await exchangeAll();
  const [goal] = story.goals;
  const sumOf = async (device: typeof first) => (await device.db.goalTotals.get(goal.id))?.tally.sum ?? 0;
  const batch = tools.newId();
  const logs = Array.from({ length: rows }, () => story.log());
  await commitAction(first.db, { label: 'imported', writes: logs.map(logWrite), batch }, tools);
  await exchangeAll();
  expect([await sumOf(first), await sumOf(second)]).toEqual([rows, rows]);
  expect(await undoBatch(first.db, batch, tools)).toMatchObject({ kind: 'undone', kept: [] });
  await exchangeAll();
  expect([await sumOf(first), await sumOf(second)]).toEqual([0, 0]);
  for (const { db } of [first, second]) expect([await db.outbox.count(), await db.box.count()]).toEqual([0, 0]);
}, 240_000);
