import { expect, test } from 'vitest';
import { nameEntry } from '#features/sync-status/describe-history.ts';
import { commitAction, type Write } from '#storage/commit-action.ts';
import { readNamedHistory } from '#storage/named-history.ts';
import { createStory, createTools, logWrite, toWrites } from '#tests/storage/records.ts';
import { openScratch } from '#tests/storage/scratch-database.ts';

test('each line of history names what it is about, as long as that is no more than a few things', async () => {
  const db = openScratch();
  const story = createStory();
  const tools = createTools();
  const save = (...writes: Write[]) => commitAction(db, { label: 'record-changed', writes }, tools);
  const rename = (goal: { readonly id: string }, shortName: string): Write => ({
    kind: 'set',
    table: 'goals',
    id: goal.id,
    fields: { shortName },
  });
  const [first, second] = story.goals;
  await save(...toWrites(story));
  await save(rename(first, 'Kontroller'));
  await save(rename(first, 'Kontroller vid skolan'), rename(second, 'Vandringar'));
  await save({ kind: 'delete', table: 'goals', id: second.id });
  await save(logWrite(story.log({ date: '2026-11-21', place: 'Torget', createdAt: '2026-12-01T08:00:00.000Z' })));
  const { entries, rows } = await readNamedHistory(db, {});
  const names = entries.map((entry) => nameEntry(entry, rows, 'sv')?.replaceAll('\u00a0', ' '));
  expect(names).toEqual([
    'Trafikkontroll, lör 21 nov, v. 47, Torget',
    'Mål: Vandringar',
    'Mål: Kontroller vid skolan · Mål: Vandringar',
    'Mål: Kontroller vid skolan',
    undefined,
  ]);
});
