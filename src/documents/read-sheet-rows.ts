import { isDay } from '#domain/calendar/day.ts';
import { cleanCell, type FoundRows } from './finish-sheet.ts';
import { type Attributes, listenTo, readXml } from './read-markup.ts';
import { mostColumns, mostRows } from './reading-limits.ts';
import { Refusal } from './refusal.ts';
import type { TableCell } from './table-reading.ts';
import { type CellFormat, toClockTime, toWorkbookDay } from './workbook-days.ts';

/** What the cells of a sheet refer to. */
export interface SheetContext {
  readonly texts: readonly string[];
  readonly formats: readonly CellFormat[];
  /** Whether days are counted from 1904. */
  readonly isLater: boolean;
}

/**
 * Reads the cells of a sheet. A formula is the value that was saved with it; nothing is computed.
 * In: the XML of a sheet, and what its cells refer to. Out: its rows. Throws a refusal past the limits.
 */
export function readSheetRows(bytes: Uint8Array, context: SheetContext): FoundRows {
  const rows: (TableCell | undefined)[][] = [];
  let row = -1;
  let column = -1;
  let attributes: Attributes = {};
  let value = '';
  let isValue = false;
  const startValue = () => {
    isValue = true;
  };
  const endValue = () => {
    isValue = false;
  };
  const openers: Parameters<typeof listenTo>[0] = {
    row: ({ r }) => {
      row = r === undefined ? row + 1 : Number(r) - 1;
      column = -1;
    },
    c: (found) => {
      attributes = found;
      column = found.r === undefined ? column + 1 : toColumn(found.r);
      value = '';
    },
    v: startValue,
    t: startValue,
  };
  const closers: Parameters<typeof listenTo>[1] = {
    v: endValue,
    t: endValue,
    c: () => {
      const cell = toCell(value, attributes, context);
      if (cell === '') return;
      if (!(row >= 0 && row < mostRows && column >= 0 && column < mostColumns)) throw new Refusal('too-many-cells');
      const cells = rows[row] ?? [];
      rows[row] = cells;
      cells[column] = cell;
    },
  };
  const text = (words: string) => {
    if (isValue) value += words;
  };
  readXml(bytes, listenTo(openers, closers, text));
  return rows;
}

/** In: the place of a cell, `AB12`. Out: its column from 0. */
function toColumn(place: string): number {
  const [letters = ''] = /^[A-Z]{1,3}/i.exec(place) ?? [];
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

function toCell(value: string, { t: type = 'n', s: style = '0' }: Attributes, context: SheetContext): TableCell {
  if (value === '') return '';
  if (type === 's') return context.texts[Number(value)] ?? '';
  if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE';
  if (type === 'd' && isDay(value.slice(0, 10))) return { day: value.slice(0, 10) };
  const number = Number(value);
  if (type !== 'n' || !Number.isFinite(number)) return unescapeText(value);
  return toShown(number, context.formats[Number(style)] ?? 'number', context.isLater);
}

function toShown(number: number, format: CellFormat, isLater: boolean): TableCell {
  if (format === 'time' && number >= 0) return toClockTime(number);
  const day = format === 'day' ? toWorkbookDay(number, isLater) : undefined;
  return day === undefined ? number : { day };
}

/** Spreadsheets write characters that XML does not have as `_x000D_`. */
export const unescapeText = (text: string): string =>
  cleanCell(text.replaceAll(/_x([0-9A-F]{4})_/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16))));
