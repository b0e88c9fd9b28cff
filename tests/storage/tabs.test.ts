import { QueryClient } from '@tanstack/react-query';
import { Dexie } from 'dexie';
import { describe, expect, test } from 'vitest';
import { startLiveCache } from '#app/live-cache.ts';
import { commitAction } from '#storage/commit-action.ts';
import { Database, openDatabase, schemaNumber } from '#storage/database.ts';
import { saveDraft, settleDraft } from '#storage/drafts.ts';
import { readGoalTotal } from '#storage/goal-totals.ts';
import { readLog, readLogPage } from '#storage/progress-logs.ts';
import { StorageFailure } from '#storage/storage-failure.ts';
import { type TableChanges, watchTables } from '#storage/watch-tables.ts';
import { createStory, createTools, logWrite, toWrites } from './records.ts';
import { openScratch } from './scratch-database.ts';

/** Resolves with the first change that says something about the table. */
const nextChange = (db: Database, table: string) =>
  new Promise<TableChanges>((resolve) => {
    const stop = watchTables(db, (changes) => {
      if (!changes.tables.has(table)) return;
      stop();
      resolve(changes);
    });
  });

async function openTwoTabs() {
  const one = openScratch();
  const other = openScratch({ name: one.name });
  const story = createStory();
  await commitAction(one, { label: 'record-created', writes: toWrites(story) }, createTools());
  return { one, other, story };
}

describe('two tabs', () => {
  test('see each other’s work, and what they log adds up', async () => {
    const { one, other, story } = await openTwoTabs();
    const [first, second] = [story.log(), story.log({ date: '2026-04-01' })];
    await Promise.all([
      commitAction(one, { label: 'log-created', writes: [logWrite(first)] }, createTools(1)),
      commitAction(other, { label: 'log-created', writes: [logWrite(second)] }, createTools(2)),
    ]);
    for (const db of [one, other]) {
      expect((await readLogPage(db, story.promise.id)).logs.map(({ id }) => id)).toEqual([second.id, first.id]);
      expect(await readGoalTotal(db, story.goals[0].id)).toMatchObject({ sum: 2 });
    }
  });

  test('count by what the other has just decided', async () => {
    const { one, other, story } = await openTwoTabs();
    await commitAction(one, { label: 'log-created', writes: [logWrite(story.log())] }, createTools(1));
    const [goal] = story.goals;
    const changed = { kind: 'set', table: 'goals', id: goal.id, fields: { additionalOnly: true } } as const;
    await commitAction(other, { label: 'goal-changed', writes: [changed] }, createTools(2));
    await commitAction(one, { label: 'log-created', writes: [logWrite(story.log())] }, createTools(3));
    await commitAction(one, { label: 'log-created', writes: [logWrite(story.log({ extra: true }))] }, createTools(4));
    expect(await readGoalTotal(one, goal.id)).toMatchObject({ sum: 1 });
  });

  test('hear which tables changed, and which rows', async () => {
    const { one, other, story } = await openTwoTabs();
    const heard = nextChange(other, 'progressLogs');
    const log = story.log();
    await commitAction(one, { label: 'log-created', writes: [logWrite(log)] }, createTools(1));
    const { tables, keysOf } = await heard;
    expect(tables).toContain('goalTotals');
    expect(tables).toContain('goalDays');
    expect(tables).not.toContain('comments');
    expect(keysOf('progressLogs')).toEqual([[log.id, log.id]]);
  });

  test('hear nothing of another database', async () => {
    const { other } = await openTwoTabs();
    const third = openScratch();
    const changes: string[] = [];
    const stop = watchTables(other, ({ tables }) => changes.push(...tables));
    const heard = nextChange(third, 'drafts');
    saveDraft(third, 'log', 1);
    await heard;
    await settleDraft(third, 'log');
    stop();
    expect(changes).toEqual([]);
  });
});

describe('the live cache', () => {
  test('makes queries read again when a table they name has changed, and no others', async () => {
    const { one, other, story } = await openTwoTabs();
    const client = new QueryClient();
    client.setQueryData(['progressLogs', 'page'], 1);
    client.setQueryData(['comments', 'page'], 1);
    await client.prefetchQuery({ queryKey: ['overview'], queryFn: () => 1, meta: { tables: ['goals', 'goalTotals'] } });
    const stop = startLiveCache(other, client);
    const heard = nextChange(other, 'progressLogs');
    await commitAction(one, { label: 'log-created', writes: [logWrite(story.log())] }, createTools(1));
    await heard;
    const isInvalidated = (...queryKey: string[]) => client.getQueryState(queryKey)?.isInvalidated;
    expect(isInvalidated('progressLogs', 'page')).toBe(true);
    expect(isInvalidated('overview')).toBe(true);
    expect(isInvalidated('comments', 'page')).toBe(false);
    stop();
    client.clear();
  });
});

/** A later version of the app: one more table. */
class LaterDatabase extends Database {
  constructor(name: string) {
    super(name);
    this.version(schemaNumber + 1).stores({ later: 'id' });
  }
}

describe('a newer version', () => {
  test('lets the running action of the older tab finish; the older says that it must reload, and nothing is lost', async () => {
    const { one, story } = await openTwoTabs();
    let outdated = () => {};
    const told = new Promise<void>((resolve) => {
      outdated = resolve;
    });
    const older = openDatabase({ name: one.name, onOutdated: outdated });
    one.close();
    await older.open();

    const log = story.log();
    const later = new LaterDatabase(one.name);
    const saving = commitAction(older, { label: 'log-created', writes: [logWrite(log)] }, createTools(1));
    await later.open();
    await saving;
    await told;
    expect(await readLog(later, log.id)).toEqual(log);
    await expect(
      commitAction(older, { label: 'log-created', writes: [logWrite(story.log())] }, createTools(2)),
    ).rejects.toMatchObject({ name: 'StorageFailure', kind: 'outdated' });
    later.close();
  });

  test('that came first is noticed by the older when it opens', async () => {
    const name = openScratch().name;
    const later = new LaterDatabase(name);
    await later.open();
    later.close();
    let outdated = () => {};
    const told = new Promise<void>((resolve) => {
      outdated = resolve;
    });
    const older = openDatabase({ name, onOutdated: outdated });
    await older.open();
    await told;
    expect(older.isOpen()).toBe(false);
    const saving = commitAction(
      older,
      { label: 'log-created', writes: [logWrite(createStory().log())] },
      createTools(),
    );
    await expect(saving).rejects.toThrow(StorageFailure);
  });

  test('that another tab keeps waiting says so, and opens when that tab is closed', async () => {
    const name = openScratch().name;
    const stubborn = new Dexie(name);
    stubborn.version(0.1).stores({ promises: 'id' });
    stubborn.on('versionchange', () => false);
    await stubborn.open();
    let blocked = () => {};
    const told = new Promise<void>((resolve) => {
      blocked = resolve;
    });
    const waiting = openDatabase({ name, patience: 0, onBlocked: blocked });
    const opening = waiting.open();
    await told;
    expect(waiting.isOpen()).toBe(false);
    stubborn.close();
    await opening;
    expect(waiting.isOpen()).toBe(true);
    waiting.close();
  });
});
