import { describe, expect, test } from 'vitest';
import { commitAction } from '#storage/commit-action.ts';
import { readGoalDays } from '#storage/goal-days.ts';
import { readOverview } from '#storage/overview.ts';
import { readLogPage } from '#storage/progress-logs.ts';
import { createStory, createTools, logWrite, toWrites } from './records.ts';
import { openScratch } from './scratch-database.ts';

describe('an action', () => {
  test('stores rows, tallies and history together', async () => {
    const db = openScratch();
    const story = createStory();
    const tools = createTools();
    await commitAction(db, { label: 'record-created', writes: toWrites(story) }, tools);
    const log = story.log();
    const { tx } = await commitAction(db, { label: 'log-created', writes: [logWrite(log)] }, tools);

    expect(tx).toBe(log.id);
    const overview = await readOverview(db, story.promise.id);
    expect(overview?.totals.get(story.goals[0].id)).toMatchObject({ sum: 1 });
    expect((await readGoalDays(db, story.goals[0].id)).map(({ date }) => date)).toEqual(['2026-03-31']);
    expect((await readLogPage(db, story.promise.id)).logs).toEqual([log]);
    expect(await db.history.count()).toBe(1);
  });
});
