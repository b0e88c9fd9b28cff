/** Rows that no schema reads, and a database that does not open as it should. */
import { describe, expect, test } from 'vitest';
import { auditTallies } from '#storage/audit-tallies.ts';
import { commitAction } from '#storage/commit-action.ts';
import type { Database } from '#storage/database.ts';
import { rebuildRow } from '#storage/rebuild-row.ts';
import { putDatabaseAside, salvage } from '#storage/set-aside-database.ts';
import { findBrokenRows, lookForBrokenRows } from '#storage/set-aside-look.ts';
import { layAside, listAside, putSound, readBrokenContents, readBrokenRows } from '#storage/set-aside-rows.ts';
import { packLogs } from './pack-story.ts';
import { createStory, createTools, logWrite, toWrites } from './records.ts';
import { openScratch } from './scratch-database.ts';

async function layGround() {
  const db = openScratch();
  const tools = createTools();
  const story = createStory();
  await commitAction(db, { label: 'record-created', writes: toWrites(story) }, tools);
  const [log, other] = [story.log(), story.log({ date: '2026-04-01' })];
  for (const one of [log, other]) await commitAction(db, { label: 'log-created', writes: [logWrite(one)] }, tools);
  const [goal] = story.goals;
  const set = { kind: 'set', table: 'goals', id: goal.id, fields: { text: 'Ändrat' } } as const;
  await commitAction(db, { label: 'goal-changed', writes: [set] }, tools);
  return { db, tools, story, log, goal };
}

const readSum = async (db: Database, goalId: string) =>
  ((await db.goalTotals.get(goalId))?.tally as { readonly sum?: number } | undefined)?.sum;

const breakRow = (db: Database, table: 'goals' | 'progressLogs', id: string, fields: object) =>
  db.table(table).update(id, fields);

describe('rows that cannot be read', () => {
  test('are none among what the app has stored', async () => {
    const { db } = await layGround();
    expect(await findBrokenRows(db)).toEqual([]);
  });

  test('are named, once a day', async () => {
    const { db, goal } = await layGround();
    await breakRow(db, 'goals', goal.id, { target: 7 });
    const named = [
      { table: 'goals', id: goal.id, promiseId: goal.promiseId, name: goal.shortName, fields: ['target'] },
    ];
    expect(await lookForBrokenRows(db, 1_000_000_000)).toEqual(named);
    expect(await lookForBrokenRows(db, 1_000_000_001)).toBeUndefined();
    expect(await readBrokenRows(db)).toEqual(named);
  });

  test('come back from history as they were, with every figure', async () => {
    const { db, tools, goal } = await layGround();
    const before = await db.goals.get(goal.id);
    const sum = await readSum(db, goal.id);
    await breakRow(db, 'goals', goal.id, { target: 'x', feeds: null });
    const [broken] = (await lookForBrokenRows(db, 1_000_000_000)) ?? [];
    const found = broken && (await rebuildRow(db, broken));
    if (broken === undefined || found?.kind !== 'rebuilt') throw new Error('History was enough');
    await putSound(db, broken, found.row, tools.newId());
    expect(await db.goals.get(goal.id)).toEqual(before);
    expect(await readSum(db, goal.id)).toBe(sum);
    expect(await readBrokenRows(db)).toEqual([]);
    expect(await auditTallies(db)).toMatchObject({ mismatches: [], miscounted: [] });
  });

  test('of which history says nothing are laid aside: out of the figures, and still to be saved', async () => {
    const { db, tools, log, goal } = await layGround();
    expect(await readSum(db, goal.id)).toBe(2);
    await breakRow(db, 'progressLogs', log.id, { quantities: 'många' });
    const [broken] = (await lookForBrokenRows(db, 1_000_000_000)) ?? [];
    if (broken === undefined) throw new Error('The row is broken');
    expect(await rebuildRow(db, broken)).toEqual({ kind: 'unknown' });
    await layAside(db, broken, tools.newId());
    expect(await readSum(db, goal.id)).toBe(1);
    expect(await db.progressLogs.get(log.id)).toBeUndefined();
    expect(await listAside(db)).toEqual([{ table: 'progressLogs', row: { ...log, quantities: 'många' } }]);
    expect(await readBrokenContents(db)).toHaveLength(1);
    expect(await findBrokenRows(db)).toEqual([]);
  });

  test('are found in packs, too, and can be saved and laid aside from there', async () => {
    const { db, tools, story, goal } = await layGround();
    const [sound, odd] = [story.log(), { ...story.log(), quantities: 'många' }];
    await packLogs(db, story, [sound, odd as never]);
    const [broken, ...others] = (await lookForBrokenRows(db, 1_000_000_000)) ?? [];
    if (broken === undefined) throw new Error('The row is broken');
    expect([broken.id, others]).toEqual([odd.id, []]);
    expect(await readBrokenContents(db)).toEqual([{ table: 'progressLogs', row: odd }]);
    await layAside(db, broken, tools.newId());
    expect(await listAside(db)).toEqual([{ table: 'progressLogs', row: odd }]);
    expect(await db.progressLogs.get(sound.id)).toEqual(sound);
    expect(await readSum(db, goal.id)).toBe(3);
  });

  test('that the server has too are fetched from there', async () => {
    const { db, goal } = await layGround();
    await breakRow(db, 'goals', goal.id, { target: 7, version: 12 });
    const [broken] = (await lookForBrokenRows(db, 1_000_000_000)) ?? [];
    expect(broken && (await rebuildRow(db, broken))).toEqual({ kind: 'on-server' });
  });
});

describe('a database that does not open as it should', () => {
  test('is read table by table', async () => {
    const { db } = await layGround();
    const goals = await db.goals.toArray();
    db.close();
    const found = await salvage(db.name);
    expect(found).toMatchObject({ isOpen: true, torn: [] });
    expect(found.tables.goals).toEqual(goals);
    expect(found.rows).toBeGreaterThan(8);
  });

  test('gives every row that can be read of a table of which one cannot', async () => {
    const { db, goal } = await layGround();
    db.close();
    const { getAll, get } = IDBObjectStore.prototype;
    const fail = () => {
      throw new DOMException('torn', 'UnknownError');
    };
    IDBObjectStore.prototype.getAll = function (this: IDBObjectStore, ...args) {
      return this.name === 'goals' ? fail() : getAll.apply(this, args);
    };
    IDBObjectStore.prototype.get = function (this: IDBObjectStore, key) {
      return key === goal.id ? fail() : get.call(this, key);
    };
    const found = await salvage(db.name);
    Object.assign(IDBObjectStore.prototype, { getAll, get });
    expect(found.torn).toEqual(['goals']);
    expect(found.tables.goals).toHaveLength(2);
    expect(found.tables.promises).toHaveLength(1);
  });

  test('that is not there gives nothing, and is not made by looking', async () => {
    expect(await salvage('nothing-here')).toMatchObject({ isOpen: false, rows: 0 });
    expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain('nothing-here');
  });

  test('is removed, and another tab that holds it is told of', async () => {
    const { db } = await layGround();
    db.close();
    expect(await putDatabaseAside(db.name)).toBe('gone');
  });
});
