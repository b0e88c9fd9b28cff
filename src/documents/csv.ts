import Papa from 'papaparse';
import { defuseFormula } from '#domain/report/defuse-formula.ts';
import { cleanText } from './clean-report.ts';

export type CsvCell = string | number;

/** Tells Excel that the file is UTF-8; without it å, ä and ö are garbled. */
const byteOrderMark = '\ufeff';

/**
 * A file that a Swedish spreadsheet opens with a double click.
 * In: the header and rows of equal length. Out: the text of the file: semicolons, decimal comma, quotes as RFC 4180, CRLF.
 */
export function toCsv(header: readonly string[], rows: readonly (readonly CsvCell[])[]): string {
  const cells = [header, ...rows].map((row) => row.map(toText));
  return byteOrderMark + Papa.unparse(cells, { delimiter: ';', newline: '\r\n' });
}

function toText(cell: CsvCell): string {
  if (typeof cell === 'number') return String(cell).replace('.', ',');
  return defuseFormula(cleanText(cell));
}
