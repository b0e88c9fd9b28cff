/** Everything that writes cells for a spreadsheet: a new writer has its line here, or `spreadsheets.test.ts` fails. */
import { strFromU8, strToU8, unzipSync } from 'fflate';
import { toCsv } from '#documents/csv.ts';
import { writeExcelReport } from '#documents/excel-report.ts';
import { writePowerPointReport } from '#documents/power-point-report.ts';
import { writeReportCsv } from '#documents/report-csv.ts';
import { writeWordReport } from '#documents/word-report.ts';
import { writePublicCsv } from '#domain/public-page/write-public-data.ts';
import type { Report, ReportTable } from '#domain/report/report.ts';
import { sampleReport } from '#tests/documents/sample-report.ts';
import { sampleFacts } from '#tests/support/public-sample.ts';

export interface SpreadsheetWriter {
  /** The file in which the cells are put together. */
  readonly file: string;
  readonly name: string;
  /** In: texts from outside. Out: the file that carries them: CSV, or a workbook, or office files with workbooks inside. */
  readonly write: (texts: readonly string[]) => Uint8Array | Promise<Uint8Array>;
  readonly kind: 'csv' | 'workbook' | 'with-workbooks';
}

const toTable = (texts: readonly string[]): ReportTable => ({
  key: 'hostile',
  caption: texts[0] ?? '',
  columns: [
    { key: 'a', title: texts[1] ?? '', kind: 'text' },
    { key: 'b', title: texts[2] ?? '', kind: 'number' },
    { key: 'c', title: texts[3] ?? '', kind: 'day' },
  ],
  rows: texts.map((text, index) => [{ text }, { text, value: index }, { text }]),
});

/** A chart is as wide as a page: so many bars of it. */
const bars = 12;
function toReport(texts: readonly string[]): Report {
  const [title = '', subtitle = '', footer = '', label = ''] = texts;
  const charts = Array.from({ length: Math.min(4, Math.ceil(texts.length / bars)) }, (_, index) => {
    const categories = texts.slice(index * bars, (index + 1) * bars);
    const own = { key: `chart-${index}`, title: label, description: title, unit: subtitle, categories };
    const series = [{ name: texts[index] ?? '', values: categories.map((_category, bar) => bar) }];
    return { kind: 'chart' as const, chart: { ...own, series } };
  });
  const table = { kind: 'table' as const, table: toTable(texts) };
  const chapter = { key: 'summary' as const, title, written: false, blocks: [table, ...charts] };
  return { ...sampleReport, title, subtitle, footer, facts: [{ label, text: title }], chapters: [chapter] };
}

export const spreadsheetWriters: readonly SpreadsheetWriter[] = [
  {
    file: 'src/documents/csv.ts',
    name: 'every table of the app',
    kind: 'csv',
    write: (texts) => strToU8(toCsv([...texts.slice(0, 3)], toRows(texts))),
  },
  {
    file: 'src/documents/csv.ts',
    name: 'a table of a report',
    kind: 'csv',
    write: (texts) => strToU8(writeReportCsv(toTable(texts), 'sv')),
  },
  {
    file: 'src/domain/public-page/write-public-data.ts',
    name: 'the public page',
    kind: 'csv',
    write: (texts) => {
      const [item] = sampleFacts.items;
      if (item === undefined) throw new Error('The sample year has public items');
      const items = texts.map((text) => ({
        ...item,
        ...{ promised: text, focusArea: text, done: { sv: text, en: text }, standing: { sv: text, en: text } },
        ...{ difference: { sv: text, en: text }, basis: { sv: text, en: text } },
        ...(item.figure && { figure: { ...item.figure, unit: text } }),
      }));
      return strToU8(writePublicCsv({ ...sampleFacts, items }));
    },
  },
  {
    file: 'src/documents/excel-sheet.ts',
    name: 'a report',
    kind: 'workbook',
    write: (texts) => writeExcelReport(toReport(texts)),
  },
  {
    file: 'src/documents/power-point-slide.ts',
    name: 'slides',
    kind: 'with-workbooks',
    write: (texts) => writePowerPointReport(toReport(texts)),
  },
  {
    file: 'src/documents/word-chart.ts',
    name: 'a Word report',
    kind: 'with-workbooks',
    write: (texts) => writeWordReport(toReport(texts)),
  },
];

const toRows = (texts: readonly string[]) =>
  Array.from({ length: Math.ceil(texts.length / 3) }, (_, row) =>
    [0, 1, 2].map((column) => texts[row * 3 + column] ?? ''),
  );

/** The workbooks of a file: itself, or those that charts carry. */
export function openWorkbooks(bytes: Uint8Array): readonly Readonly<Record<string, string>>[] {
  const parts = unzipSync(bytes);
  const inner = Object.entries(parts).filter(([name]) => name.endsWith('.xlsx'));
  const own = 'xl/workbook.xml' in parts ? [parts] : inner.map(([, part]) => unzipSync(part));
  return own.map((workbook) =>
    Object.fromEntries(Object.entries(workbook).map(([name, part]) => [name, strFromU8(part)])),
  );
}
