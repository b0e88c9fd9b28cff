import fc from 'fast-check';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { writeReportCsv } from '#documents/report-csv.ts';
import { type TypedCell, toTypedTable } from '#documents/typed-table.ts';
import { anyReport } from './report-arbitrary.ts';
import { tablesOf } from './report-contents.ts';
import { sampleReport } from './sample-report.ts';

test('a table is a file that a Swedish spreadsheet opens', () => {
  const [table] = tablesOf(sampleReport);
  if (!table) throw new Error('The sample has a table');

  expect(writeReportCsv(table, 'sv').split('\r\n')).toEqual([
    '\ufeffMål;Utfall;Utfall, i ord;Andel;Andel, i ord;Senast;Läge',
    "Trafikkontroller vid skolor;14;14;1,2286;1,23 per dag;2026-09-03;'=Ej nått",
    'Nattvandringar;24;24 (+1);–;–;inget datum;Nått',
    'Lagföra minst fem;färre än 5;färre än 5;;;;Ej nått',
  ]);
});

test('any table comes back with as many rows and cells, every number the same, and no text that is a formula', () => {
  fc.assert(
    fc.property(anyReport, (report) => {
      // A single empty cell is an empty file, which no reader tells from nothing.
      for (const table of tablesOf(report).filter(({ columns }) => columns.length > 1)) {
        const typed = toTypedTable(table, report.language);
        const { data } = Papa.parse<string[]>(writeReportCsv(table, report.language).slice(1), {
          delimiter: ';',
          newline: '\r\n',
        });

        expect(data.map((row) => row.length)).toEqual([typed.header, ...typed.rows].map((row) => row.length));
        for (const [row, cells] of typed.rows.entries()) expectSameCells(data[row + 1] ?? [], cells);
      }
    }),
  );
});

function expectSameCells(texts: readonly string[], cells: readonly TypedCell[]): void {
  for (const [column, cell] of cells.entries()) {
    const text = texts[column] ?? '';
    if (cell.kind === 'number') expect(Number(text.replace(',', '.'))).toBe(cell.value);
    else expect(text).not.toMatch(/^[=+\-@\t\r]/);
  }
}
