import { describe, expect, test } from 'vitest';
import { commitAction, type Write } from '#storage/commit-action.ts';
import { readGoalTotal } from '#storage/goal-totals.ts';
import { readGoal } from '#storage/goals.ts';
import { readHistoryPage, readRecordHistory } from '#storage/history.ts';
import { readLogChain } from '#storage/log-chain.ts';
import { readLogPage } from '#storage/progress-logs.ts';
import { readPromise } from '#storage/promises.ts';
import { undoAction, undoBatch } from '#storage/undo.ts';
import { dumpDatabase } from './dump-database.ts';
import { createStory, createTools, logWrite, toWrites } from './records.ts';
import { openScratch } from './scratch-database.ts';

async function startStory() {
  const db = openScratch();
  const story = createStory();
  const tools = createTools();
  const [goal] = story.goals;
  await commitAction(db, { label: 'record-created', writes: toWrites(story) }, tools);
  const save = async (...writes: Write[]) => (await commitAction(db, { label: 'record-changed', writes }, tools)).tx;
  const saveLog = (log = story.log()) => commitAction(db, { label: 'log-created', writes: [logWrite(log)] }, tools);
  const setGoal = (fields: object) => save({ kind: 'set', table: 'goals', id: goal.id, fields });
  const undo = (tx: string) => undoAction(db, tx, tools);
  const readText = async () => (await readGoal(db, goal.id))?.text;
  return { db, story, tools, goal, save, saveLog, setGoal, undo, readText };
}

describe('undoing a log', () => {
  test('withdraws it, and both entries stay to be seen', async () => {
    const { db, story, saveLog, undo, goal } = await startStory();
    const { tx } = await saveLog();
    expect(await undo(tx)).toMatchObject({ kind: 'undone' });
    expect(await readGoalTotal(db, goal.id)).toEqual({});
    expect((await readLogPage(db, story.promise.id)).logs).toEqual([]);
    expect((await readLogChain(db, tx)).map(({ withdrawn }) => withdrawn ?? false)).toEqual([false, true]);
    expect(await undo(tx)).toEqual({ kind: 'already-undone' });
  });

  test('can be undone, and undone again', async () => {
    const { db, story, saveLog, undo, goal } = await startStory();
    const { tx } = await saveLog(story.log({ note: 'vid skolan' }));
    const first = await undo(tx);
    expect(await undo(first.kind === 'undone' ? first.tx : '')).toMatchObject({ kind: 'undone' });
    expect((await readLogPage(db, story.promise.id)).logs).toMatchObject([{ note: 'vid skolan' }]);
    expect(await readGoalTotal(db, goal.id)).toMatchObject({ sum: 1 });
    expect(await undo(tx)).toMatchObject({ kind: 'undone' });
    expect(await readGoalTotal(db, goal.id)).toEqual({});
  });

  test('that was corrected since is told and changes nothing', async () => {
    const { story, saveLog, undo } = await startStory();
    const { tx } = await saveLog();
    const correction = story.log({ corrects: tx, place: 'Torget' });
    await saveLog(correction);
    expect(await undo(tx)).toEqual({
      kind: 'changed-since',
      fields: [{ table: 'progressLogs', id: correction.id, field: 'place' }],
    });
  });

  test('of a correction gives the old values back as a new correction', async () => {
    const { db, story, saveLog, undo } = await startStory();
    const { tx } = await saveLog(story.log({ place: 'Stationen' }));
    const correction = story.log({ corrects: tx, place: 'Torget' });
    await saveLog(correction);
    expect(await undo(correction.id)).toMatchObject({ kind: 'undone' });
    expect((await readLogPage(db, story.promise.id)).logs).toMatchObject([
      { place: 'Stationen', corrects: correction.id },
    ]);
    expect(await undo(tx)).toMatchObject({ kind: 'undone' });
  });

  test('works after what confirmed it and what took it back were undone, the latest first', async () => {
    const { db, story, save, saveLog, undo, goal } = await startStory();
    const [party] = story.promise.parties;
    const log = story.log();
    const fields = { confirmedBy: [party?.id ?? ''] };
    const steps = [
      (await saveLog(log)).tx,
      await save({ kind: 'set', table: 'progressLogs', id: log.id, fields }),
      (await saveLog(story.log({ corrects: log.id, withdrawn: true }))).tx,
      (await saveLog()).tx,
    ];
    const [first, confirmed, withdrawn, later] = steps as [string, string, string, string];
    await undo(later);
    await undo(withdrawn);
    expect((await readLogPage(db, story.promise.id)).logs).toMatchObject([fields]);
    const undone = await undo(confirmed);
    expect((await readLogPage(db, story.promise.id)).logs).toMatchObject([{ confirmedBy: [] }]);

    await undo(undone.kind === 'undone' ? undone.tx : '');
    expect((await readLogPage(db, story.promise.id)).logs).toMatchObject([fields]);
    expect(await undo(confirmed)).toMatchObject({ kind: 'undone' });
    expect((await readLogPage(db, story.promise.id)).logs).toMatchObject([{ confirmedBy: [] }]);
    expect(await undo(first)).toMatchObject({ kind: 'undone' });
    expect(await readGoalTotal(db, goal.id)).toEqual({});
  });

  test('that nobody knows of is said', async () => {
    const { story, undo } = await startStory();
    expect(await undo(story.newId())).toEqual({ kind: 'unknown' });
  });
});

