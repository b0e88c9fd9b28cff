import { expect, test } from 'vitest';
import { parseRecord } from '#domain/records/parse-record.ts';
import { schemaByTable } from '#domain/records/tables.ts';
import { createDataSet, createLogs } from './data-set.ts';

const today = '2026-11-21';

test('every record of the data set is one that the app accepts', () => {
  const { promises, activities, goals } = createDataSet(today);
  const logs = createLogs(500, today);
  const parsed = [
    ...promises.map((record) => parseRecord(schemaByTable.promises, record)),
    ...activities.map((record) => parseRecord(schemaByTable.activities, record)),
    ...goals.map((record) => parseRecord(schemaByTable.goals, record)),
    ...logs.map((record) => parseRecord(schemaByTable.progressLogs, record)),
  ];

  expect(parsed.filter(({ kind }) => kind === 'invalid')).toEqual([]);
  expect([promises, activities, goals].map(({ length }) => length)).toEqual([10, 500, 300]);
  expect(new Set(logs.map(({ id }) => id)).size).toBe(500);
});

test('the same logs come in every run', () => {
  expect(createLogs(20, today)).toEqual(createLogs(20, today));
  expect(createLogs(20, today, 2)).not.toEqual(createLogs(20, today));
});
