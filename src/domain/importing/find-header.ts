import { type Cell, foldName, isBlank, type Row, readText } from './cell.ts';
import type { TableKind } from './column-roles.ts';
import { activityHeaders, logHeaders } from './header-words.ts';
import { readDay } from './read-day.ts';

const searched = 15;
const headersOf = { logs: logHeaders, activities: activityHeaders };

/** In: what the table holds and the text of a header. Out: the roles it may name, the whole name before a part of it. */
export function findNamedRoles(
  kind: TableKind,
  header: string,
): readonly { readonly role: string; readonly whole: boolean }[] {
  const name = foldName(header);
  if (name === '') return [];
  const named = headersOf[kind].map(([role, names]) => ({
    role,
    whole: names.includes(name),
    part: names.some((word) => name.startsWith(`${word} `) || name.endsWith(` ${word}`)),
  }));
  return [
    ...named.filter(({ whole }) => whole).map(({ role }) => ({ role, whole: true })),
    ...named.filter(({ whole, part }) => part && !whole).map(({ role }) => ({ role, whole: false })),
  ];
}

/**
 * The row that names the columns: titles and empty rows may stand above it.
 * In: the rows of a sheet and what they hold. Out: its index; -1 when the first row looks like all the others.
 */
export function findHeaderRow(rows: readonly Row[], kind: TableKind): number {
  const scores = rows.slice(0, searched).map((row) => row.filter((cell) => namesColumn(kind, cell)).length);
  const best = Math.max(0, ...scores);
  if (best >= 2 || (best === 1 && scores.indexOf(1) === 0)) return scores.indexOf(best);
  const first = rows.findIndex((row) => !row.every(isBlank));
  return first >= 0 && rows[first]?.every(isHeading) ? first : -1;
}

const namesColumn = (kind: TableKind, cell: Cell): boolean =>
  typeof cell === 'string' && cell.length <= 60 && findNamedRoles(kind, cell).some(({ whole }) => whole);

/** A short text that is neither a number nor a day. */
function isHeading(cell: Cell): boolean {
  const text = readText(cell);
  if (typeof cell !== 'string') return false;
  return (
    text === '' ||
    (text.length <= 60 && !/^[\d\s.,-]+$/u.test(text) && readDay(text, { order: 'day-first' }).kind === 'unread')
  );
}

/** Whether a table of these columns tells of work that was done (it has days) or of what was promised. */
export function guessKind(rows: readonly Row[]): TableKind {
  const days = rows.slice(0, 50).filter((row) => row.some((cell) => isDayCell(cell))).length;
  return days >= Math.max(1, Math.min(rows.length, 50) / 4) ? 'logs' : 'activities';
}

const isDayCell = (cell: Cell): boolean =>
  typeof cell !== 'number' && !isBlank(cell) && readDay(cell, { order: 'day-first' }).kind === 'day';