describe('undoing a change', () => {
  test('sets the fields back, and undoing that sets them anew', async () => {
    const { db, goal, setGoal, undo, readText } = await startStory();
    const tx = await setGoal({ text: 'Nytt', weight: 2, target: { kind: 'count', value: 20, unit: 'k' } });
    const undone = await undo(tx);
    expect(await readGoal(db, goal.id)).toMatchObject({ text: goal.text, target: goal.target });
    expect(Object.hasOwn((await readGoal(db, goal.id)) ?? {}, 'weight')).toBe(false);
    await undo(undone.kind === 'undone' ? undone.tx : '');
    expect(await readText()).toBe('Nytt');
  });

  test('whose field was changed since is told and changes nothing', async () => {
    const { db, goal, setGoal, undo } = await startStory();
    const tx = await setGoal({ text: 'Ett', shortName: 'Ett' });
    await setGoal({ text: 'Två' });
    const dump = await dumpDatabase(db);
    expect(await undo(tx)).toEqual({ kind: 'changed-since', fields: [{ table: 'goals', id: goal.id, field: 'text' }] });
    expect(await dumpDatabase(db)).toEqual(dump);
  });

  test('works when what was done since has been undone', async () => {
    const { goal, setGoal, undo, readText } = await startStory();
    const first = await setGoal({ text: 'Ett' });
    const second = await setGoal({ text: 'Två' });
    expect(await undo(second)).toMatchObject({ kind: 'undone' });
    expect(await readText()).toBe('Ett');
    expect(await undo(first)).toMatchObject({ kind: 'undone' });
    expect(await readText()).toBe(goal.text);
  });

  test('is not fooled by somebody who wrote the same value on purpose', async () => {
    const { setGoal, undo } = await startStory();
    const tx = await setGoal({ text: 'Ett' });
    await setGoal({ text: 'Två' });
    await setGoal({ text: 'Ett' });
    expect(await undo(tx)).toMatchObject({ kind: 'changed-since' });
  });

  test('takes out the members it added and puts back those it took, and leaves the others', async () => {
    const { db, story, save, undo } = await startStory();
    const { id, parties } = story.promise;
    const party = (name: string) => ({ id: story.newId(), kind: 'school', name, signatory: false }) as const;
    const school = party('Skolan');
    const setParties = (wanted: readonly (typeof parties)[number][]) =>
      save({ kind: 'set', table: 'promises', id, fields: { parties: [...wanted] } });
    const tx = await setParties([...parties.slice(0, 1), school]);
    await setParties([...parties.slice(0, 1), school, party('Bolaget')]);
    expect(await undo(tx)).toMatchObject({ kind: 'undone' });
    expect((await readPromise(db, id))?.parties.map(({ name }) => name)).toEqual(['Polisen', 'Kommunen', 'Bolaget']);
  });

  test('removes what was created, restores what was removed, and back again', async () => {
    const { db, goal, save, story, undo } = await startStory();
    const late = { ...story.goals[0], id: story.newId() };
    const created = await save({ kind: 'create', table: 'goals', record: late });
    const removed = await save({ kind: 'delete', table: 'goals', id: goal.id });
    expect(await undo(removed)).toMatchObject({ kind: 'undone' });
    expect((await readGoal(db, goal.id))?.deletedAt).toBeUndefined();
    const undone = await undo(created);
    expect((await readGoal(db, late.id))?.deletedAt).toBeDefined();
    await undo(undone.kind === 'undone' ? undone.tx : '');
    expect((await readGoal(db, late.id))?.deletedAt).toBeUndefined();
    expect(await undo(created)).toMatchObject({ kind: 'undone' });
  });

  test('takes back, once it is in force again, also what was gone when it was undone and came back on its own', async () => {
    const { db, story, save, undo } = await startStory();
    const [gone, kept] = [story.log(), story.log()];
    const goal = { ...story.goals[0], id: story.newId() };
    const created = await save(logWrite(gone), logWrite(kept), { kind: 'create', table: 'goals', record: goal });
    const withdrawn = await save(logWrite(story.log({ corrects: gone.id, withdrawn: true })));
    const removed = await save({ kind: 'delete', table: 'goals', id: goal.id });
    const undone = await undo(created);
    await undo(undone.kind === 'undone' ? undone.tx : '');
    await undo(removed);
    await undo(withdrawn);
    expect((await readLogPage(db, story.promise.id)).logs).toHaveLength(2);

    expect(await undo(created)).toMatchObject({ kind: 'undone' });
    expect((await readLogPage(db, story.promise.id)).logs).toEqual([]);
    expect((await readGoal(db, goal.id))?.deletedAt).toBeDefined();
  });

  test('counts the goal’s logs as they were counted', async () => {
    const { db, goal, saveLog, setGoal, undo } = await startStory();
    await saveLog();
    const tx = await setGoal({ additionalOnly: true });
    expect(await readGoalTotal(db, goal.id)).toEqual({});
    await undo(tx);
    expect(await readGoalTotal(db, goal.id)).toMatchObject({ sum: 1 });
  });
});

