import { describe, expect, test } from 'vitest';
import type { ProgressLog } from '#domain/records/progress-log.ts';
import { readActivityLogs, readLogsOfActivities } from '#storage/activity-logs.ts';
import { auditTallies } from '#storage/audit-tallies.ts';
import { commitAction, type Write } from '#storage/commit-action.ts';
import type { Database } from '#storage/database.ts';
import { readHistoryPage } from '#storage/history.ts';
import { leaveServer } from '#storage/join-server.ts';
import { readLogChain } from '#storage/log-chain.ts';
import { countDoneLogs } from '#storage/log-counts.ts';
import { getLogs } from '#storage/log-rows.ts';
import { countAllLogs, countLogs, readLatestLog } from '#storage/many-logs.ts';
import { type LogCursor, readLogPage } from '#storage/progress-logs.ts';
import { replayHistory } from '#storage/replay-history.ts';
import { createLogSearch } from '#storage/search-logs.ts';
import { undoAction } from '#storage/undo.ts';
import { readUsage } from '#storage/usage.ts';
import { createStory, createTools, logWrite, type Story, toWrites } from '#tests/storage/records.ts';
import { createGround, type Device, joinDevice } from './exchange-ground.ts';
import { grant } from './memory-space.ts';
import { createRandom, type Random } from './random.ts';

const anna = 'anna';
const never = Number.POSITIVE_INFINITY;

/** What is done on a device, by chance. */
function createDoer(story: Story, random: Random) {
  return async (device: Device, tools: ReturnType<typeof createTools>): Promise<void> => {
    const save = (...writes: Write[]) => commitAction(device.db, { label: 'record-changed', writes }, tools);
    const logs = (
      await readLogsOfActivities(
        device.db,
        story.activities.map(({ id }) => id),
      )
    ).toSorted((one, other) => (one.id < other.id ? -1 : 1));
    const day = `2026-${String(1 + random.below(9)).padStart(2, '0')}-${10 + random.below(19)}`;
    const activityIds = [story.activities[random.below(2)]?.id ?? ''];
    const kind = logs.length < 5 ? 0 : random.below(8);
    if (kind < 4) {
      const note = random.pick(['kväll vid torget', 'skola', '']);
      await save(logWrite(story.log({ date: day, activityIds, ...(note && { note }) })));
      return;
    }
    const log = random.pick(logs);
    if (kind === 7) {
      await undoAction(device.db, log.id, tools);
      return;
    }
    const {
      tags: _tags,
      version: _version,
      replacedBy: _replacedBy,
      ...old
    } = log as ProgressLog & Record<string, unknown>;
    const changes: Partial<ProgressLog> = kind === 6 ? { withdrawn: true } : { date: day, activityIds };
    await save(logWrite(story.log({ ...(old as ProgressLog), id: story.newId(), corrects: log.id, ...changes })));
  };
}

/** Whatever can be read of logs, by every way of reading them. */
async function readEverything(db: Database, story: Story) {
  const promiseId = story.promise.id;
  const activityIds = story.activities.map(({ id }) => id);
  const pages: string[][] = [];
  for (let after: LogCursor | undefined, isMore = true; isMore; ) {
    const page = await readLogPage(db, promiseId, { after, size: 7, includeReplaced: true });
    pages.push(page.logs.map(({ id }) => id));
    after = page.next;
    isMore = after !== undefined;
  }
  const ids = pages.flat();
  const search = createLogSearch(db);
  const found = await Promise.all(['torg', 'kväll skol', 'skola'].map((text) => search.find(text, { promiseId })));
  search.close();
  const made: string[] = [];
  for (let after: Parameters<typeof readHistoryPage>[1] = {}, isMore = true; isMore; ) {
    const page = await readHistoryPage(db, { ...after, promiseId, size: 6 });
    made.push(...page.entries.map(({ tx, label, undoneBy }) => `${tx} ${label} ${undoneBy}`));
    after = { after: page.next };
    isMore = page.next !== undefined;
  }
  return {
    pages,
    made,
    found,
    logs: await getLogs(db, ids),
    spring: await readLogPage(db, promiseId, { from: '2026-03-15', to: '2026-05-20', size: 3 }),
    byActivity: await Promise.all(activityIds.map((id) => readActivityLogs(db, id, { from: '2026-02-11' }))),
    ofActivities: await readLogsOfActivities(db, activityIds),
    chains: await Promise.all(ids.map(async (id) => (await readLogChain(db, id)).map((log) => log.id))),
    latest: [await readLatestLog(db, promiseId), await readLatestLog(db, promiseId, '2026-04-30')],
    counts: [await countLogs(db, promiseId), await countDoneLogs(db, promiseId), await countAllLogs(db)],
    usage: await readUsage(db, promiseId, { today: '2026-11-21', hour: 10 }),
    totals: await db.goalTotals.toArray(),
    days: await db.goalDays.toArray(),
  };
}

