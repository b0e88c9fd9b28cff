import { describe, expect, test } from 'vitest';
import { compareSizes } from './compare-sizes.ts';
import { type Figure, findMedian, findShare, holds, mustBe, mustRatio, summarize } from './figure.ts';
import { countRepetitions, parseOptions } from './options.ts';
import { printFigure } from './print-figures.ts';
import { interleave } from './repeat.ts';

const figure: Figure = {
  job: 'b',
  name: 'save',
  logs: 1000,
  unit: 'ms',
  values: [4, 2, 9],
  floor: { name: 'floor', values: [2, 1, 3] },
};

describe('a figure', () => {
  test('is compared repetition by repetition', () => {
    expect(summarize(figure)).toEqual({
      median: 4,
      min: 2,
      max: 9,
      ratio: 2,
      ratioMin: 2,
      ratioMax: 3,
      ratioOfMinima: 2,
    });
  });

  test('holds by its median, unless the least values say otherwise by more than a quarter', () => {
    const summary = { median: 4, min: 1, max: 9, ratio: 1.2, ratioOfMinima: 1.5 };

    expect(holds(mustRatio(1.3), summary)).toBe(true);
    expect(holds(mustRatio(1.3), { ...summary, ratioOfMinima: 1.7 })).toBe(false);
    expect(holds(mustRatio(1.1), summary)).toBe(false);
    expect(holds(mustBe(4), summary)).toBe(true);
    expect(holds(mustBe(3), summary)).toBe(false);
  });

  test('without a floor has no ratio, and a ratio that is asked for does not hold', () => {
    const summary = summarize({ values: [1] });

    expect(summary.ratio).toBeUndefined();
    expect(holds(mustRatio(2), summary)).toBe(false);
  });

  test('is printed with its ratio, its floor and its verdict', () => {
    const { line, failedMusts } = printFigure({ ...figure, limits: [mustRatio(1.3)] });

    expect(line).toContain('× 2.00 (2.00–3.00; minima 2.00) of floor');
    expect(line).toContain('✗ must ≤ × 1.3');
    expect(failedMusts).toBe(1);
  });

  test('is set beside the same on the smallest device', () => {
    const [growth] = compareSizes([figure, { ...figure, logs: 10_000, values: [8, 4, 18] }]);

    expect(growth?.floor?.name).toBe('the same with 1,000 logs');
    expect(growth && summarize(growth).ratio).toBe(2);
    expect(compareSizes([figure])).toEqual([]);
  });
});

test('medians and shares are values that were measured, or lie between two of them', () => {
  expect(findMedian([3, 1, 2])).toBe(2);
  expect(findMedian([4, 1, 2, 3])).toBe(2.5);
  expect(findShare([5, 1, 4, 2, 3], 0.95)).toBe(5);
  expect(findShare([1, 2], 0.5)).toBe(1);
});

test('every variant has its turn in every repetition, and another one goes first each time', async () => {
  const order: string[] = [];
  const note = (name: string) => async () => order.push(name);

  const values = await interleave(2, { app: note('app'), floor: note('floor') });

  expect(order).toEqual(['app', 'floor', 'floor', 'app']);
  expect(values).toEqual({ app: [1, 4], floor: [2, 3] });
});

describe('the options', () => {
  test('are all jobs at all sizes unless some are named', () => {
    expect(parseOptions([])).toMatchObject({ logs: [1000, 10_000, 100_000, 200_000], repetitions: 5, peers: false });
    expect(parseOptions(['--peers']).peers).toBe(true);
    expect(parseOptions(['--jobs', 'a,b', '--logs', '1000,10000'])).toMatchObject({
      jobs: ['a', 'b'],
      logs: [1000, 10_000],
    });
  });

  test('that cannot be are refused', () => {
    expect(() => parseOptions(['--jobs', 'x'])).toThrow('There is no job "x"');
    expect(() => parseOptions(['--logs', 'many'])).toThrow('not a whole number');
  });

  test('give large devices fewer repetitions', () => {
    const options = parseOptions([]);

    expect([1000, 100_000].map((logs) => countRepetitions(options, logs))).toEqual([5, 3]);
  });
});
