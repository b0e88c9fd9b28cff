/**
 * What somebody who adds and subtracts can find out about hidden cells. Knows nothing of how they were hidden: it looks for
 * another story that would have been printed in the same way, and reads it against what was printed.
 */
import type { ShownTable } from '#domain/progress/hide-small-cells.ts';
import { type Domain, type Equation, solve } from './solve-whole-numbers.ts';

type Table = readonly (readonly number[])[];
/** A value of one cell of one version, totals included. `since` asks for what came to it since the version before. */
export interface Wanted {
  readonly version: number;
  readonly row: number;
  readonly column: number;
  readonly value: number;
  readonly since?: boolean;
}

/** In: a table. Out: with a column and a row of totals. */
export function withTotals(counts: Table): Table {
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const rows = counts.map((row) => [...row, sum(row)]);
  return [...rows, (rows[0] ?? []).map((_, column) => sum(rows.map((row) => row[column] ?? 0)))];
}

/** Looks for stories of versions of a table. In: the versions. Out: a function that says whether some story has the wanted value. */
export function createAttack(versions: readonly ShownTable[]): (wanted: Wanted) => boolean {
  const truths = versions.map(({ counts }) => withTotals(counts));
  // The first version, and what came to it with each later one: whatever any of them may be, nothing becomes less.
  const layers = truths.map((table, index) => combine(table, truths[index - 1], -1));
  const known = new Map<string, Table | undefined>();

  const vary = (layer: number, row: number, column: number, value: number): Table | undefined => {
    if (layers[layer]?.[row]?.[column] === value) return layers[layer];
    const key = [layer, row, column, value].join('/');
    if (!known.has(key)) known.set(key, findOther(layers[layer] ?? [], versions[layer], { row, column, value }));
    return known.get(key);
  };

  return ({ version, row, column, value, since }) =>
    listSplits(
      layers.slice(since ? version : 0, version + 1).map((layer) => layer[row]?.[column] ?? 0),
      value,
    ).some((split) => {
      const first = since ? version : 0;
      const varied = split.map((part, index) => vary(first + index, row, column, part));
      if (varied.some((layer) => layer === undefined)) return false;
      const story = layers.map((layer, index) => varied[index - first] ?? layer);
      return isPrintedAlike(accumulate(story), versions);
    });
}

const combine = (table: Table, other: Table | undefined, sign: number): Table =>
  table.map((cells, row) => cells.map((value, column) => value + sign * (other?.[row]?.[column] ?? 0)));

function accumulate(layers: readonly Table[]): readonly Table[] {
  const tables: Table[] = [];
  for (const layer of layers) tables.push(combine(layer, tables.at(-1), 1));
  return tables;
}

/** Ways to come to another sum: all the difference in one of the parts, or, for small sums, any parts at all. */
function listSplits(parts: readonly number[], total: number): readonly (readonly number[])[] {
  const difference = total - parts.reduce((sum, part) => sum + part, 0);
  const inOne = parts.map((_, changed) => parts.map((part, index) => (index === changed ? part + difference : part)));
  const possible = inOne.filter((split) => split.every((part) => part >= 0));
  return total < 10 ? [...possible, ...listSums(total, parts.length)] : possible;
}

function listSums(total: number, parts: number): readonly (readonly number[])[] {
  if (parts === 1) return [[total]];
  return Array.from({ length: total + 1 }, (_, first) => first).flatMap((first) =>
    listSums(total - first, parts - 1).map((rest) => [first, ...rest]),
  );
}

/** The judge: whole numbers from 0 that add up, show what was shown, and never became less. */
function isPrintedAlike(story: readonly Table[], versions: readonly ShownTable[]): boolean {
  return versions.every(({ cells }, version) => {
    const table = story[version] ?? [];
    const again = withTotals(table.slice(0, -1).map((row) => row.slice(0, -1)));
    return cells.every((line, row) =>
      line.every((cell, column) => {
        const value = table[row]?.[column] ?? -1;
        const before = story[version - 1]?.[row]?.[column] ?? 0;
        const addsUp = again[row]?.[column] === value;
        return addsUp && value >= before && (cell.kind !== 'exact' || cell.value === value);
      }),
    );
  });
}

/** How far from the truth another table is looked for. What is found there is one; to look further could only find more. */
const reach = 12;

/** Another table that differs from the true one in hidden cells only. */
function findOther(truth: Table, shown: ShownTable | undefined, wanted: Omit<Wanted, 'version'>): Table | undefined {
  const domains: Domain[] = [];
  const indexes = truth.map((line, row) =>
    line.map((near, column) => {
      if (shown?.cells[row]?.[column]?.kind === 'exact') return -1;
      const isWanted = row === wanted.row && column === wanted.column;
      const [low, high] = isWanted ? [wanted.value, wanted.value] : [Math.max(0, near - reach), near + reach];
      return domains.push({ low, high, near }) - 1;
    }),
  );
  if ((indexes[wanted.row]?.[wanted.column] ?? -1) === -1) return undefined;
  const solution = solve(domains, listEquations(truth, indexes));
  return (
    solution && truth.map((line, row) => line.map((value, column) => solution[indexes[row]?.[column] ?? -1] ?? value))
  );
}

/** Every row and every column: its cells are its total. */
function listEquations(truth: Table, indexes: Table): readonly Equation[] {
  const turned = (table: Table) => (table[0] ?? []).map((_, column) => table.map((row) => row[column] ?? 0));
  const toEquation = (line: readonly number[], values: readonly number[]): Equation => {
    const hidden = line.map((index, position) => ({ index, position, isTotal: position === line.length - 1 }));
    const open = hidden.filter(({ index }) => index >= 0);
    const total = open.reduce((all, { position, isTotal }) => all + (isTotal ? -1 : 1) * (values[position] ?? 0), 0);
    const pick = (isTotal: boolean) => open.filter((one) => one.isTotal === isTotal).map(({ index }) => index);
    return { plus: pick(false), minus: pick(true), total };
  };
  const lines = [...indexes, ...turned(indexes)];
  const values = [...truth, ...turned(truth)];
  return lines.map((line, position) => toEquation(line, values[position] ?? []));
}
