import { describe, expect, test } from 'vitest';
import { commitAction, type Write } from '#storage/commit-action.ts';
import { ConflictingChange } from '#storage/conflicting-change.ts';
import { readDraft, saveDraft, settleDraft } from '#storage/drafts.ts';
import { readGoalDays } from '#storage/goal-days.ts';
import { readGoalTotal } from '#storage/goal-totals.ts';
import { readGoal } from '#storage/goals.ts';
import { InvalidRecord } from '#storage/invalid-record.ts';
import { readLogChain } from '#storage/log-chain.ts';
import { countDoneLogs } from '#storage/log-counts.ts';
import { readLog, readLogPage } from '#storage/progress-logs.ts';
import { readPromise } from '#storage/promises.ts';
import { dumpDatabase } from './dump-database.ts';
import { createStory, createTools, logWrite, toWrites } from './records.ts';
import { openScratch } from './scratch-database.ts';

async function startStory() {
  const db = openScratch();
  const story = createStory();
  const tools = createTools();
  await commitAction(db, { label: 'record-created', writes: toWrites(story) }, tools);
  const save = (...writes: Write[]) => commitAction(db, { label: 'record-changed', writes }, tools);
  const saveLog = (log = story.log()) => commitAction(db, { label: 'log-created', writes: [logWrite(log)] }, tools);
  return { db, story, tools, save, saveLog, goal: story.goals[0] };
}

describe('one log', () => {
  test('is stored with what it does to every goal it feeds, and needs no row in history', async () => {
    const { db, story, saveLog, goal } = await startStory();
    const log = story.log();
    const { tx, totals } = await saveLog(log);
    expect(tx).toBe(log.id);
    expect(totals).toEqual(await db.goalTotals.bulkGet([goal.id]));

    expect(await readLog(db, log.id)).toEqual(log);
    expect(await readGoalTotal(db, goal.id)).toMatchObject({ events: 1, sum: 1 });
    expect(await readGoalDays(db, goal.id)).toMatchObject([{ date: '2026-03-31', tally: { sum: 1 } }]);
    expect(await countDoneLogs(db, story.promise.id)).toBe(1);
    expect(await db.history.count()).toBe(1);
  });

  test('saved twice is one log', async () => {
    const { db, story, saveLog, goal } = await startStory();
    const log = story.log();
    const { tx } = await saveLog(log);
    const dump = await dumpDatabase(db);
    expect(await saveLog({ ...log, createdAt: 'later', updatedAt: 'later' })).toEqual({ tx });
    expect(await dumpDatabase(db)).toEqual(dump);
    expect(await readGoalTotal(db, goal.id)).toMatchObject({ sum: 1 });
  });

  test('with another’s id is refused', async () => {
    const { story, saveLog } = await startStory();
    const log = story.log();
    await saveLog(log);
    await expect(saveLog({ ...log, date: '2026-04-01' })).rejects.toThrow(InvalidRecord);
  });

  test('clears the draft it came from, the keystroke still being written included', async () => {
    const { db, story, tools } = await startStory();
    saveDraft(db, 'log', { note: 'a' });
    saveDraft(db, 'log', { note: 'ab' });
    await commitAction(db, { label: 'log-created', writes: [logWrite(story.log())], draftKey: 'log' }, tools);
    expect(await readDraft(db, 'log')).toBeUndefined();
    await settleDraft(db, 'log');
    expect(await db.drafts.count()).toBe(0);
  });

  test('keeps nothing that storage itself writes, when it is copied from another', async () => {
    const { db, story, saveLog } = await startStory();
    const log = story.log();
    await saveLog({ ...log, replacedBy: story.newId(), tags: { '*': story.newId() } });
    expect(await readLog(db, log.id)).toEqual(log);
  });
});

describe('a correction', () => {
  test('moves the figure from the old day to the new, and both entries stay', async () => {
    const { db, story, saveLog, goal } = await startStory();
    const log = story.log();
    const corrected = { ...story.log({ date: '2026-04-02', corrects: log.id }), quantities: { ...log.quantities } };
    await saveLog(log);
    await saveLog(corrected);

    expect(await readGoalTotal(db, goal.id)).toMatchObject({ sum: 1, events: 1 });
    expect((await readGoalDays(db, goal.id)).map(({ date }) => date)).toEqual(['2026-04-02']);
    expect(await readLogChain(db, log.id)).toEqual([{ ...log, replacedBy: corrected.id }, corrected]);
    expect((await readLogPage(db, story.promise.id)).logs).toEqual([corrected]);
  });

  test('that withdraws takes the figure away', async () => {
    const { db, story, saveLog, goal } = await startStory();
    const log = story.log();
    await saveLog(log);
    await saveLog({ ...log, id: story.newId(), corrects: log.id, withdrawn: true });
    expect(await readGoalTotal(db, goal.id)).toEqual({});
    expect(await db.goalDays.count()).toBe(0);
    expect(await countDoneLogs(db, story.promise.id)).toBe(0);
  });

  test('of an entry that was corrected meanwhile follows the latest: nothing counts twice', async () => {
    const { db, story, saveLog, goal } = await startStory();
    const log = story.log();
    const first = story.log({ corrects: log.id });
    const second = story.log({ corrects: log.id, note: 'från den andra fliken' });
    for (const entry of [log, first, second]) await saveLog(entry);
    expect(await readGoalTotal(db, goal.id)).toMatchObject({ sum: 1, events: 1 });
    expect((await readLogPage(db, story.promise.id)).logs.map(({ id }) => id)).toEqual([second.id]);
    expect(await db.history.toArray()).toMatchObject([
      {},
      { changes: [{ ent: second.id, base: { corrects: first.id } }] },
    ]);
  });

  test('of nothing is refused', async () => {
    const { story, saveLog } = await startStory();
    await expect(saveLog(story.log({ corrects: story.newId() }))).rejects.toMatchObject({
      issues: [{ path: 'corrects', code: 'log-missing' }],
    });
  });
});

