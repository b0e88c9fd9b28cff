import { expect, test } from 'vitest';
import { createSeededRandom } from '#domain/examples/seeded-random.ts';
import { hideSmallCells, type ShownTable } from '#domain/progress/hide-small-cells.ts';
import { createAttack, withTotals } from '#tests/support/attack-tables.ts';

const show = ({ cells }: ShownTable) =>
  cells.map((row) => row.map((cell) => (cell.kind === 'exact' ? String(cell.value) : '·')).join(' '));

test('a table without small numbers is printed as it is, with its totals', () => {
  expect(
    show(
      hideSmallCells(
        [
          [20, 0],
          [7, 30],
        ],
        5,
      ),
    ),
  ).toEqual(['20 0 20', '7 30 37', '27 30 57']);
});

test('a small number takes so many neighbours with it that neither row, column nor total gives it away', () => {
  expect(
    show(
      hideSmallCells(
        [
          [3, 20, 9],
          [12, 8, 30],
          [25, 40, 7],
        ],
        5,
      ),
    ),
  ).toEqual(['· 20 · 32', '· 8 · 50', '25 40 7 72', '40 68 46 154']);
});

test('a small total is hidden, too', () => {
  const { cells } = hideSmallCells(
    [
      [1, 2],
      [30, 40],
    ],
    5,
  );
  expect(cells[0]?.map(({ kind }) => kind)).toEqual(['withheld', 'withheld', 'withheld']);
});

test('two more people since the last version are not shown by a new version', () => {
  const first = hideSmallCells(
    [
      [20, 30],
      [40, 50],
    ],
    5,
  );
  const second = hideSmallCells(
    [
      [22, 30],
      [40, 60],
    ],
    5,
    [first],
  );
  expect(show(first)).toEqual(['20 30 50', '40 50 90', '60 80 140']);
  expect(second.cells[0]?.[0]?.kind).toBe('withheld');
  expect(createAttack([first, second])({ version: 1, row: 0, column: 0, value: 20 })).toBe(true);
});

test('what was hidden once stays hidden, since a neighbour that is shown later would bound it', () => {
  const first = hideSmallCells(
    [
      [3, 7],
      [20, 30],
    ],
    5,
  );
  const second = hideSmallCells(
    [
      [23, 27],
      [40, 50],
    ],
    5,
    [first],
  );
  expect(second.cells[0]?.[0]?.kind).toBe('withheld');
});

interface Finding {
  readonly hidden: number;
  readonly recovered: number;
}

/** Looks for every small number, every small difference between two versions, and every other hidden cell. */
function attack(versions: readonly ShownTable[], threshold: number): Finding {
  const isPossible = createAttack(versions);
  const truths = versions.map(({ counts }) => withTotals(counts));
  const small = Array.from({ length: threshold - 1 }, (_, index) => index + 1);
  const isSmall = (value: number) => value > 0 && value < threshold;
  const findings = truths.flatMap((table, version) =>
    table.flatMap((line, row) =>
      line.flatMap((value, column): boolean[] => {
        const place = { version, row, column };
        const change = value - (truths[version - 1]?.[row]?.[column] ?? 0);
        const changes =
          version > 0 && isSmall(change)
            ? [small.every((one) => isPossible({ ...place, value: one, since: true }))]
            : [];
        if (isSmall(value)) return [...changes, small.every((one) => isPossible({ ...place, value: one }))];
        if (versions[version]?.cells[row]?.[column]?.kind === 'exact') return changes;
        return [...changes, [value + 1, value - 1].some((one) => one >= 0 && isPossible({ ...place, value: one }))];
      }),
    ),
  );
  return { hidden: findings.length, recovered: findings.filter((isSafe) => !isSafe).length };
}

/** Mostly small numbers, as they are where few people live. */
function drawTables(seed: number): { readonly threshold: number; readonly versions: readonly number[][][] } {
  const random = createSeededRandom(seed);
  const draw = (most: number) => Math.floor(random() * (most + 1));
  const [rows, columns, threshold] = [1 + draw(2), 1 + draw(3), 3 + draw(3)];
  const drawCount = () => draw([0, threshold, 40, 40][draw(3)] ?? 0);
  const first = Array.from({ length: rows }, () => Array.from({ length: columns }, drawCount));
  if (seed % 2 === 0) return { threshold, versions: [first] };
  const grow = (table: number[][]) => table.map((row) => row.map((value) => value + (random() < 0.5 ? 0 : draw(9))));
  const second = grow(first);
  return { threshold, versions: seed % 4 === 1 ? [first, second] : [first, second, grow(second)] };
}

function publish(versions: readonly number[][][], threshold: number): readonly ShownTable[] {
  const shown: ShownTable[] = [];
  for (const counts of versions) shown.push(hideSmallCells(counts, threshold, shown));
  return shown;
}

test('of 10,000 random tables and their later versions no hidden number is found by anybody who adds and subtracts', () => {
  let hidden = 0;
  const found: number[] = [];
  for (let seed = 1; seed <= 10_000; seed += 1) {
    const { threshold, versions } = drawTables(seed);
    const result = attack(publish(versions, threshold), threshold);
    hidden += result.hidden;
    if (result.recovered > 0) found.push(seed);
  }
  expect(found).toEqual([]);
  expect(hidden).toBeGreaterThan(50_000);
}, 300_000);

test('the same attack finds them where only the small numbers themselves are hidden', () => {
  const hideOnlySmall = (counts: readonly (readonly number[])[], threshold: number): ShownTable => {
    const { cells } = hideSmallCells(counts, 0);
    return {
      counts,
      cells: cells.map((row) =>
        row.map((cell) =>
          cell.kind === 'exact' && cell.value > 0 && cell.value < threshold ? { kind: 'withheld' } : cell,
        ),
      ),
    };
  };
  const seeds = Array.from({ length: 300 }, (_, index) => index + 1);
  const broken = seeds.filter((seed) => {
    const { threshold, versions } = drawTables(seed);
    return (
      attack(
        versions.map((counts) => hideOnlySmall(counts, threshold)),
        threshold,
      ).recovered > 0
    );
  });
  expect(broken.length).toBeGreaterThan(150);
});
