import '#tests/support/node-storage.ts';
import { expect, test } from 'vitest';
import type { PullRequest } from '#protocol/pull.ts';
import { commitAction } from '#storage/commit-action.ts';
import { putDeviceMeta, readDeviceMeta } from '#storage/device-meta.ts';
import { createStory, createTools, logWrite, toWrites } from '#tests/storage/records.ts';
import { createGround, joinDevice, joinServer, type Reached, reachStore } from './exchange-ground.ts';
import { openSpaceStore } from './memory-space.ts';

const anna = 'anna';
const nothing = { atBoundary: () => undefined, beforeSave: () => undefined };
const logs = 40;
const perPage = 4;

/** A space with forty logs, which come to a new device in pages of four. */
async function startPaging() {
  const space = createGround();
  const story = createStory();
  const tools = createTools(1);
  const first = await joinDevice(space, anna, 1);
  await commitAction(first.db, { label: 'record-created', writes: toWrites(story) }, tools);
  for (let count = 0; count < logs; count++) {
    await commitAction(first.db, { label: 'log-created', writes: [logWrite(story.log())] }, tools);
  }
  await first.exchange();
  const pages = reachStore(openSpaceStore(space, anna, nothing), anna, perPage);
  return { pages };
}

/** Loses every so-and-so-many-th answer. Tells which pages were asked for, and which came: by where they begin. */
function loseEvery(reached: Reached, count: number) {
  const asked: (number | undefined)[] = [];
  const came: (number | undefined)[] = [];
  const pull: Reached['pull'] = async (request) => {
    const { page } = request as PullRequest;
    asked.push(page?.start);
    const answer = await reached.pull(request);
    if (asked.length % count === 0) throw new Error('The network is gone');
    if (answer.kind === 'pulled') came.push(page?.start);
    return answer;
  };
  return { reached: { ...reached, pull }, asked, came };
}

test('a first pull that breaks after every other page goes on where it was, and ends', async () => {
  const { pages } = await startPaging();
  const network = loseEvery(pages, 2);
  const second = await joinServer(network.reached, 2);
  let breaks = 0;
  while ((await second.exchange()) !== 'resting') breaks += 1;
  expect(breaks).toBeGreaterThan(3);
  expect(await second.db.progressLogs.count()).toBe(logs);
  expect(new Set(network.came).size).toBe(network.came.length);
});

test('a pull that broke begins anew once another tab has changed what the device has', async () => {
  const { pages } = await startPaging();
  const network = loseEvery(pages, 4);
  const second = await joinServer(network.reached, 2);
  expect(await second.exchange()).toBe('waiting');
  expect(network.asked.at(-1)).toBeGreaterThan(0);
  const meta = await readDeviceMeta(second.db);
  if (meta) await putDeviceMeta(second.db, { ...meta, generation: meta.generation + 1 });
  const before = network.asked.length;
  await second.exchange();
  expect(network.asked[before]).toBeUndefined();
});
