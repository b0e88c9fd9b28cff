import { longestCell, mostCells, mostColumns, mostRows, mostTableText } from './reading-limits.ts';
import { Refusal } from './refusal.ts';
import type { TableCell } from './table-reading.ts';

/** Rows as they were found: some shorter, some missing. */
export type FoundRows = readonly (readonly (TableCell | undefined)[] | undefined)[];

/** Keeps account of how much the sheets of one file hold together. */
export interface TableBudget {
  cells: number;
  characters: number;
}

export const createTableBudget = (): TableBudget => ({ cells: mostCells, characters: mostTableText });

/** What nobody types but tab and line end, and halves of a character. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
const unprintable = /[\0-\x08\x0b-\x1f\x7f-\x9f\ufeff\ufffe\uffff]/g;

/** In: the text of a cell. Out: the same without what no field can show, and without space around it. */
export const cleanCell = (text: string): string =>
  text.toWellFormed().replaceAll(/\r\n?/g, '\n').replaceAll(unprintable, '').trim();

/**
 * Makes rows equally long, without empty ones at the end.
 * In: rows as they were found, and what the file may still hold. Out: the rows. Throws a refusal past the limits.
 */
export function finishSheet(rows: FoundRows, budget: TableBudget): readonly (readonly TableCell[])[] {
  const height = 1 + rows.findLastIndex((row) => row?.some(isFilled));
  const width = rows.reduce((most, row) => Math.max(most, 1 + (row?.findLastIndex(isFilled) ?? -1)), 0);
  budget.cells -= height * width;
  if (height > mostRows || width > mostColumns || budget.cells < 0) throw new Refusal('too-many-cells');
  const finished: TableCell[][] = [];
  for (let at = 0; at < height; at += 1)
    finished.push(Array.from({ length: width }, (_, column) => rows[at]?.[column] ?? ''));
  budget.characters -= countCharacters(finished);
  if (budget.characters < 0) throw new Refusal('too-many-cells');
  return finished;
}

const isFilled = (cell: TableCell | undefined) => cell !== undefined && cell !== '';

function countCharacters(rows: readonly (readonly TableCell[])[]): number {
  let sum = 0;
  for (const row of rows)
    for (const cell of row) {
      if (typeof cell !== 'string') continue;
      if (cell.length > longestCell) throw new Refusal('too-many-cells');
      sum += cell.length;
    }
  return sum;
}
