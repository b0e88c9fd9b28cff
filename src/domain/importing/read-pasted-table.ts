import type { Row } from './cell.ts';

/** Rows, columns and characters of a cell that are taken at the most: what a file may hold, too. */
const limits = { rows: 50_000, columns: 200, cell: 32_767 } as const;

/**
 * Reads cells copied from a spreadsheet or a document: tabs between cells, lines between rows, quotes around a cell that
 * holds either. Text without tabs is read with semicolons, as a Swedish CSV file.
 * In: what was pasted. Out: rows of equal length, without empty ones at the end; undefined where it is more than an import takes.
 */
export function readPastedTable(text: string): readonly Row[] | undefined {
  const clean = text.replace(/^\ufeff/u, '').replace(/\r\n?/gu, '\n');
  const rows = splitCells(clean, clean.includes('\t') ? '\t' : ';');
  while (rows.length > 0 && rows.at(-1)?.every((cell) => cell.trim() === '')) rows.pop();
  const width = Math.max(0, ...rows.map((row) => row.length));
  const isTooMuch = rows.length > limits.rows || width > limits.columns;
  if (isTooMuch || rows.some((row) => row.some((cell) => cell.length > limits.cell))) return undefined;
  return rows.map((row) => Array.from({ length: width }, (_, index) => row[index]?.trim() ?? ''));
}

function splitCells(text: string, mark: string): string[][] {
  const rows: string[][] = [[]];
  // Quoted, with quotes inside it doubled; or anything up to the next mark.
  const pattern = mark === '\t' ? /"((?:[^"]|"")*)"(?=\t|\n|$)|([^\t\n]*)/y : /"((?:[^"]|"")*)"(?=;|\n|$)|([^;\n]*)/y;
  for (let at = 0; at <= text.length; ) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    const [whole = '', quoted, plain = ''] = match ?? [];
    rows.at(-1)?.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    at += whole.length;
    if (text[at] === '\n') rows.push([]);
    at += 1;
  }
  return rows;
}