async function startLate(seed: number) {
  const space = createGround();
  const story = createStory();
  const random = createRandom(seed);
  const tools = [createTools(1), createTools(2), createTools(3)] as const;
  const first = await joinDevice(space, anna, 1);
  await commitAction(first.db, { label: 'record-created', writes: toWrites(story) }, tools[0]);
  const act = createDoer(story, random);
  for (let step = 0; step < 40; step++) await act(first, tools[0]);
  await first.exchange();
  const apart = await joinDevice(space, anna, 2, never);
  const packed = await joinDevice(space, anna, 3, 1);
  const devices = [first, apart, packed] as const;
  const exchangeAll = async () => {
    for (let round = 0; round < 3; round++) for (const device of devices) await device.exchange();
  };
  await exchangeAll();
  return { space, story, random, tools, act, devices, first, apart, packed, exchangeAll };
}

describe('logs that came in packs', () => {
  test.each([1, 2, 3])('are read as logs that lie apart, course %i', async (seed) => {
    const { story, apart, packed } = await startLate(seed);

    expect(await packed.db.progressLogs.count()).toBe(0);
    expect(await apart.db.logPacks.count()).toBe(0);
    expect(await readEverything(packed.db, story)).toEqual(await readEverything(apart.db, story));
    expect((await replayHistory(packed.db)).get('progressLogs')).toEqual(
      (await replayHistory(apart.db)).get('progressLogs'),
    );
  });

  test.each([4, 5, 6])('are corrected, withdrawn and taken back like any other, course %i', async (seed) => {
    const { story, random, tools, act, devices, first, apart, packed, exchangeAll } = await startLate(seed);
    for (let step = 0; step < 30; step++) {
      const at = random.below(3);
      const device = devices[at];
      if (device === undefined || random.chance(0.1)) await exchangeAll();
      else await act(device, tools[at] ?? tools[0]);
    }
    await exchangeAll();

    const { made: _made, ...read } = await readEverything(packed.db, story);
    for (const device of [first, apart]) {
      const { made: _other, ...other } = await readEverything(device.db, story);
      expect(read).toEqual(other);
    }
    const audit = await auditTallies(packed.db);
    expect([audit.mismatches, audit.miscounted]).toEqual([[], []]);
    expect(await packed.db.bases.count()).toBe(0);
  });

  test('are counted anew when a goal is changed', async () => {
    const { story, tools, apart, packed, exchangeAll } = await startLate(7);
    const [goal] = story.goals;
    const write: Write = { kind: 'set', table: 'goals', id: goal.id, fields: { feeds: [] } };
    await commitAction(packed.db, { label: 'record-changed', writes: [write] }, tools[2]);
    await exchangeAll();

    expect(await packed.db.goalTotals.toArray()).toEqual(await apart.db.goalTotals.toArray());
    const audit = await auditTallies(packed.db);
    expect([audit.mismatches, audit.miscounted]).toEqual([[], []]);
  });

  test('leave with their promise, and come back with it', async () => {
    const { space, story, packed } = await startLate(8);
    const before = await readEverything(packed.db, story);
    const membership = space.tables.members.get(anna)?.get(story.promise.id);
    grant(space.tables, anna, story.promise.id, undefined);
    await packed.exchange();
    expect([await packed.db.logPacks.count(), await packed.db.packPlaces.count()]).toEqual([0, 0]);
    expect(await countAllLogs(packed.db)).toBe(0);

    grant(space.tables, anna, story.promise.id, membership);
    await packed.exchange();
    expect(await packed.db.logPacks.count()).toBeGreaterThan(0);
    expect((await readEverything(packed.db, story)).logs).toHaveLength(before.logs.length);
  });

  test('stay when the server is left, each in a row of its own', async () => {
    const { story, packed } = await startLate(9);
    const before = await readEverything(packed.db, story);
    await leaveServer(packed.db, { keep: true });

    expect([await packed.db.logPacks.count(), await packed.db.packPlaces.count()]).toEqual([0, 0]);
    const after = await readEverything(packed.db, story);
    expect([after.pages, after.counts, after.totals]).toEqual([before.pages, before.counts, before.totals]);
    expect(await packed.db.progressLogs.filter((log) => 'version' in log).count()).toBe(0);
  });
});
