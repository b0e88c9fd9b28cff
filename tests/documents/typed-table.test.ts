import { expect, test } from 'vitest';
import { toTypedTable } from '#documents/typed-table.ts';
import type { ReportCell, ReportTable } from '#domain/report/report.ts';

const tableOf = (kind: 'number' | 'day' | 'text', ...cells: ReportCell[]): ReportTable => ({
  key: 'one',
  caption: 'En kolumn',
  columns: [{ key: 'a', title: 'Utfall', kind }],
  rows: cells.map((cell) => [cell]),
});

test('a number as it is written is the number alone', () => {
  const table = tableOf(
    'number',
    { text: '1 234', value: 1234 },
    { text: '1,23', value: 1.2286 },
    { text: '−3', value: -3 },
  );

  expect(toTypedTable(table, 'sv')).toEqual({
    header: ['Utfall'],
    rows: [[{ kind: 'number', value: 1234 }], [{ kind: 'number', value: 1.2286 }], [{ kind: 'number', value: -3 }]],
  });
});

test('what a text says besides its number stands beside it', () => {
  const { header, rows } = toTypedTable(tableOf('number', { text: '5 (+1)', value: 5 }, { text: '7', value: 7 }), 'sv');

  expect(header).toEqual(['Utfall', 'Utfall, i ord']);
  expect(rows).toEqual([
    [
      { kind: 'number', value: 5 },
      { kind: 'text', text: '5 (+1)' },
    ],
    [
      { kind: 'number', value: 7 },
      { kind: 'text', text: '7' },
    ],
  ]);
});

test('what is unknown or hidden stays a text and never becomes 0', () => {
  const { header, rows } = toTypedTable(tableOf('number', { text: 'färre än 5' }, { text: '–' }, { text: '' }), 'sv');

  expect(header).toEqual(['Utfall']);
  expect(rows.flat().map((cell) => cell.kind)).toEqual(['text', 'text', 'text']);
});

test('a day is a day only if the calendar has it', () => {
  const { rows } = toTypedTable(
    tableOf('day', { text: '3 sep', value: '2026-09-03' }, { text: 'i höst', value: '2026-02-30' }, { text: '–' }),
    'sv',
  );

  expect(rows.flat()).toEqual([
    { kind: 'day', day: '2026-09-03' },
    { kind: 'text', text: 'i höst' },
    { kind: 'text', text: '–' },
  ]);
});

test('a text stays a text, whatever it looks like', () => {
  expect(toTypedTable(tableOf('text', { text: '007', value: 7 }), 'sv').rows).toEqual([
    [{ kind: 'text', text: '007' }],
  ]);
});
