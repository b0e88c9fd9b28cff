import { isDay } from '#domain/calendar/day.ts';
import type { ColumnKind, ReportCell, ReportColumn, ReportTable } from '#domain/report/report.ts';
import type { Language } from '#domain/wording/locale.ts';
import { documentWord } from './document-words.ts';

export type TypedCell =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'day'; readonly day: string };

export interface TypedTable {
  readonly header: readonly string[];
  /** As many cells as the header. */
  readonly rows: readonly (readonly TypedCell[])[];
}

/**
 * A table for those who count on.
 * In: a table of a report. Out: its cells as numbers, days and texts. Where a number's text says more than the number
 * ("5 (+1)"), the column is followed by one with the texts: nothing that the report says is lost on the way.
 */
export function toTypedTable(table: ReportTable, language: Language): TypedTable {
  const columns = table.columns.map((column, index) => {
    const cells = table.rows.map((row) => row[index] ?? { text: '' });
    return { column, cells, worded: column.kind === 'number' && cells.some(saysMore) };
  });
  return {
    header: columns.flatMap(({ column, worded }) => toTitles(column, worded, language)),
    rows: table.rows.map((_, row) =>
      columns.flatMap(({ column, cells, worded }) => {
        const cell = cells[row] ?? { text: '' };
        const typed = toTypedCell(cell, column.kind);
        return worded ? [typed, { kind: 'text' as const, text: cell.text }] : [typed];
      }),
    ),
  };
}

const toTitles = ({ title }: ReportColumn, worded: boolean, language: Language) =>
  worded ? [title, `${title}, ${documentWord('asText', language)}`] : [title];

function toTypedCell({ text, value }: ReportCell, kind: ColumnKind): TypedCell {
  if (kind === 'number' && typeof value === 'number' && Number.isFinite(value)) return { kind: 'number', value };
  if (kind === 'day' && typeof value === 'string' && isDay(value)) return { kind: 'day', day: value };
  return { kind: 'text', text };
}

/** Whether the text holds anything besides the number itself, as exactly as it is written. */
function saysMore({ text, value }: ReportCell): boolean {
  if (typeof value !== 'number' || text === '') return false;
  const plain = text
    .replace(/[\s\u00a0\u202f]/g, '')
    .replace('\u2212', '-')
    .replace(',', '.');
  if (!/^-?\d+(\.\d+)?$/.test(plain)) return true;
  const decimals = plain.split('.')[1]?.length ?? 0;
  return Math.abs(Number(plain) - value) > 0.5 * 10 ** -decimals + Number.EPSILON;
}
