import '#tests/support/node-storage.ts';
import { randomUUID } from 'node:crypto';
import { describe, expect, onTestFinished, test } from 'vitest';
import { isSameSum } from '#domain/delivery/row-sum.ts';
import { toScopeKey } from '#domain/delivery/scope-key.ts';
import type { PullAnswer } from '#protocol/pull.ts';
import { readPushRequest } from '#protocol/push.ts';
import { isCrowded } from '#server/database/database-fault.ts';
import { lockSpace } from '#server/database/lock-space.ts';
import { openSpaceStore } from '#server/database/space-store.ts';
import { createReceiptKeepers } from '#server/exchange/receipt-keeper.ts';
import { servePush } from '#server/exchange/serve-push.ts';
import { serverRules } from '#server/exchange/server-rules.ts';
import { commitAction, type Write } from '#storage/commit-action.ts';
import { type Device, joinServer, type Reached, reachStore } from '#tests/simulation/exchange-ground.ts';
import { createSpace, openSpaceStore as openMemoryStore } from '#tests/simulation/memory-space.ts';
import { createRandom } from '#tests/simulation/random.ts';
import { createStory, createTools, logWrite, toWrites } from '#tests/storage/records.ts';
import { type EngineName, engines, openTestDatabase } from '#tests/support/server-databases.ts';
import { openTestServer } from '#tests/support/test-server.ts';

const nothing = { atBoundary: () => undefined, beforeSave: () => undefined };

/** A space with one person who may begin promises: in SQL, and the same in memory. */
async function openBoth(engine: EngineName) {
  const { database, look, drop } = await openTestDatabase(engine);
  onTestFinished(drop);
  const [spaceId, userId, epoch] = [randomUUID(), randomUUID(), randomUUID()];
  await database.inSpace({ spaceId, userId }, async (tx) => {
    await tx.insertInto('space').values({ id: spaceId, epoch }).execute();
    const member = { space: spaceId, user_id: userId, scope: spaceId, role: 'editor', lens: 'full', version: 0 };
    await tx.insertInto('member').values(member).execute();
  });
  const stored = openSpaceStore(database, { spaceId, userId });
  const memory = createSpace(epoch);
  const remembered = openMemoryStore(memory, userId, nothing);
  return { stored, remembered, memory, userId, spaceId, look };
}

/** Rows of one version have no order among each other. */
const sortRows = (answer: PullAnswer): unknown =>
  answer.kind === 'pulled'
    ? { ...answer, rows: [...answer.rows].sort((one, other) => (one.row.id < other.row.id ? -1 : 1)) }
    : answer;

/** Asks both and compares, to the last field. */
function reachBoth(one: Reached, other: Reached): Reached {
  return {
    push: async (request) => {
      const answer = await one.push(request);
      expect(answer).toEqual(await other.push(request));
      return answer;
    },
    pull: async (request) => {
      const answer = await one.pull(request);
      expect(sortRows(answer)).toEqual(sortRows(await other.pull(request)));
      return answer;
    },
  };
}

