/** The tables of an archive package for who reads them in a spreadsheet. */
import type { StoredRow } from '#domain/operations/operation.ts';
import type { TableName } from '#domain/records/tables.ts';
import { type CodeBookLine, findFieldWords, writeCodeBook } from '#domain/retention/code-book.ts';
import { archiveWords } from './archive-words.ts';
import { type CsvCell, toCsv } from './csv.ts';
import type { CarriedText } from './write-record-file.ts';

/** Characters and rows after which a file is full: below a part's largest size, and opened by any spreadsheet. */
const fullFile = 1_000_000;
const mostRows = 20_000;

interface Column {
  readonly path: string;
  readonly heading: string;
}

/**
 * One table as files. In: its name and rows. Out: CSV with Swedish headings; groups have a column for each of their fields,
 * lists of texts stand in one cell, and what is deeper is written as JSON. None for a table without rows.
 */
export function writeArchiveTables(table: TableName, rows: readonly StoredRow[]): readonly CarriedText[] {
  const columns = listColumns(table);
  const header = columns.map(({ heading }) => heading);
  const lines = rows.map((row) => columns.map(({ path }) => toCell(readPath(row, path))));
  return cutLines(lines).map((part, index): CarriedText => {
    return { name: `${table}-${String(index + 1).padStart(4, '0')}.csv`, text: `${toCsv(header, part)}\r\n` };
  });
}

function cutLines(lines: readonly (readonly CsvCell[])[]): readonly (readonly (readonly CsvCell[])[])[] {
  const parts: (readonly CsvCell[])[][] = [];
  let length = fullFile;
  for (const line of lines) {
    const own = line.reduce<number>((sum, cell) => sum + String(cell).length + 3, 0);
    if (length + own > fullFile || parts.at(-1)?.length === mostRows) {
      parts.push([]);
      length = 0;
    }
    parts.at(-1)?.push(line);
    length += own;
  }
  return parts;
}

function listColumns(table: TableName): readonly Column[] {
  const lines = writeCodeBook().filter((line) => line.table === table);
  const groups = new Set(
    lines.filter(({ type, path }) => type === 'group' && !path.includes('.')).map(({ path }) => path),
  );
  const wanted = lines.filter(({ path }) => {
    const [first = '', ...rest] = path.split('.');
    return groups.has(first) ? rest.length === 1 : rest.length === 0;
  });
  const columns = wanted.map(({ path, words }) => ({ path, heading: toHeading(table, path, words) }));
  const words = findFieldWords(table, 'replacedBy');
  // Which log stands is no field of its own: the device keeps it beside the row.
  return table === 'progressLogs' && words ? [...columns, { path: 'replacedBy', heading: words[0] }] : columns;
}

function toHeading(table: TableName, path: string, words: CodeBookLine['words']): string {
  const [first = ''] = path.split('.');
  const own = words?.[0] ?? path;
  return first === path ? own : `${findFieldWords(table, first)?.[0] ?? first}: ${own}`;
}

function readPath(row: StoredRow, path: string): unknown {
  let value: unknown = row;
  for (const name of path.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
    value = (value as Readonly<Record<string, unknown>>)[name];
  }
  return value;
}

function toCell(value: unknown): CsvCell {
  if (value === undefined || value === null) return '';
  if (typeof value === 'number' || typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? archiveWords.yes : archiveWords.no;
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return value.join(' | ');
  return JSON.stringify(value);
}
