import { describe, expect, test } from 'vitest';
import { readActivities } from '#storage/activities.ts';
import { readActivityLogPage, readActivityLogs, readLogsOfActivities } from '#storage/activity-logs.ts';
import { commitAction, type Write } from '#storage/commit-action.ts';
import { openDatabase } from '#storage/database.ts';
import { readGoalDays } from '#storage/goal-days.ts';
import { readGoals } from '#storage/goals.ts';
import { countLogs, readLatestLog } from '#storage/many-logs.ts';
import { readMeasurements } from '#storage/measurements.ts';
import { readOverview } from '#storage/overview.ts';
import { type LogCursor, readLogPage, readLogs } from '#storage/progress-logs.ts';
import { readPromises } from '#storage/promises.ts';
import { readUsage } from '#storage/usage.ts';
import { injectFaults } from './fault-shim.ts';
import { createStory, createTools, logWrite, toWrites } from './records.ts';
import { openScratch } from './scratch-database.ts';

async function startStory() {
  const db = openScratch();
  const story = createStory();
  const tools = createTools();
  const save = (...writes: Write[]) => commitAction(db, { label: 'record-created', writes }, tools);
  await save(...toWrites(story));
  return { db, story, save };
}

const dayOf = (number: number) => `2026-03-${String((number % 30) + 1).padStart(2, '0')}`;

describe('pages of logs', () => {
  test('hold every standing log once, the latest first, whatever the size of the page', async () => {
    const { db, story, save } = await startStory();
    const logs = Array.from({ length: 47 }, (_, index) => story.log({ date: dayOf(index * 7) }));
    await save(...logs.map(logWrite));
    await save(logWrite(story.log({ corrects: logs[3]?.id, withdrawn: true })));
    const expected = logs
      .filter((_, index) => index !== 3)
      .sort((left, right) => (left.date + left.id < right.date + right.id ? 1 : -1))
      .map(({ id }) => id);
    for (const size of [1, 7, 46, 100]) {
      const ids: string[] = [];
      let after: LogCursor | undefined;
      do {
        const page = await readLogPage(db, story.promise.id, { size, after });
        ids.push(...page.logs.map(({ id }) => id));
        after = page.next;
      } while (after);
      expect(ids).toEqual(expected);
    }
    expect((await readLogPage(db, story.promise.id, { includeReplaced: true, size: 100 })).logs).toHaveLength(48);
    expect(await countLogs(db, story.promise.id)).toBe(46);
  });

  test('keep within their days', async () => {
    const { db, story, save } = await startStory();
    await save(...[1, 2, 3, 4].map((day) => logWrite(story.log({ date: dayOf(day) }))));
    const { logs } = await readLogPage(db, story.promise.id, { from: dayOf(2), to: dayOf(3) });
    expect(logs.map(({ date }) => date)).toEqual([dayOf(3), dayOf(2)]);
  });

  test('of an activity hold its own logs and no others', async () => {
    const { db, story, save } = await startStory();
    const [first, second] = story.activities;
    await save(
      logWrite(story.log()),
      logWrite(story.log({ activityIds: [second.id] })),
      logWrite(story.log({ activityIds: [first.id, second.id] })),
    );
    expect(await readActivityLogs(db, second.id)).toHaveLength(2);
    const page = await readActivityLogPage(db, first.id, { size: 1 });
    expect(page.logs).toHaveLength(1);
    expect((await readActivityLogPage(db, first.id, { size: 1, after: page.next })).next).toBeUndefined();
    expect(await readLogsOfActivities(db, [first.id, second.id])).toHaveLength(3);
  });

  test('the latest log is the latest that was done', async () => {
    const { db, story, save } = await startStory();
    const logs = [
      story.log({ date: dayOf(5) }),
      story.log({ date: dayOf(9), state: 'planned' }),
      story.log({ date: dayOf(1) }),
    ];
    await save(...logs.map(logWrite));
    expect(await readLatestLog(db, story.promise.id)).toEqual(logs[0]);
    expect(await readLogs(db, [logs[2]?.id ?? '', 'unknown', logs[0]?.id ?? ''])).toEqual([logs[2], logs[0]]);
  });
});

describe('the overview', () => {
  test('reads rows by the number of goals and not one log', async () => {
    const db = openDatabase({ name: `reads-${crypto.randomUUID()}` });
    const faults = injectFaults(db);
    const story = createStory();
    await commitAction(db, { label: 'record-created', writes: toWrites(story) }, createTools());
    const logs = Array.from({ length: 150 }, (_, index) => story.log({ date: dayOf(index) }));
    await commitAction(db, { label: 'imported', writes: logs.map(logWrite) }, createTools(1));
    faults.arm();
    const overview = await readOverview(db, story.promise.id);
    expect(overview?.goals).toHaveLength(3);
    expect(overview?.totals.get(story.goals[0].id)).toMatchObject({ sum: 150 });
    const read = [...faults.reads.values()].reduce((sum, count) => sum + count, 0);
    expect(faults.reads.get('progressLogs') ?? 0).toBe(0);
    expect(read).toBeLessThan(30);
    await db.delete();
  });

  test('of a promise that is not there is nothing', async () => {
    expect(await readOverview(openScratch(), createStory().promise.id)).toBeUndefined();
  });
});

