import { describe, expect, test } from 'vitest';
import { auditTallies } from '#storage/audit-tallies.ts';
import { bulkLoadLogs } from '#storage/bulk-load.ts';
import { commitAction } from '#storage/commit-action.ts';
import { readGoalTotal } from '#storage/goal-totals.ts';
import { countDoneLogs } from '#storage/log-counts.ts';
import { changeState } from '#storage/promise-state.ts';
import { replayHistory } from '#storage/replay-history.ts';
import { dumpDatabase } from './dump-database.ts';
import { createStory, createTools, logWrite, toWrites } from './records.ts';
import { openScratch } from './scratch-database.ts';

async function startStory() {
  const db = openScratch();
  const story = createStory();
  const tools = createTools();
  await commitAction(db, { label: 'record-created', writes: toWrites(story) }, tools);
  await commitAction(db, { label: 'log-created', writes: [logWrite(story.log())] }, tools);
  return { db, story, tools };
}

describe('the audit', () => {
  test('finds nothing where nothing is wrong, and changes nothing', async () => {
    const { db } = await startStory();
    const dump = await dumpDatabase(db);
    expect(await auditTallies(db)).toEqual({ goals: 3, mismatches: [], miscounted: [] });
    expect(await dumpDatabase(db)).toEqual(dump);
  });

  test('finds a wrong total, a wrong day, a day too many and a missing one, tells and heals', async () => {
    const { db, story } = await startStory();
    const [first, second, third] = story.goals.map(({ id }) => id);
    const dump = await dumpDatabase(db);
    await db.goalTotals.update(first ?? '', { tally: { sum: 7 } });
    await db.goalDays.clear();
    await db.goalDays.put({ goalId: second ?? '', stretch: '2026-05-0', byDay: { '2026-05-05': { sum: 1 } } });
    await db.goalTotals.delete(third ?? '');
    await changeState(db, story.promise.id, { otherLogs: 99 });
    const orphan = { goalId: story.newId(), promiseId: story.promise.id, tally: { sum: 1 } };
    await db.goalTotals.put(orphan);

    const audit = await auditTallies(db);
    expect(audit.mismatches.map(({ goalId, stored }) => [goalId, stored.total])).toEqual([
      [first, { sum: 7 }],
      [second, {}],
    ]);
    expect(audit.miscounted).toEqual([story.promise.id]);
    // A goal without logs may lack its row: it means the same.
    await db.goalTotals.put({ goalId: third ?? '', promiseId: story.promise.id, tally: {} });
    expect(await dumpDatabase(db)).toEqual(dump);
  });
});

describe('loading many logs', () => {
  test('gives the same tallies as saving them one by one, chunk by chunk', async () => {
    const { db, story } = await startStory();
    const logs = Array.from({ length: 300 }, (_, index) =>
      story.log({ date: `2026-0${(index % 9) + 1}-1${index % 7}`, extra: index % 2 === 0 }),
    );
    const seen: number[] = [];
    await bulkLoadLogs(db, logs, { chunk: 77, onProgress: (stored) => seen.push(stored) });
    expect(seen).toEqual([77, 154, 231, 300]);
    expect(await readGoalTotal(db, story.goals[0].id)).toMatchObject({ sum: 301 });
    expect(await countDoneLogs(db, story.promise.id)).toBe(301);
    expect(await auditTallies(db)).toEqual({ goals: 3, mismatches: [], miscounted: [] });
    expect((await replayHistory(db)).get('progressLogs')?.size).toBe(301);
  });
});