describe('what cannot be stored', () => {
  test('is refused before anything is opened, with every reason', async () => {
    const { db, story, tools } = await startStory();
    const dump = await dumpDatabase(db);
    const log = { ...story.log(), date: '2026-02-30', quantities: { a: -1 } };
    await expect(commitAction(db, { label: 'log-created', writes: [logWrite(log)] }, tools)).rejects.toMatchObject({
      name: 'InvalidRecord',
      table: 'progressLogs',
      issues: [
        { path: 'date', code: 'not-a-day' },
        { path: 'quantities.a', code: 'negative' },
      ],
    });
    expect(await dumpDatabase(db)).toEqual(dump);
  });

  test.each([
    ['an unknown field', '{"nonsense": 1}'],
    ['its prototype', '{"__proto__": {"polluted": true}}'],
    ['its constructor', '{"constructor": {"prototype": {"polluted": true}}}'],
  ])('a field that no schema names: %s', async (_what, text) => {
    const { db, story, save, saveLog, goal } = await startStory();
    const fields = JSON.parse(text);
    const create = Object.defineProperties({ ...story.log() }, Object.getOwnPropertyDescriptors(fields));
    await expect(saveLog(create)).rejects.toThrow(InvalidRecord);
    await expect(save({ kind: 'set', table: 'goals', id: goal.id, fields })).rejects.toThrow(InvalidRecord);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
    expect(await db.progressLogs.count()).toBe(0);
  });

  test.each([
    ['work done tomorrow', { date: '2026-11-22' }, { path: 'date', code: 'in-the-future' }],
    [
      'an activity of no promise',
      { activityIds: ['01900000-0000-7000-8000-ffffffffffff'] },
      { path: 'activityIds', code: 'activity-missing' },
    ],
    [
      'a promise that is not there',
      { promiseId: '01900000-0000-7000-8000-ffffffffffff' },
      { path: 'promiseId', code: 'promise-missing' },
    ],
  ])('%s', async (_what, changes, issue) => {
    const { story, saveLog } = await startStory();
    await expect(saveLog(story.log(changes))).rejects.toMatchObject({ issues: [issue] });
  });

  test('work planned for tomorrow can be', async () => {
    const { story, saveLog } = await startStory();
    await expect(saveLog(story.log({ date: '2026-11-22', state: 'planned' }))).resolves.toBeDefined();
  });

  test('a period that ends before it begins, and the rest of its action with it', async () => {
    const { db, story, save } = await startStory();
    const dump = await dumpDatabase(db);
    const period = { from: '2026-12-31', to: '2026-01-01', basis: '' };
    const failing = save(
      { kind: 'set', table: 'goals', id: story.goals[0].id, fields: { text: 'Ny' } },
      { kind: 'set', table: 'promises', id: story.promise.id, fields: { period } },
    );
    await expect(failing).rejects.toMatchObject({ issues: [{ path: 'period', code: 'period-reversed' }] });
    expect(await dumpDatabase(db)).toEqual(dump);
  });

  test('a field that is needed cannot be taken away', async () => {
    const { save, goal } = await startStory();
    const failing = save({ kind: 'set', table: 'goals', id: goal.id, fields: { text: undefined } });
    await expect(failing).rejects.toThrow(InvalidRecord);
  });

  test('nothing new in a removed promise, but what is there can still be withdrawn', async () => {
    const { story, save, saveLog } = await startStory();
    const log = story.log();
    await saveLog(log);
    await save({ kind: 'delete', table: 'promises', id: story.promise.id });
    await expect(saveLog()).rejects.toMatchObject({ issues: [{ code: 'promise-missing' }] });
    await expect(saveLog({ ...log, id: story.newId(), corrects: log.id, withdrawn: true })).resolves.toBeDefined();
  });
});

