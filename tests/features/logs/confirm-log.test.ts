import { describe, expect, test } from 'vitest';
import { findTwin } from '#features/logging/find-twin.ts';
import { listUnconfirmed, speaksFor } from '#features/logs/list-unconfirmed.ts';
import { auditTallies } from '#storage/audit-tallies.ts';
import { commitAction, type Write } from '#storage/commit-action.ts';
import { replayHistory } from '#storage/replay-history.ts';
import { undoAction } from '#storage/undo.ts';
import { createStory, createTools, logWrite, toWrites } from '#tests/storage/records.ts';
import { openScratch } from '#tests/storage/scratch-database.ts';

async function startLogged() {
  const db = openScratch();
  const story = createStory();
  const tools = createTools(1);
  const log = story.log({ place: 'Torget' });
  await commitAction(db, { label: 'record-created', writes: toWrites(story) }, tools);
  await commitAction(db, { label: 'log-created', writes: [logWrite(log)] }, tools);
  return { db, story, tools, log };
}

describe('the word of the other party', () => {
  test('is kept on the log, changes no figure, and can be taken back', async () => {
    const { db, story, tools, log } = await startLogged();
    const [, municipality] = story.promise.parties;
    const totals = await db.goalTotals.toArray();
    const write: Write = {
      kind: 'set',
      table: 'progressLogs',
      id: log.id,
      fields: { confirmedBy: [municipality?.id ?? ''] },
    };
    const { tx } = await commitAction(db, { label: 'record-changed', writes: [write] }, tools);
    expect((await db.progressLogs.get(log.id))?.confirmedBy).toEqual([municipality?.id]);
    expect(await db.goalTotals.toArray()).toEqual(totals);
    expect((await auditTallies(db)).mismatches).toEqual([]);
    expect((await replayHistory(db)).get('progressLogs')?.get(log.id)?.confirmedBy).toEqual([municipality?.id]);
    await undoAction(db, tx, tools);
    const after = await db.progressLogs.toArray();
    expect(after.map(({ confirmedBy }) => confirmedBy)).toEqual([[]]);
  });

  test('is asked for where one party reported for another, or several did it together', () => {
    const { promise, log } = createStory();
    const [police, municipality] = promise.parties;
    const ids = [police?.id ?? '', municipality?.id ?? ''];
    const namesOf = (changes: object) => listUnconfirmed(log(changes), promise.parties).map(({ name }) => name);
    expect(namesOf({})).toEqual([]);
    expect(namesOf({ onBehalfOf: ids[1] })).toEqual(['Kommunen']);
    expect(namesOf({ partyIds: ids, confirmedBy: [ids[0]] })).toEqual(['Kommunen']);
    expect(speaksFor({ partyKind: 'municipality' }, { kind: 'school' })).toBe(true);
    expect(speaksFor({ partyKind: 'police' }, { kind: 'school' })).toBe(false);
    expect(speaksFor(undefined, { kind: 'police' })).toBe(false);
  });
});

test('the same work is known by day, activity and place', async () => {
  const { db, story, log } = await startLogged();
  const wanted = {
    promiseId: story.promise.id,
    date: log.date,
    activityIds: log.activityIds,
    place: ' torget',
    ownId: '',
  };
  expect((await findTwin(db, wanted))?.id).toBe(log.id);
  expect(await findTwin(db, { ...wanted, ownId: log.id })).toBeUndefined();
  expect(await findTwin(db, { ...wanted, place: 'Stationen' })).toBeUndefined();
  expect(await findTwin(db, { ...wanted, date: '2026-03-30' })).toBeUndefined();
  expect(await findTwin(db, { ...wanted, activityIds: [story.activities[1].id] })).toBeUndefined();
});
