import { strToU8, zipSync } from 'fflate';
import type { Report, ReportTable } from '#domain/report/report.ts';
import { toChartTable } from './chart-table.ts';
import { cleanReport } from './clean-report.ts';
import { documentLanguages, documentWord } from './document-words.ts';
import {
  rootRelations,
  styles,
  toContentTypes,
  toCoreProperties,
  toWorkbook,
  toWorkbookRelations,
} from './excel-parts.ts';
import { writeSheet } from './excel-sheet.ts';
import { nameSheets } from './name-sheets.ts';
import { type TypedTable, toTypedTable } from './typed-table.ts';

/** The same report gives the same bytes, on whatever day: when it was made is on its front. */
const mtime = '1980-01-02T00:00:00';

/**
 * A report as an Excel file.
 * In: a report. Out: the bytes of an .xlsx: a sheet about the report, then one for each table and for the figures of each
 * chart, with numbers as numbers, days as days, heads bold, frozen and repeated in print. Texts are texts and never run
 * as formulas (guard T11); metadata names no person (guard P15).
 */
export function writeExcelReport(given: Report): Promise<Uint8Array<ArrayBuffer>> {
  const report = cleanReport(given);
  const tables = listTables(report);
  const names = nameSheets(
    [documentWord('about', report.language), ...tables.map(({ caption }) => caption)],
    documentWord('value', report.language),
  );
  const sheets = [toFront(report, tables, names), ...tables.map((table) => toTypedTable(table, report.language))];
  return Promise.resolve(
    zipTexts({
      '[Content_Types].xml': toContentTypes(sheets.length),
      '_rels/.rels': rootRelations,
      'docProps/core.xml': toCoreProperties(report.title, documentLanguages[report.language]),
      'xl/workbook.xml': toWorkbook(names),
      'xl/_rels/workbook.xml.rels': toWorkbookRelations(sheets.length),
      'xl/styles.xml': styles,
      ...Object.fromEntries(sheets.map((sheet, index) => [`xl/worksheets/sheet${index + 1}.xml`, writeSheet(sheet)])),
    }),
  );
}

/** Every table of the report, in its order, and what stands behind each chart. */
const listTables = ({ chapters, language }: Report): readonly ReportTable[] =>
  chapters.flatMap(({ blocks }) =>
    blocks.flatMap((block) => {
      if (block.kind === 'table') return [block.table];
      return block.kind === 'chart' ? [toChartTable(block.chart, language)] : [];
    }),
  );

/** What the file is, and what is on which sheet: a sheet's name is too short for most captions. */
function toFront(
  { title, subtitle, facts, footer, language }: Report,
  tables: readonly ReportTable[],
  names: readonly string[],
): TypedTable {
  const lines = [
    [subtitle, ''],
    ...facts.map(({ label, text }) => [label, text]),
    [footer, ''],
    ...tables.map(({ caption }, index) => [names[index + 1] ?? '', caption]),
  ];
  return {
    header: [title, documentWord('contents', language)],
    rows: lines.map((line) => line.map((text) => ({ kind: 'text' as const, text }))),
  };
}

/** Done here and now: fflate's other way makes a Worker out of a text, which the policy of the page forbids (guard T7). */
const zipTexts = (parts: Readonly<Record<string, string>>) =>
  zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, [strToU8(text), { mtime }]])));