describe('a change', () => {
  test('of a goal’s text leaves the figures as they are and keeps the old text', async () => {
    const { db, save, saveLog, goal } = await startStory();
    await saveLog();
    const { tx } = await save({ kind: 'set', table: 'goals', id: goal.id, fields: { text: '  Nytt mål  ' } });
    expect(await readGoal(db, goal.id)).toMatchObject({ text: 'Nytt mål' });
    expect(await db.history.where('tx').equals(tx).first()).toMatchObject({
      label: 'record-changed',
      changes: [{ kind: 'set', f: { text: 'Nytt mål' }, before: { text: goal.text } }],
    });
    expect(await readGoalTotal(db, goal.id)).toMatchObject({ sum: 1 });
  });

  test('of what feeds a goal counts its logs anew, in the same action', async () => {
    const { db, story, save, saveLog, goal } = await startStory();
    await saveLog(
      story.log({
        activityIds: [story.activities[1].id],
        quantities: { [story.activities[1].measures[0]?.id ?? '']: 3 },
      }),
    );
    expect(await readGoalTotal(db, goal.id)).toEqual({});
    await save({ kind: 'set', table: 'goals', id: goal.id, fields: { feeds: story.goals[1].feeds } });
    expect(await readGoalTotal(db, goal.id)).toMatchObject({ sum: 3 });
  });

  test('of the promise’s period counts anew what falls inside it', async () => {
    const { db, story, save, saveLog, goal } = await startStory();
    await saveLog();
    await save({
      kind: 'set',
      table: 'promises',
      id: story.promise.id,
      fields: { period: { from: '2026-04-01', to: '2026-12-31', basis: '' } },
    });
    expect(await readGoalTotal(db, goal.id)).toEqual({});
    expect(await readGoalDays(db, goal.id)).toEqual([]);
  });

  test('a goal that comes late counts what has been logged already', async () => {
    const { db, story, save, saveLog } = await startStory();
    await saveLog();
    const late = { ...story.goals[0], id: story.newId() };
    await save({ kind: 'create', table: 'goals', record: late });
    expect(await readGoalTotal(db, late.id)).toMatchObject({ sum: 1 });
  });

  test('of a guarded field that somebody else changed since is not stored', async () => {
    const { db, save, goal } = await startStory();
    const seen = (await readGoal(db, goal.id))?.tags;
    const set = (value: number): Write => ({
      kind: 'set',
      table: 'goals',
      id: goal.id,
      fields: { target: { kind: 'count', value, unit: 'k' } },
      seen,
    });
    await save(set(15));
    await expect(save(set(8))).rejects.toThrow(ConflictingChange);
    expect(await readGoal(db, goal.id)).toMatchObject({ target: { value: 15 } });
  });

  test('adds a party without taking away the one that somebody else added', async () => {
    const { db, story, save } = await startStory();
    const { parties } = story.promise;
    const party = (name: string) => ({ id: story.newId(), kind: 'school', name, signatory: false }) as const;
    await save({
      kind: 'set',
      table: 'promises',
      id: story.promise.id,
      fields: { parties: [...parties, party('Skolan')] },
    });
    const stored = await readPromise(db, story.promise.id);
    expect(stored?.parties.map(({ name }) => name)).toEqual(['Polisen', 'Kommunen', 'Skolan']);
  });

  test('removes and restores a record, and a removed one is kept', async () => {
    const { db, save, goal } = await startStory();
    await save({ kind: 'delete', table: 'goals', id: goal.id });
    expect((await readGoal(db, goal.id))?.deletedAt).toBeDefined();
    await save({ kind: 'restore', table: 'goals', id: goal.id });
    expect((await readGoal(db, goal.id))?.deletedAt).toBeUndefined();
  });

  test('that changes nothing leaves no trace', async () => {
    const { db, save, goal } = await startStory();
    const dump = await dumpDatabase(db, ['meta']);
    await save({ kind: 'set', table: 'goals', id: goal.id, fields: { text: goal.text, weight: undefined } });
    expect(await dumpDatabase(db, ['meta'])).toEqual(dump);
  });
});

describe('an action above the limits of one', () => {
  test('becomes several with one batch, stored together', async () => {
    const { db, story, tools, goal } = await startStory();
    const logs = Array.from({ length: 450 }, () => story.log());
    const { tx, batch } = await commitAction(db, { label: 'imported', writes: logs.map(logWrite) }, tools);
    expect(batch).toBe(tx);
    const rows = await db.history.where('batch').equals(tx).toArray();
    expect(rows.map(({ changes }) => changes.length)).toEqual([200, 200, 50]);
    expect(await readGoalTotal(db, goal.id)).toMatchObject({ sum: 450 });
    expect(rows.flatMap(({ changes }) => changes).every(({ f }) => f === undefined)).toBe(true);
  });

  test('a record too large for one operation is refused with its reason', async () => {
    const { story, save } = await startStory();
    const failing = save({
      kind: 'set',
      table: 'promises',
      id: story.promise.id,
      fields: { originalText: 'å'.repeat(40_000) },
    });
    await expect(failing).rejects.toMatchObject({ issues: [{ code: 'too-large' }] });
  });
});
