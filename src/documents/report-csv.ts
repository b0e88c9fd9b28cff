import type { ReportTable } from '#domain/report/report.ts';
import type { Language } from '#domain/wording/locale.ts';
import { toCsv } from './csv.ts';
import { type TypedCell, toTypedTable } from './typed-table.ts';

/**
 * One table of a report as CSV.
 * In: the table and the report's language. Out: the text of a file that a Swedish spreadsheet opens with a double click:
 * numbers with decimal comma, days as `YYYY-MM-DD`, and no text that runs as a formula (guard T11).
 */
export function writeReportCsv(table: ReportTable, language: Language): string {
  const { header, rows } = toTypedTable(table, language);
  return toCsv(
    header,
    rows.map((row) => row.map(toValue)),
  );
}

function toValue(cell: TypedCell): string | number {
  if (cell.kind === 'number') return cell.value;
  return cell.kind === 'day' ? cell.day : cell.text;
}
