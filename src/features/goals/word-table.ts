import { isDay } from '#domain/calendar/day.ts';
import type { ProgressTable, TableColumn } from '#domain/progress/progress-table.ts';
import { formatDateWithYear } from '#domain/wording/days.ts';
import type { Language } from '#domain/wording/locale.ts';
import { formatNumber, formatShare } from '#domain/wording/numbers.ts';
import { columnWord, wordCell } from '#domain/wording/table-words.ts';
import type { FigureTable } from '#ui/figure.tsx';

const numericColumns: ReadonlySet<TableColumn> = new Set([
  'count',
  'required',
  'value',
  'target',
  'unsure',
  'part',
  'whole',
  'share',
  'expected-low',
  'expected-high',
  'answers',
]);

/** In: the rows behind a figure. Out: the same for people: named columns, Swedish numbers, dates in words. */
export function toFigureTable(table: ProgressTable, language: Language): FigureTable {
  const columns = listFilled(table);
  return {
    columns: columns.map((column) => ({
      key: column,
      label: columnWord(column, language),
      numeric: numericColumns.has(column),
    })),
    rows: table.rows.map((row, index) => ({
      key: String(index),
      cells: columns.map((column) => sayCell(column, wordCell(column, row[column], language), language)),
    })),
  };
}

export interface PlainTable {
  readonly header: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

/** The same for a file: numbers stay numbers and days stay days, so that they can be counted with. */
export function toPlainTable(table: ProgressTable, language: Language): PlainTable {
  return {
    header: table.columns.map((column) => columnWord(column, language)),
    rows: table.rows.map((row) => table.columns.map((column) => cutDecimals(wordCell(column, row[column], language)))),
  };
}

/** As many decimals as the page prints, so that page and file say the same; shares keep enough to be percentages. */
const cutDecimals = (cell: string | number) => (typeof cell === 'number' ? Number(cell.toFixed(4)) : cell);

/** A column without a single value says nothing beside a chart. */
const listFilled = ({ columns, rows }: ProgressTable): readonly TableColumn[] =>
  columns.filter((column) => rows.some((row) => row[column] !== undefined));

function sayCell(column: TableColumn, cell: string | number, language: Language): string {
  if (column === 'share' && typeof cell === 'number') return formatShare(cell);
  if (typeof cell === 'number') return formatNumber(cell);
  return isDay(cell) ? formatDateWithYear(cell, language) : cell;
}
