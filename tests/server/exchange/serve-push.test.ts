import '#tests/support/node-storage.ts';
import { expect, test } from 'vitest';
import type { PushRequest } from '#protocol/push.ts';
import { commitAction } from '#storage/commit-action.ts';
import { joinDevice, reachStore } from '#tests/simulation/exchange-ground.ts';
import { createSpace, openSpaceStore, type SpaceHooks } from '#tests/simulation/memory-space.ts';
import { idOf } from '#tests/simulation/random.ts';
import { createStory, createTools, logWrite, toWrites } from '#tests/storage/records.ts';

const anna = 'anna';
const quiet: SpaceHooks = { atBoundary: () => undefined, beforeSave: () => undefined };

/** A device that has sent a promise and two logs, and sends them all again because no answer came, with two more. */
async function startRepeating() {
  const space = createSpace(idOf(9, 1));
  const story = createStory();
  const tools = createTools(1);
  const { db } = await joinDevice(space, anna, 1);
  const saveLog = () => commitAction(db, { label: 'log-created', writes: [logWrite(story.log())] }, tools);
  await commitAction(db, { label: 'record-created', writes: toWrites(story) }, tools);
  for (let count = 0; count < 2; count++) await saveLog();
  const readRequest = async (): Promise<PushRequest> => {
    const waiting = await db.outbox.orderBy('seq').toArray();
    const operations = waiting.flatMap(({ seq, op }) => (op ? [{ seq, op }] : []));
    return { dev: idOf(9, 2), epoch: space.tables.space.epoch, acked: 0, operations };
  };
  const reach = (hooks: SpaceHooks) => reachStore(openSpaceStore(space, anna, hooks), anna);
  await reach(quiet).push(await readRequest());
  for (let count = 0; count < 2; count++) await saveLog();
  const request = await readRequest();
  return { space, request, push: (hooks: SpaceHooks) => reach(hooks).push(request) };
}

test('what stops the process is tried five times, also where it comes after what was answered before', async () => {
  const { space, request, push } = await startRepeating();
  const [harmful, last] = request.operations.slice(-2).map(({ op }) => op?.id ?? '');
  let tries = 0;
  const hooks: SpaceHooks = {
    ...quiet,
    beforeSave: ({ history }) => {
      if (!history.some(({ op }) => op.id === harmful)) return;
      tries += 1;
      throw new Error('The process is gone');
    },
  };
  const send = () =>
    push(hooks).then(
      ({ kind }) => kind,
      () => 'gone',
    );
  for (let count = 0; count < 5; count++) expect(await send()).toBe('gone');
  expect(await send()).toBe('pushed');
  expect(tries).toBe(5);
  expect(space.tables.results.get(harmful ?? '')).toMatchObject({ kind: 'rejected', code: 'server-error' });
  expect(space.tables.results.get(last ?? '')).toMatchObject({ kind: 'applied' });
});

test('what was answered before is gone through in the transaction of what follows it', async () => {
  const { request, push } = await startRepeating();
  let transactions = 0;
  let isDown = true;
  const hooks: SpaceHooks = {
    atBoundary: (where) => {
      if (where === 'write') transactions += 1;
    },
    beforeSave: () => {
      if (isDown) throw new Error('The process is gone');
    },
  };
  for (let count = 0; count < 2; count++) await expect(push(hooks)).rejects.toThrow('The process is gone');
  isDown = false;
  transactions = 0;
  expect(await push(hooks)).toMatchObject({ kind: 'pushed', lastSeq: request.operations.length });
  // One for each of the two that are new: whatever the process dies of is then held against what it was working on.
  expect(transactions).toBe(2);
});
