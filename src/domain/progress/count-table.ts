/** A table of counts with its totals, and how far a hidden cell of it could be from what it is. */

/** Whole numbers, rows of equal length. */
export type Counts = readonly (readonly number[])[];
export type Flags = readonly (readonly boolean[])[];
export interface Place {
  readonly row: number;
  readonly column: number;
}

/** In: the cells of a table. Out: the same with a column and a row of totals at the end, as it is printed. */
export function addTotals(counts: Counts): Counts {
  const rows = counts.map((row) => [...row, sum(row)]);
  const width = (counts[0]?.length ?? 0) + 1;
  return [...rows, Array.from({ length: width }, (_, column) => sum(rows.map((row) => row[column] ?? 0)))];
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** In: a table. Out: the places of its cells, totals included, row by row. */
export const listPlaces = (counts: Counts): readonly Place[] =>
  counts.flatMap((cells, row) => cells.map((_, column) => ({ row, column })));

export const at = <T>(rows: readonly (readonly T[])[], { row, column }: Place): T | undefined => rows[row]?.[column];

/** A table as it is printed: values with totals, which of them nobody is told, and how low a hidden one could be. */
export interface PrintedTable {
  readonly values: Counts;
  readonly hidden: Flags;
  readonly lowest: Counts;
}

/**
 * Whether a hidden cell could as well be so much more, or less, as far as the printed totals tell.
 * In: the table, a hidden cell of it, and a whole number, below 0 for less. Out: whether other hidden cells can make up for it.
 *
 * Rows and columns are places and every cell a pipe between two of them, a total running backwards: that what is printed
 * adds up means that nothing is lost in any place. To change a cell is then to send the difference back by other hidden
 * pipes; and since such a network has a solution in whole numbers wherever it has one at all, the answer is exact.
 */
export function canDiffer(table: PrintedTable, place: Place, amount: number): boolean {
  const { values, lowest } = table;
  const own = (at(values, place) ?? 0) + amount;
  if (own < (at(lowest, place) ?? 0)) return false;
  const pipes = listPipes(table);
  const changed = pipes.find((pipe) => pipe.place.row === place.row && pipe.place.column === place.column);
  if (changed === undefined) return amount === 0;
  const others = pipes.filter((pipe) => pipe !== changed);
  const [from, to] = amount > 0 ? [changed.to, changed.from] : [changed.from, changed.to];
  return send(others, from, to, Math.abs(amount));
}

interface Pipe {
  readonly place: Place;
  readonly from: number;
  readonly to: number;
  /** How much less could run through it. More can always. */
  spare: number;
}

function listPipes({ values, hidden, lowest }: PrintedTable): readonly Pipe[] {
  const lastRow = values.length - 1;
  const lastColumn = (values[0]?.length ?? 0) - 1;
  return listPlaces(values)
    .filter((place) => at(hidden, place))
    .map((place) => {
      const [ofRow, ofColumn] = [place.row, values.length + place.column];
      const isBackwards = (place.row === lastRow) !== (place.column === lastColumn);
      const [from, to] = isBackwards ? [ofColumn, ofRow] : [ofRow, ofColumn];
      return { place, from, to, spare: (at(values, place) ?? 0) - (at(lowest, place) ?? 0) };
    });
}

/** Sends an amount from one place to another through pipes, each way taken as full as it can be. */
function send(pipes: readonly Pipe[], from: number, to: number, amount: number): boolean {
  let left = amount;
  while (left > 0) {
    const way = findWay(pipes, from, to);
    if (way === undefined) return false;
    const most = Math.min(left, ...way.map((step) => (step.isForward ? left : step.pipe.spare)));
    for (const { pipe, isForward } of way) pipe.spare += isForward ? most : -most;
    left -= most;
  }
  return true;
}

interface Step {
  readonly pipe: Pipe;
  readonly isForward: boolean;
}

function findWay(pipes: readonly Pipe[], from: number, to: number): readonly Step[] | undefined {
  const ways = new Map<number, readonly Step[]>([[from, []]]);
  const queue = [from];
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    if (next === to) return ways.get(to);
    for (const { step, end } of listSteps(pipes, next)) {
      if (ways.has(end)) continue;
      ways.set(end, [...(ways.get(next) ?? []), step]);
      queue.push(end);
    }
  }
  return undefined;
}

function listSteps(pipes: readonly Pipe[], from: number): readonly { readonly step: Step; readonly end: number }[] {
  const forward = pipes.filter((pipe) => pipe.from === from);
  const back = pipes.filter((pipe) => pipe.to === from && pipe.spare > 0);
  return [
    ...forward.map((pipe) => ({ step: { pipe, isForward: true }, end: pipe.to })),
    ...back.map((pipe) => ({ step: { pipe, isForward: false }, end: pipe.from })),
  ];
}
