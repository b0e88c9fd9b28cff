import { expect, test } from 'vitest';
import { commitAction } from '#storage/commit-action.ts';
import { putDeviceMeta } from '#storage/device-meta.ts';
import { readWaitingTallies } from '#storage/waiting-tallies.ts';
import { createStory, createTools, logWrite, toWrites } from './records.ts';
import { openScratch } from './scratch-database.ts';

const alone = { epoch: 'e', generation: 0, issued: 0, answered: 0, scopes: {}, ringNext: 1, confirmedAt: 0 };

test('only what waits is told apart: new logs, and logs that are taken back', async () => {
  const db = openScratch();
  const story = createStory();
  const tools = createTools(1);
  const save = (log: ReturnType<typeof story.log>) =>
    commitAction(db, { label: 'log-created', writes: [logWrite(log)] }, tools);
  await commitAction(db, { label: 'record-created', writes: toWrites(story) }, tools);
  const shared = story.log();
  await save(shared);
  // What a server has confirmed carries its version.
  await db.progressLogs.update(shared.id, { version: 7 } as object);
  await putDeviceMeta(db, { ...alone, dev: story.newId() });
  expect((await readWaitingTallies(db, story.promise.id)).size).toBe(0);

  await save(story.log());
  await save(story.log());
  const goalId = story.goals[0].id;
  const waiting = (await readWaitingTallies(db, story.promise.id)).get(goalId);
  expect(waiting?.total.sum).toBe(2);
  expect([...(waiting?.byDay.values() ?? [])].map(({ sum }) => sum)).toEqual([2]);
  await save(story.log({ corrects: shared.id, withdrawn: true }));
  expect((await readWaitingTallies(db, story.promise.id)).get(goalId)?.total.sum).toBe(1);
});
