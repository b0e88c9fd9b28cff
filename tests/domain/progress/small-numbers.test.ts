import fc from 'fast-check';
import { expect, test } from 'vitest';
import { maskCells, maskCount, shareFigure } from '#domain/progress/small-numbers.ts';
import { createGoal, createLogs, progressOf } from '#tests/support/progress-builders.ts';

test('one to four people are "fewer than five"; nobody and five are said', () => {
  expect([0, 1, 4, 5].map((value) => maskCount(value, 5).kind)).toEqual(['exact', 'fewer-than', 'fewer-than', 'exact']);
});

test('a single masked cell takes a neighbour with it, so that the total does not give it away', () => {
  expect(maskCells([3, 20, 9], 5).map((cell) => cell.kind)).toEqual(['fewer-than', 'exact', 'withheld']);
  expect(maskCells([3, 4, 9], 5).map((cell) => cell.kind)).toEqual(['fewer-than', 'fewer-than', 'exact']);
  expect(maskCells([20, 9], 5).map((cell) => cell.kind)).toEqual(['exact', 'exact']);
});

test('no cell can be worked out from the total and what is shown', () => {
  const cells = fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 2, maxLength: 5 });
  fc.assert(
    fc.property(cells, fc.integer({ min: 3, max: 6 }), (values, threshold) => {
      const masked = maskCells(values, threshold);
      const hidden = [...masked.keys()].filter((index) => masked[index]?.kind !== 'exact');
      const sum = hidden.reduce((total, index) => total + (values[index] ?? 0), 0);
      const solutions = listSolutions(
        hidden.map((index) => masked[index]?.kind),
        sum,
        threshold,
      );
      for (const [position, index] of hidden.entries()) {
        if (masked[index]?.kind !== 'fewer-than' || hidden.length === values.length) continue;
        expect(new Set(solutions.map((solution) => solution[position])).size).toBeGreaterThan(1);
      }
    }),
  );
});

/** Everything that hidden cells could be, as far as an outsider can tell. */
function listSolutions(kinds: readonly (string | undefined)[], sum: number, threshold: number): readonly number[][] {
  const [kind, ...rest] = kinds;
  if (kind === undefined) return sum === 0 ? [[]] : [];
  const [low, high] = kind === 'fewer-than' ? [1, threshold - 1] : [threshold, sum];
  const values = Array.from({ length: Math.max(0, high - low + 1) }, (_, index) => low + index);
  return values.flatMap((value) => listSolutions(rest, sum - value, threshold).map((solution) => [value, ...solution]));
}

test('others see of a goal about people only whether it is reached', () => {
  const target = { kind: 'count', value: 2, unit: 'personer' } as const;
  const about = createGoal(target, { personRelated: true });
  const after = (...dates: string[]) => progressOf(about, '2026-06-30', { logs: createLogs(...dates) });
  expect(shareFigure(about, after('2026-02-01'))).toEqual({ kind: 'not-yet-reached' });
  expect(shareFigure(about, after('2026-02-01', '2026-03-01'))).toEqual({ kind: 'reached' });
  expect(shareFigure(createGoal(target), after('2026-02-01')).kind).toBe('open');
});
