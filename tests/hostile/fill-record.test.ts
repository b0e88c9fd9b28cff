import { expect, test } from 'vitest';
import { tableNames } from '#domain/records/tables.ts';
import { listRecords } from '#tests/support/sample-overview.ts';
import { fillRecord } from './fill-record.ts';
import { makeHostileTexts } from './hostile-texts.ts';

test('every table with text in the sample year is filled, ids and days stay', () => {
  const texts = makeHostileTexts(3, 500);
  let used = 0;
  const places = new Set<string>();
  for (const table of tableNames) {
    for (const record of listRecords(table).slice(0, 3)) {
      const { record: filled, texts: put } = fillRecord(table, record, () => texts[used++ % 500] ?? '');
      expect(filled.id).toBe(record.id);
      expect(filled.promiseId).toBe(record.promiseId);
      for (const place of put.keys()) places.add(place.replaceAll(/\.\d+(?=\.|$)/g, ''));
    }
  }
  expect(places.size).toBeGreaterThan(40);
});
