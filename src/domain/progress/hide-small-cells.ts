/** Small numbers about people in tables that are printed with their totals, also from one version to the next (guard P5). */
import {
  addTotals,
  at,
  type Counts,
  canDiffer,
  type Flags,
  listPlaces,
  type Place,
  type PrintedTable,
} from './count-table.ts';
import type { MaskedCount } from './small-numbers.ts';

/** A version that people have seen: what was true of its cells, and what was printed. */
export interface ShownTable {
  readonly counts: Counts;
  /** With a column and a row of totals at the end. Never `fewer-than`: to say so much would narrow the others. */
  readonly cells: readonly (readonly MaskedCount[])[];
}

/**
 * Hides every number about people from 1 to below the threshold, and so many others that none of them can be worked out:
 * as far as anybody can tell from rows, columns, totals and all earlier versions, a hidden small number may be anything
 * from 0 to threshold − 1. The same holds for the difference to an earlier version. What was hidden once stays hidden: a
 * neighbour that is shown later would bound it.
 * In: whole numbers ≥ 0 in rows of equal length, without totals; the threshold (3–10); the versions before, oldest first,
 * of the same rows and columns. Out: the table to print. Nothing in it says which cells were hidden for their own sake.
 */
export function hideSmallCells(counts: Counts, threshold: number, earlier: readonly ShownTable[] = []): ShownTable {
  const values = addTotals(counts);
  const changes = earlier.map((version) => toChange(values, addTotals(version.counts)));
  const layers: readonly Layer[] = [{ values, lowest: values.map((row) => row.map(() => 0)) }, ...changes];
  const hiddenBefore = values.map((row, rowIndex) =>
    row.map((_, column) => earlier.some(({ cells }) => cells[rowIndex]?.[column]?.kind !== 'exact')),
  );
  let hidden: Flags = hiddenBefore.map((row, rowIndex) =>
    row.map((was, column) => was || layers.some((layer) => isSmall(layer.values[rowIndex]?.[column], threshold))),
  );
  const state = { layers, hiddenBefore, threshold };
  for (let next = findNext(state, hidden); next !== undefined; next = findNext(state, hidden)) {
    hidden = hide(hidden, next);
  }
  const cells = values.map((row, rowIndex) =>
    row.map(
      (value, column): MaskedCount => (hidden[rowIndex]?.[column] ? { kind: 'withheld' } : { kind: 'exact', value }),
    ),
  );
  return { counts, cells };
}

type Layer = Omit<PrintedTable, 'hidden'>;

const isSmall = (value: number | undefined, threshold: number): boolean =>
  value !== undefined && value !== 0 && Math.abs(value) < threshold;

/**
 * The table of what has come since a version. Where nothing has become less everybody may take it that nothing could;
 * where something has, a cell can have lost all it had.
 */
function toChange(values: Counts, before: Counts): Layer {
  const changes = values.map((row, index) => row.map((value, column) => value - (before[index]?.[column] ?? 0)));
  const onlyGrew = changes.every((row) => row.every((change) => change >= 0));
  return { values: changes, lowest: before.map((row) => row.map((value) => (onlyGrew ? 0 : -value))) };
}

interface State {
  /** The table itself, and what has come since each earlier version. */
  readonly layers: readonly Layer[];
  readonly hiddenBefore: Flags;
  readonly threshold: number;
}

/** The next cell to hide, because one that is hidden is not safe yet; none when all are, or nothing is left to hide. */
function findNext(state: State, hidden: Flags): Place | undefined {
  const [printed] = state.layers;
  for (const layer of state.layers) {
    const isOpen = (place: Place, flags: Flags) => isExposed(state, { ...layer, hidden: flags }, place);
    const exposed = listPlaces(layer.values).find((place) => at(hidden, place) && isOpen(place, hidden));
    if (printed === undefined || exposed === undefined) continue;
    const candidates = rankCandidates({ ...printed, hidden }, exposed);
    const next = candidates.find((place) => !isOpen(exposed, hide(hidden, place))) ?? candidates[0];
    if (next !== undefined) return next;
  }
  return undefined;
}

/**
 * Whether a hidden cell of a layer can be narrowed down. A small one must be free from 0 to threshold − 1. Any other is
 * hidden for its neighbours' sake, and is no cover for them if it can be worked out: what was shown before can only
 * have changed since the last version.
 */
function isExposed({ layers, hiddenBefore, threshold }: State, table: PrintedTable, place: Place): boolean {
  const value = at(table.values, place) ?? 0;
  if (!isSmall(value, threshold)) {
    const isNew = table.values === layers.at(-1)?.values && !at(hiddenBefore, place);
    return isNew && !canDiffer(table, place, 1) && !canDiffer(table, place, -1);
  }
  const furthest = Math.max(value > 0 ? threshold - 1 : 1 - threshold, at(table.lowest, place) ?? 0);
  return !canDiffer(table, place, -value) || !canDiffer(table, place, furthest - value);
}

/** What could be hidden too, the cheapest first: beside the exposed cell, no total, a small number before a large one. */
function rankCandidates({ values, hidden }: PrintedTable, exposed: Place): readonly Place[] {
  const [lastRow, lastColumn] = [values.length - 1, (values[0]?.length ?? 0) - 1];
  const rank = (place: Place): number => {
    const totals = Number(place.row === lastRow) + Number(place.column === lastColumn);
    const isBeside = place.row === exposed.row || place.column === exposed.column;
    // Behind a 0 there is nothing, and people often know where nothing can be.
    const cost = at(values, place) || largest;
    return totals * 4 * largest + (isBeside ? 0 : 2 * largest) + Math.min(cost, largest);
  };
  return listPlaces(values)
    .filter((place) => !at(hidden, place))
    .map((place) => ({ place, rank: rank(place) }))
    .toSorted((left, right) => left.rank - right.rank)
    .map(({ place }) => place);
}

/** More than any count of people here: what weighs more than the size of a cell is a multiple of it. */
const largest = 1e9;

const hide = (hidden: Flags, { row, column }: Place): Flags =>
  hidden.map((cells, rowIndex) => (rowIndex === row ? cells.map((cell, index) => cell || index === column) : cells));
