import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { commitAction, type Write } from '#storage/commit-action.ts';
import { createLogSearch } from '#storage/search-logs.ts';
import { undoAction } from '#storage/undo.ts';
import { createStory, createTools, logWrite, toWrites } from './records.ts';
import { openScratch } from './scratch-database.ts';

async function startSearch() {
  const db = openScratch();
  const story = createStory();
  const tools = createTools();
  const save = (...writes: Write[]) => commitAction(db, { label: 'record-created', writes }, tools);
  await save(...toWrites(story));
  return { db, story, tools, save, search: createLogSearch(db) };
}

describe('search', () => {
  test('finds parts of words in any order, in note, place, outcome and the activity’s name', async () => {
    const { story, save, search } = await startSearch();
    const log = story.log({
      note: 'Narkotikabrott vid skolan',
      place: 'Stationen',
      byOutcomes: [{ name: 'Böter', count: 2 }],
    });
    const other = story.log({ date: '2026-04-01', note: 'Lugnt' });
    await save(logWrite(log), logWrite(other));
    for (const text of ['brott', 'SKOL brott', 'böter station', 'trafik narko', '  brott   kontroll ']) {
      expect(await search.find(text)).toEqual([log.id]);
    }
    expect(await search.find('trafikkontroll')).toEqual([other.id, log.id]);
    expect(await search.find('brott lugnt')).toEqual([]);
    expect(await search.find('')).toEqual([]);
    expect(await search.find('brott', { promiseId: story.newId() })).toEqual([]);
  });

  test('finds what is saved while it is open, forgets what is withdrawn, and follows a new name', async () => {
    const { db, story, tools, save, search } = await startSearch();
    expect(await search.find('brott')).toEqual([]);
    const log = story.log({ note: 'Narkotikabrott' });
    await save(logWrite(log));
    expect(await search.find('brott')).toEqual([log.id]);
    const correction = story.log({ corrects: log.id, note: 'Snatteri' });
    await save(logWrite(correction));
    expect(await search.find('brott')).toEqual([]);
    expect(await search.find('snatt')).toEqual([correction.id]);
    await save({
      kind: 'set',
      table: 'activities',
      id: story.activities[0].id,
      fields: { shortName: 'Butikskontroll' },
    });
    expect(await search.find('butik')).toEqual([correction.id]);
    await undoAction(db, correction.id, tools);
    expect(await search.find('brott')).toHaveLength(1);
    const many = Array.from({ length: 80 }, () => story.log({ note: 'Nattvandring' }));
    await save(...many.map(logWrite));
    expect(await search.find('vandring')).toHaveLength(80);
    search.close();
  });

  test('finds exactly what a plain look at every text would', async () => {
    const { story, save, search } = await startSearch();
    const words = fc.constantFrom('brott', 'skola', 'natt', 'våld', 'Ö');
    const notes = fc.sample(
      fc.array(words, { maxLength: 4 }).map((parts) => parts.join('')),
      40,
    );
    const logs = notes.map((note, index) => story.log({ note, activityIds: [story.activities[index % 2]?.id ?? ''] }));
    await save(...logs.map(logWrite));
    await fc.assert(
      fc.asyncProperty(fc.array(words, { minLength: 1, maxLength: 3 }), async (parts) => {
        const expected = logs.filter((log) => {
          const name = story.activities.find(({ id }) => id === log.activityIds[0])?.shortName ?? '';
          return parts.every((part) => `${log.note}\n${name}`.toLowerCase().includes(part.toLowerCase()));
        });
        expect(new Set(await search.find(parts.join(' ')))).toEqual(new Set(expected.map(({ id }) => id)));
      }),
    );
    search.close();
  });
});