describe('a save', () => {
  test('reads no more rows when there are many logs than when there are few', async () => {
    const db = openDatabase({ name: `reads-${crypto.randomUUID()}` });
    const faults = injectFaults(db);
    const story = createStory();
    const tools = createTools();
    await commitAction(db, { label: 'record-created', writes: toWrites(story) }, tools);
    const countReads = async () => {
      faults.arm();
      await commitAction(db, { label: 'log-created', writes: [logWrite(story.log())] }, tools);
      return new Map(faults.reads);
    };
    await countReads();
    const few = await countReads();
    const logs = Array.from({ length: 150 }, (_, index) => story.log({ date: dayOf(index) }));
    await commitAction(db, { label: 'imported', writes: logs.map(logWrite) }, tools);
    expect(await countReads()).toEqual(few);
    expect(few.get('goals') ?? 0).toBe(0);
    // The log, the total and the days of its goal; read before are those two and what says whether they still hold.
    expect(faults.writes).toBe(3);
    expect([...few.values()].reduce((sum, count) => sum + count, 0)).toBe(3);
    await db.delete();
  });
});

describe('records of a promise', () => {
  test('come in the order of the signed text, without those that were removed', async () => {
    const { db, story, save } = await startStory();
    await save({ kind: 'delete', table: 'goals', id: story.goals[1].id });
    expect((await readGoals(db, story.promise.id)).map(({ order }) => order)).toEqual([3, 5]);
    expect((await readActivities(db, story.promise.id)).map(({ order }) => order)).toEqual([1, 2]);
    expect(await readPromises(db)).toHaveLength(1);
    await save({ kind: 'delete', table: 'promises', id: story.promise.id });
    expect(await readPromises(db)).toEqual([]);
  });

  test('measurements come by the day they belong to', async () => {
    const { db, story, save } = await startStory();
    const stamps = { promiseId: story.promise.id, createdAt: 'x', updatedAt: 'x' };
    const indicator = { name: 'Trygghet', unit: '%', source: '', direction: 'up' } as const;
    const measurement = (value: number, when: object): Write => ({
      kind: 'create',
      table: 'measurements',
      record: { ...stamps, id: story.newId(), indicator, value, ...when },
    });
    await save(
      measurement(3, { date: '2026-09-01' }),
      measurement(1, { period: { from: '2026-01-01', to: '2026-02-28' } }),
      measurement(2, { date: '2026-03-01' }),
    );
    expect((await readMeasurements(db, story.promise.id)).map(({ value }) => value)).toEqual([1, 2, 3]);
  });

  test('days of a goal keep within their range', async () => {
    const { db, story, save } = await startStory();
    await save(...[1, 2, 3].map((day) => logWrite(story.log({ date: dayOf(day) }))));
    const days = await readGoalDays(db, story.goals[0].id, dayOf(2), dayOf(3));
    expect(days.map(({ date }) => date)).toEqual([dayOf(2), dayOf(3)]);
  });
});

describe('what is usual', () => {
  test('is what is logged on this weekday at this hour, before what was logged last', async () => {
    const { db, story, save } = await startStory();
    const [traffic, night] = story.activities;
    const at = (day: string, hour: string) => ({ date: day, createdAt: `${day}T${hour}:10:00+01:00` });
    // Fridays at night, and once in a while on a Monday morning.
    const fridays = ['2026-03-06', '2026-03-13', '2026-03-20'].map((day) =>
      logWrite(story.log({ ...at(day, '22'), activityIds: [night.id], place: `Torget ${day}` })),
    );
    await save(...fridays, logWrite(story.log({ ...at('2026-03-23', '09'), place: 'E6' })));
    const friday = await readUsage(db, story.promise.id, { today: '2026-03-27', hour: 21 });
    expect(friday.likely).toEqual([night.id, traffic.id]);
    expect(friday.recent).toEqual([traffic.id, night.id]);
    expect(friday.placesByActivity.get(night.id)).toEqual([
      'Torget 2026-03-20',
      'Torget 2026-03-13',
      'Torget 2026-03-06',
    ]);
    expect(friday.lastByActivity.get(traffic.id)).toMatchObject({ date: '2026-03-23', place: 'E6' });
  });

  test('is nothing where nothing is logged, and leaves out what is planned or withdrawn', async () => {
    const { db, story, save } = await startStory();
    const log = story.log();
    await save(
      logWrite(log),
      logWrite({ ...story.log(), corrects: log.id, withdrawn: true }),
      logWrite(story.log({ state: 'planned' })),
    );
    expect(await readUsage(db, story.promise.id, { today: '2026-11-21', hour: 9 })).toMatchObject({
      likely: [],
      recent: [],
    });
  });
});
