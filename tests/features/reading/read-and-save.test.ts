import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readPromise } from '#domain/reading/read-promise.ts';
import { toRecords } from '#domain/reading/to-records.ts';
import { parseRecord } from '#domain/records/parse-record.ts';
import { schemaByTable } from '#domain/records/tables.ts';
import { listRows } from '#features/reading/draft-rows.ts';
import { beginEditing, confirmAll, keepRows, listOpen } from '#features/reading/edit-draft.ts';
import { markText } from '#features/reading/mark-text.ts';
import { newId } from '#tests/features/promises/promise-services.ts';

const folder = 'tests/domain/reading/corpus';
const texts = readdirSync(folder)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => [name, readFileSync(`${folder}/${name}`, 'utf8')] as const);

/** Nothing is logged for what is measured or judged on its own page. */
const withoutLogs = ['series', 'judged'];

test.each(texts)('%s: what was read can be shown, confirmed, saved and logged against', (_name, text) => {
  const edited = confirmAll(beginEditing(readPromise(text)));
  expect(listOpen(edited)).toEqual([]);
  const ids = listRows(edited.draft).map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  const stretches = markText(text, listRows(edited.draft));
  expect(stretches.map((stretch) => stretch.text).join('')).toBe(text);

  const { promise, focusAreas, activities, goals } = toRecords(keepRows(edited), {
    newId,
    now: '2026-01-05T09:00:00Z',
  });
  expect(parseRecord(schemaByTable.promises, promise)).toMatchObject({ kind: 'valid' });
  for (const area of focusAreas) expect(parseRecord(schemaByTable.focusAreas, area)).toMatchObject({ kind: 'valid' });
  for (const one of activities) expect(parseRecord(schemaByTable.activities, one)).toMatchObject({ kind: 'valid' });
  for (const goal of goals) expect(parseRecord(schemaByTable.goals, goal)).toMatchObject({ kind: 'valid' });

  const measures = new Set(activities.flatMap(({ id, measures: own }) => own.map((one) => `${id}/${one.id}`)));
  const counted = goals.filter(({ target }) => !withoutLogs.includes(target.kind));
  expect(counted.every(({ feeds }) => feeds.length > 0)).toBe(true);
  expect(
    goals.flatMap(({ feeds }) => feeds).every((feed) => measures.has(`${feed.activityId}/${feed.measureId}`)),
  ).toBe(true);
});
