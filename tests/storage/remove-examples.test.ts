import { expect, test } from 'vitest';
import { auditTallies } from '#storage/audit-tallies.ts';
import { commitAction, type Write } from '#storage/commit-action.ts';
import { saveDraft, settleDraft } from '#storage/drafts.ts';
import { removeExamples } from '#storage/remove-examples.ts';
import { replayHistory } from '#storage/replay-history.ts';
import { readSettings, saveSettings } from '#storage/settings.ts';
import { undoAction } from '#storage/undo.ts';
import { dumpDatabase } from './dump-database.ts';
import { createStory, createTools, logWrite, toWrites } from './records.ts';
import { openScratch } from './scratch-database.ts';

test('examples go without a trace, and what people have stored stays byte for byte', async () => {
  const db = openScratch();
  const tools = createTools();
  const own = createStory(100);
  const save = (label: 'examples-taken' | 'record-created', ...writes: Write[]) =>
    commitAction(db, { label, writes }, tools);
  await save('record-created', ...toWrites(own));
  await save('record-created', logWrite(own.log()));
  const { tx } = await save('record-created', {
    kind: 'set',
    table: 'goals',
    id: own.goals[0].id,
    fields: { text: 'Mitt' },
  });
  await undoAction(db, tx, tools);
  await saveSettings(db, { theme: 'dark', pinnedActivityIds: [own.activities[0].id] });
  saveDraft(db, 'log', { activityIds: [own.activities[0].id] });
  await settleDraft(db, 'log');
  const before = await dumpDatabase(db);

  const example = createStory(200, { example: 'sample-year' });
  const promise = createStory(300, { example: 'promise' });
  const logs = Array.from({ length: 230 }, () => example.log());
  await save('examples-taken', ...toWrites(example), ...toWrites(promise), ...logs.map(logWrite));
  await save('record-created', logWrite(example.log()));
  await save('record-created', logWrite(example.log({ corrects: logs[0]?.id })));
  await undoAction(db, logs[1]?.id ?? '', tools);
  await saveSettings(db, {
    currentPromiseId: example.promise.id,
    pinnedActivityIds: [own.activities[0].id, example.activities[0].id],
  });
  saveDraft(db, `goal/${promise.goals[0].id}`, { text: 'a' });
  saveDraft(db, 'log-again', { activityIds: [example.activities[1].id] });
  await Promise.all([settleDraft(db, `goal/${promise.goals[0].id}`), settleDraft(db, 'log-again')]);

  expect(await removeExamples(db)).toEqual({ promises: 2, logs: 233 });
  expect(await dumpDatabase(db)).toEqual(before);
  expect((await readSettings(db)).currentPromiseId).toBeUndefined();
  expect(await auditTallies(db)).toMatchObject({ goals: 3, mismatches: [], miscounted: [] });
});

test('an action that touched an example and a real promise keeps what it did to the real one', async () => {
  const db = openScratch();
  const [own, example] = [createStory(100), createStory(200, { example: 'promise' })];
  const mixed = [...toWrites(example), ...toWrites(own)];
  await commitAction(db, { label: 'imported', writes: mixed }, createTools());
  await removeExamples(db);
  const rows = await replayHistory(db);
  expect([...(rows.get('promises')?.keys() ?? [])]).toEqual([own.promise.id]);
  expect([...(rows.get('goals')?.values() ?? [])]).toEqual(await db.goals.toArray());
});

test('removing them again removes nothing', async () => {
  expect(await removeExamples(openScratch())).toEqual({ promises: 0, logs: 0 });
});
