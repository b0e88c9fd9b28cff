/** A cell of a table as it was read from a file or pasted. An empty cell is an empty text. */
import type { Day } from '#domain/calendar/day.ts';

export type Cell = string | number | { readonly day: Day };
export type Row = readonly Cell[];

/** In: a cell. Out: what it says as text, without spaces around it. A formula is text like any other. */
export function readText(cell: Cell | undefined): string {
  if (cell === undefined) return '';
  if (typeof cell === 'object') return cell.day;
  if (typeof cell === 'number') return String(cell).replace('.', ',');
  return cell.replace(/[\s\u00a0\u202f]+/gu, ' ').trim();
}

export const isBlank = (cell: Cell | undefined): boolean => readText(cell) === '';

/** In: a text that names something. Out: the same for every way of writing it: case, spaces and signs do not matter. */
export const foldName = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