describe('undoing an import', () => {
  async function startImport() {
    const started = await startStory();
    const logs = Array.from({ length: 230 }, () => started.story.log());
    const { batch = '' } = await commitAction(
      started.db,
      { label: 'imported', writes: logs.map(logWrite), batch: started.story.newId() },
      started.tools,
    );
    return { ...started, logs, batch };
  }

  test('takes all of it back in one step, and can be taken back', async () => {
    const { db, tools, goal, batch } = await startImport();
    const undone = await undoBatch(db, batch, tools);
    expect(undone).toMatchObject({ kind: 'undone', kept: [] });
    expect(await readGoalTotal(db, goal.id)).toEqual({});
    expect(await undoBatch(db, batch, tools)).toEqual({ kind: 'already-undone' });
    await undoBatch(db, undone.kind === 'undone' ? undone.batch : '', tools);
    expect(await readGoalTotal(db, goal.id)).toMatchObject({ sum: 230 });
    expect(await undoBatch(db, 'none', tools)).toEqual({ kind: 'unknown' });
  });

  test('leaves what was corrected since, and says so', async () => {
    const { db, story, tools, goal, logs, batch, saveLog } = await startImport();
    const correction = story.log({ corrects: logs[0]?.id, place: 'Torget' });
    await saveLog(correction);
    expect(await undoBatch(db, batch, tools)).toMatchObject({
      kind: 'undone',
      kept: [{ id: correction.id, field: 'place' }],
    });
    expect(await readGoalTotal(db, goal.id)).toMatchObject({ sum: 1 });
  });

  test('one log of it can be undone alone', async () => {
    const { db, goal, logs, undo } = await startImport();
    expect(await undo(logs[5]?.id ?? '')).toMatchObject({ kind: 'undone' });
    expect(await readGoalTotal(db, goal.id)).toMatchObject({ sum: 229 });
  });
});

