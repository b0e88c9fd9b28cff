import { toDayNumber } from '#domain/calendar/day.ts';
import type { TypedCell, TypedTable } from './typed-table.ts';
import { escapeXml, xmlHead } from './xml.ts';

/** Places in the list of styles of `excel-parts.ts`. */
export const cellStyles = { text: 1, head: 2, day: 3, number: 4 } as const;

/** Excel counts days from here, and is wrong about them before March 1900. */
const dayZero = toDayNumber('1899-12-30');
const firstSafeDay = toDayNumber('1900-03-01');
/** Excel's limit for the text of a cell. */
const longestText = 32_767;
/** Widths in characters. */
const narrowest = 9;
const widest = 60;

/** In: a table. Out: the XML of a sheet: its head bold and frozen, every cell with its type, no formula anywhere. */
export function writeSheet({ header, rows }: TypedTable): string {
  const heads = header.map((text) => ({ kind: 'text' as const, text }));
  const lines = [toRow(heads, 0, cellStyles.head), ...rows.map((row, index) => toRow(row, index + 1))];
  return (
    `${xmlHead}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">` +
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>' +
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>' +
    '<selection pane="bottomLeft" activeCell="A2" sqref="A2"/></sheetView></sheetViews>' +
    `<cols>${header.map((_, column) => toColumn(column, [heads, ...rows])).join('')}</cols>` +
    `<sheetData>${lines.join('')}</sheetData>` +
    '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>' +
    '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>' +
    '<headerFooter><oddFooter>&amp;L&amp;A&amp;R&amp;P (&amp;N)</oddFooter></headerFooter></worksheet>'
  );
}

const toRow = (cells: readonly TypedCell[], row: number, style?: number) =>
  `<row r="${row + 1}">${cells.map((cell, column) => toCell(cell, `${toLetters(column)}${row + 1}`, style)).join('')}</row>`;

function toCell(cell: TypedCell, place: string, style?: number): string {
  if (cell.kind === 'number') return `<c r="${place}" s="${cellStyles.number}"><v>${cell.value}</v></c>`;
  if (cell.kind === 'day' && toDayNumber(cell.day) >= firstSafeDay)
    return `<c r="${place}" s="${cellStyles.day}"><v>${toDayNumber(cell.day) - dayZero}</v></c>`;
  const text = cell.kind === 'day' ? cell.day : cell.text;
  if (text === '') return '';
  // `_x0041_` would be read as the sign with that number: its underscore is written as one itself.
  const literal = text.slice(0, longestText).replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_');
  const inner = `<is><t xml:space="preserve">${escapeXml(literal)}</t></is>`;
  return `<c r="${place}" s="${style ?? cellStyles.text}" t="inlineStr">${inner}</c>`;
}

function toColumn(column: number, rows: TypedTable['rows']): string {
  const longest = Math.max(...rows.map((row) => lengthOf(row[column])));
  const width = Math.min(widest, Math.max(narrowest, longest + 2));
  return `<col min="${column + 1}" max="${column + 1}" width="${width}" customWidth="1"/>`;
}

function lengthOf(cell: TypedCell | undefined): number {
  if (!cell) return 0;
  if (cell.kind === 'number') return String(cell.value).length;
  return cell.kind === 'day' ? cell.day.length : Math.max(...cell.text.split('\n').map((line) => line.length));
}

/** In: a column, from 0. Out: its name: A … Z, AA … */
export function toLetters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : toLetters(Math.floor(column / 26) - 1) + last;
}
