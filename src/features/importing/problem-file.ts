import { readText } from '#domain/importing/cell.ts';
import type { RowProblem } from '#domain/importing/problems.ts';
import { type ImportState, nameColumn, rowsOf, toRowNumber } from './import-state.ts';

/**
 * The rows with problems as a file that a spreadsheet opens, with what is wrong in the last column: to be mended there
 * and read again. What begins like a formula is defused by the writer.
 * In: the state, the problems, and words. Out: the file.
 */
export async function writeProblemFile(
  state: ImportState,
  problems: readonly RowProblem[],
  say: (problem: RowProblem) => string,
  heads: { readonly row: string; readonly problem: string },
): Promise<Blob> {
  const { toCsv } = await import('#documents/csv.ts');
  const byRow = new Map<number, RowProblem[]>();
  for (const problem of problems) byRow.set(problem.row, [...(byRow.get(problem.row) ?? []), problem]);
  const names = state.columns.map((_, index) => nameColumn(state, index));
  const rows = Array.from(byRow, ([row, own]) => [
    toRowNumber(row),
    ...names.map((_, column) => readText(rowsOf(state)[row]?.[column])),
    [...new Set(own.map(say))].join('; '),
  ]);
  return new Blob([toCsv([heads.row, ...names, heads.problem], rows)], { type: 'text/csv;charset=utf-8' });
}