describe('history', () => {
  test('shows what was done, newest first, logs and changes together, page by page', async () => {
    const { db, story, saveLog, setGoal, undo } = await startStory();
    const stamp = (minute: number) => `2026-05-31T23:${minute}:00.000Z`;
    const logs = [10, 11, 12].map((minute) => story.log({ createdAt: stamp(minute), updatedAt: stamp(minute) }));
    for (const log of logs) await saveLog(log);
    const tx = await setGoal({ text: 'Nytt' });
    await undo(tx);

    const { entries, next } = await readHistoryPage(db, { size: 3 });
    expect(entries.map(({ label }) => label)).toEqual(['undone', 'record-changed', 'record-created']);
    expect(entries[1]).toMatchObject({ tx, undoneBy: entries[0]?.tx, changes: [{ before: { text: 'Mål 3' } }] });
    const rest = await readHistoryPage(db, { size: 3, after: next });
    expect(rest.entries.map((entry) => entry.tx)).toEqual(logs.map(({ id }) => id).reverse());
    expect(rest.next).toBeUndefined();
    const own = await readHistoryPage(db, { promiseId: story.promise.id, size: 100 });
    expect(own.entries.map((entry) => entry.tx)).toEqual([...entries, ...rest.entries].map((entry) => entry.tx));
    expect(await readHistoryPage(db, { promiseId: story.newId() })).toEqual({ entries: [], next: undefined });
  });

  test('names what happened to a log by its entries', async () => {
    const { db, story, saveLog, undo } = await startStory();
    const stamp = (minute: number) => ({ createdAt: `2026-05-31T23:${minute}:00.000Z` });
    const { tx } = await saveLog(story.log(stamp(10)));
    await saveLog(story.log({ ...stamp(11), corrects: tx, place: 'Torget' }));
    const corrected = (await readLogPage(db, story.promise.id)).logs[0]?.id ?? '';
    await undo(corrected);
    const last = (await readLogPage(db, story.promise.id)).logs[0]?.id ?? '';
    await saveLog({ ...story.log({ corrects: last }), withdrawn: true });
    const labels = (await readRecordHistory(db, tx)).map(({ label }) => label);
    expect(labels.toSorted()).toEqual(['log-corrected', 'log-corrected', 'log-created', 'log-withdrawn']);
  });

  test('shows an import as its actions, not as its logs', async () => {
    const { db, story, tools } = await startStory();
    const logs = Array.from({ length: 210 }, () => story.log());
    await commitAction(db, { label: 'imported', writes: logs.map(logWrite) }, tools);
    const { entries } = await readHistoryPage(db);
    expect(entries.map(({ label, logs: own }) => [label, own.length])).toEqual([
      ['imported', 10],
      ['imported', 200],
      ['record-created', 0],
    ]);
  });

  test('of a record holds what was done to it and nothing else', async () => {
    const { db, goal, setGoal, saveLog } = await startStory();
    await saveLog();
    await setGoal({ text: 'Nytt' });
    const entries = await readRecordHistory(db, goal.id);
    expect(entries.map(({ label }) => label)).toEqual(['record-changed', 'record-created']);
  });
});
