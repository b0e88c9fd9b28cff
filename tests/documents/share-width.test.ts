import { expect, test } from 'vitest';
import { shareWidth } from '#documents/share-width.ts';

const nbsp = '\u00a0';
const tableOf = (...rows: string[][]) => ({
  key: 'one',
  caption: 'En tabell',
  columns: (rows[0] ?? []).map((title, index) => ({ key: String(index), title, kind: 'text' as const })),
  rows: rows.slice(1).map((row) => row.map((text) => ({ text }))),
});

test('a column holds its longest word, and what is left goes where there is most to read', () => {
  const [day = 0, long = 0] = shareWidth(tableOf(['Dag', 'Vad'], [`15${nbsp}nov${nbsp}2026`, 'ord '.repeat(40)]), 100);

  expect(day * 100).toBeGreaterThanOrEqual(11 + 3);
  expect(long).toBeGreaterThan(0.7);
  expect(day + long).toBeCloseTo(1);
});

test('columns with as much to read are as wide', () => {
  expect(shareWidth(tableOf(['Ett', 'Två'], ['a', 'b']), 100)).toEqual([0.5, 0.5]);
});
