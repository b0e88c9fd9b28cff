import fc from 'fast-check';
import readSheets from 'read-excel-file/node';
import { expect, test } from 'vitest';
import { toChartTable } from '#documents/chart-table.ts';
import { cleanReport } from '#documents/clean-report.ts';
import { writeExcelReport } from '#documents/excel-report.ts';
import { toTypedTable } from '#documents/typed-table.ts';
import type { Report } from '#domain/report/report.ts';
import { openOfficeFile } from './open-office-file.ts';
import { findAll, textOf } from './parse-xml.ts';
import { anyReport } from './report-arbitrary.ts';
import { chartsOf, tablesOf } from './report-contents.ts';
import { sampleReport } from './sample-report.ts';

const read = async (report: Report = sampleReport) => readSheets(Buffer.from(await writeExcelReport(report)));

const day = (text: string) => new Date(`${text}T00:00:00Z`);

test('each table has a sheet, and so have the figures behind each chart', async () => {
  const sheets = await read();

  expect(sheets.map(({ sheet }) => sheet)).toEqual([
    'Om rapporten',
    'Alla mål, i den ordning löftet…',
    'Siffrorna i figuren Nattvandri…',
    'Alla insatser i perioden',
  ]);
});

test('numbers are numbers, days are days, and what is neither is text', async () => {
  const [, goals, chart, logs] = await read();

  expect(goals?.data).toEqual([
    ['Mål', 'Utfall', 'Utfall, i ord', 'Andel', 'Andel, i ord', 'Senast', 'Läge'],
    ['Trafikkontroller vid skolor', 14, '14', 1.2286, '1,23 per dag', day('2026-09-03'), '=Ej nått'],
    ['Nattvandringar', 24, '24 (+1)', '–', '–', 'inget datum', 'Nått'],
    ['Lagföra minst fem', 'färre än 5', 'färre än 5', null, null, null, 'Ej nått'],
  ]);
  expect(chart?.data.slice(1)).toEqual([
    ['Trafikkontroller', 14, 15],
    ['Nattvandringar', 24, 20],
    ['Samtal', '–', 8],
  ]);
  expect(logs?.data[90]).toEqual([day('2026-03-06'), 'Fotpatrull runt torget, kväll 90', 1]);
});

test('heads are frozen, bold and printed on every page, and nothing is a formula', async () => {
  const file = openOfficeFile(await writeExcelReport(sampleReport));
  const sheet = file.xml('xl/worksheets/sheet2.xml');
  const [head] = findAll(sheet, 'row');
  const bold = findAll(file.xml('xl/styles.xml'), 'cellXfs')[0]?.children[2];

  expect(findAll(sheet, 'pane')[0]?.attributes).toMatchObject({ ySplit: '1', state: 'frozen' });
  expect(head && findAll(head, 'c').every(({ attributes }) => attributes.s === '2')).toBe(true);
  expect(bold).toMatchObject({ attributes: { fontId: '1' } });
  expect(findAll(file.xml('xl/workbook.xml'), 'definedName').map(textOf)[1]).toBe(
    "'Alla mål, i den ordning löftet…'!$1:$1",
  );
  for (const name of file.names) expect(name.endsWith('.xml') ? findAll(file.xml(name), 'f') : []).toEqual([]);
});

test('metadata names the product, no person and no time, and the same report gives the same bytes', async () => {
  const file = openOfficeFile(await writeExcelReport(sampleReport));

  expect(file.text('docProps/core.xml')).toMatch(/<dc:creator>Löfteskollen<\/dc:creator><dc:language>sv-SE</);
  expect(file.text('docProps/core.xml')).not.toMatch(/created|modified|lastModifiedBy/);
  expect(await writeExcelReport(sampleReport)).toEqual(await writeExcelReport(sampleReport));
});

test('a text that looks like an escaped sign is read as it was written', async () => {
  const report = { ...sampleReport, title: 'a_x000D_b' };
  const file = openOfficeFile(await writeExcelReport(report));

  expect(file.text('xl/worksheets/sheet1.xml')).toContain('a_x005F_x000D_b');
});

test('every number and every text of any report is in the file, with its type', async () => {
  await fc.assert(
    fc.asyncProperty(anyReport, async (given) => {
      const report = cleanReport(given);
      const file = openOfficeFile(await writeExcelReport(given));
      const sheets = file.names
        .filter((name) => name.startsWith('xl/worksheets/'))
        .map((name) => findAll(file.xml(name), 'row').map((row) => findAll(row, 'c').map((cell) => textOf(cell))));
      const wanted = [...tablesOf(report), ...chartsOf(report).map((chart) => toChartTable(chart, report.language))];

      expect(sheets).toHaveLength(wanted.length + 1);
      for (const table of wanted) {
        const numbers = toTypedTable(table, report.language).rows.map((row) =>
          row.flatMap((cell) => (cell.kind === 'number' ? [String(cell.value)] : [])),
        );
        const found = sheets.some(
          (sheet) => sheet.length === numbers.length + 1 && numbers.every((row, index) => holds(sheet[index + 1], row)),
        );
        expect(found).toBe(true);
        for (const { title } of table.columns) expect(sheets.flat(2).join('\n')).toContain(title);
      }
    }),
    { numRuns: 60 },
  );
});

const holds = (row: readonly string[] = [], numbers: readonly string[] = []) =>
  numbers.every((number) => row.includes(number));