describe.each(engines)('on %s', (engine) => {
  test.each([1, 2, 3])('rows in SQL answer every push and pull as rows in memory do, course %i', async (seed) => {
    const { stored, remembered, memory, userId } = await openBoth(engine);
    const reached = reachBoth(reachStore(stored, userId), reachStore(remembered, userId));
    const story = createStory();
    const devices = [await joinServer(reached, 1), await joinServer(reached, 2)] as const;
    const tools = [createTools(1), createTools(2)] as const;
    const save = (device: Device, ...writes: Write[]) =>
      commitAction(device.db, { label: 'record-changed', writes }, tools[device === devices[0] ? 0 : 1]);
    await save(devices[0], ...toWrites(story));
    for (const device of devices) expect(await device.exchange()).toBe('resting');
    const random = createRandom(seed);
    for (let step = 0; step < 40; step++) {
      const device = random.pick(devices);
      if (random.chance(0.2)) expect(await device.exchange()).toBe('resting');
      else await act(random, story, device, save);
    }
    for (const device of [...devices, ...devices]) expect(await device.exchange()).toBe('resting');
    const key = toScopeKey(story.promise.id, 'full');
    const sums = await stored.read((snapshot) => snapshot.readSums([key]));
    const kept = memory.tables.sums.get(key);
    expect(kept && isSameSum(kept, sums.get(key) ?? { count: 0, check: [0, 0] })).toBe(true);
    expect(await devices[0].db.progressLogs.count()).toBe(await devices[1].db.progressLogs.count());
  });

  test('tries are counted for the first operation that was not answered, and begin anew with another', async () => {
    const { stored, remembered, userId } = await openBoth(engine);
    const reached = reachBoth(reachStore(stored, userId), reachStore(remembered, userId));
    const device = await joinServer(reached, 1);
    await commitAction(device.db, { label: 'record-created', writes: toWrites(createStory()) }, createTools(1));
    const dev = randomUUID();
    const [one, two] = [randomUUID(), randomUUID()];
    const count = (...operations: readonly { seq: number; id: string }[]) => stored.countAttempt(dev, operations);
    expect(await count({ seq: 1, id: one }, { seq: 2, id: two })).toEqual({ id: one, count: 1 });
    expect(await count({ seq: 1, id: one })).toEqual({ id: one, count: 2 });
    expect(await count({ seq: 2, id: two })).toEqual({ id: two, count: 1 });
    expect(await count({ seq: 1, id: 'no id at all' })).toBeUndefined();
    expect(await count()).toBeUndefined();
  });

  test('what fails in the middle leaves nothing behind', async () => {
    const { stored, remembered, userId, look, spaceId } = await openBoth(engine);
    const broken: typeof stored = {
      ...stored,
      write: (work) =>
        stored.write(async (transaction) => {
          await work(transaction);
          throw new Error('The power is gone');
        }),
    };
    const device = await joinServer(reachStore(remembered, userId), 1);
    await commitAction(device.db, { label: 'record-created', writes: toWrites(createStory()) }, createTools(1));
    const waiting = await device.db.outbox.orderBy('seq').toArray();
    const operations = waiting.flatMap(({ seq, op }) => (op ? [{ seq, op }] : []));
    const { epoch } = await stored.read((snapshot) => snapshot.readSpace());
    const push = () => reachStore(broken, userId).push({ epoch, dev: randomUUID(), acked: 0, operations });
    await expect(push()).rejects.toThrow('The power is gone');
    for (const table of ['record', 'op_result', 'op_sequence', 'device', 'history', 'scope_sum']) {
      expect(await look(`SELECT 1 FROM ${table} WHERE space = $1`, [spaceId])).toEqual([]);
    }
  });
});

type Save = (device: Device, ...writes: Write[]) => Promise<unknown>;

async function act(
  random: ReturnType<typeof createRandom>,
  story: ReturnType<typeof createStory>,
  device: Device,
  save: Save,
): Promise<void> {
  const choice = random.below(4);
  const [goal] = story.goals;
  if (choice === 0) await save(device, logWrite(story.log({ date: `2026-03-${10 + random.below(19)}` })));
  if (choice === 1)
    await save(device, { kind: 'set', table: 'goals', id: goal.id, fields: { shortName: `${random.next()}` } });
  if (choice === 2) {
    const status = random.pick(['active', 'archived', 'ended'] as const);
    await save(device, { kind: 'set', table: 'promises', id: story.promise.id, fields: { status } } as Write);
  }
  if (choice === 3) {
    const [log] = await device.db.progressLogs.toArray();
    if (log === undefined) return;
    const { tags: _tags, version: _version, ...old } = log as typeof log & { tags?: unknown; version?: unknown };
    await save(device, logWrite(story.log({ ...old, id: story.newId(), corrects: old.id, withdrawn: true })));
  }
}

// The embedded database has one connection: there nobody else holds a lock.
test.each(engines.filter((engine) => engine === 'postgres'))(
  'on %s, a push that others keep waiting is not held against what it sends',
  async (engine) => {
    const server = await openTestServer(engine);
    onTestFinished(server.drop);
    const { me } = await server.setUp();
    const identity = { spaceId: me.space.id, userId: me.user.id };
    const store = openSpaceStore(server.database, identity);
    const { epoch } = await store.read((snapshot) => snapshot.readSpace());
    const device = await joinServer(reachStore(store, me.user.id), 1);
    await commitAction(device.db, { label: 'record-created', writes: toWrites(createStory()) }, createTools(1));
    const operations = await device.db.outbox.orderBy('seq').toArray();
    const request = readPushRequest({ epoch, dev: randomUUID(), acked: 0, operations });
    if (request === undefined) throw new Error('The outbox cannot be read');
    const keeper = createReceiptKeepers(new Uint8Array(32))(me.space.id);
    const tools = { now: () => 0, keeper, rules: serverRules, userId: me.user.id, onForgery: () => undefined };
    const push = () => servePush(store, request, { ...tools, isCrowd: isCrowded });
    await server.database.inSpace(identity, async (tx) => {
      await lockSpace(tx);
      const tries = await Promise.allSettled(Array.from({ length: 8 }, push));
      expect(tries.map(({ status }) => status)).toEqual(tries.map(() => 'rejected'));
    });
    expect(await push()).toMatchObject({ kind: 'pushed', lastSeq: operations.length });
    const results = await server.look('SELECT DISTINCT kind FROM op_result');
    expect(results).toEqual([{ kind: 'applied' }]);
  },
);
