import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { scaleBullet } from '#ui/bullet-scale.ts';
import { findTop, toBurnUpRows } from '#ui/burn-up-rows.ts';
import { monthTicks, timeTicks, toDayNumber, toDayText } from '#ui/chart-days.ts';
import { wrapText } from '#ui/figure-sheet.ts';
import { toHeatLevel } from '#ui/rhythm-strip.tsx';
import { findRange } from '#ui/series-scale.ts';
import { stepFrom } from '#ui/stepper.tsx';
import { thinPoints } from '#ui/thin-points.ts';
import { placeParts } from '#ui/track-bar.tsx';
import { weekNumber } from '#ui/week-number.ts';

describe('a bullet bar', () => {
  test('puts the target at the end and the waiting part after the confirmed', () => {
    expect(scaleBullet({ value: 6, waiting: 3, target: 12, expected: 9 })).toEqual({
      value: 50,
      waiting: 25,
      target: 100,
      expected: 75,
      beyond: false,
    });
  });

  test('is full and marked when there is more than the target', () => {
    expect(scaleBullet({ value: 7, target: 5 })).toMatchObject({ value: 100, target: 100, beyond: true });
  });

  test('stays empty for a target of nothing without dividing by it', () => {
    expect(scaleBullet({ value: 0, target: 0 })).toMatchObject({ value: 0, target: 0, beyond: false });
  });

  test('never leaves its track', () => {
    const amount = fc.double({ min: 0, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(amount, amount, fc.option(amount), fc.option(amount), (value, waiting, target, expected) => {
        const scale = scaleBullet({ value, waiting, target, expected });
        expect(scale.value + scale.waiting).toBeLessThanOrEqual(100 + 1e-9);
        for (const share of [scale.value, scale.waiting, scale.target ?? 0, scale.expected ?? 0]) {
          expect(share).toBeGreaterThanOrEqual(0);
          expect(share).toBeLessThanOrEqual(100);
        }
      }),
    );
  });
});

describe('a burn-up', () => {
  const period = { from: '2026-01-01', to: '2026-12-31', today: '2026-11-21' };

  test('starts at nothing on the first day and is carried on to today', () => {
    const rows = toBurnUpRows({ ...period, points: [{ day: '2026-03-02', value: 2 }] });
    expect(rows).toEqual([
      { day: toDayNumber('2026-01-01'), value: 0 },
      { day: toDayNumber('2026-03-02'), value: 2, event: true },
      { day: toDayNumber('2026-11-21'), value: 2 },
    ]);
  });

  test('is carried on to the end when the period is over', () => {
    const rows = toBurnUpRows({ ...period, today: '2027-02-01', points: [] });
    expect(rows.at(-1)).toEqual({ day: toDayNumber('2026-12-31'), value: 0 });
  });

  test('keeps an event of the first day and one of today', () => {
    const points = [
      { day: period.from, value: 1 },
      { day: period.today, value: 2 },
    ];
    expect(toBurnUpRows({ ...period, points }).map((row) => row.event)).toEqual([true, true]);
  });

  test('has what waits on top of its solid line, from the day it was logged', () => {
    const points = [
      { day: '2026-03-02', value: 2 },
      { day: '2026-10-02', value: 2, waiting: 1 },
    ];
    expect(toBurnUpRows({ ...period, points })).toEqual([
      { day: toDayNumber('2026-01-01'), value: 0 },
      { day: toDayNumber('2026-03-02'), value: 2, total: 2, event: true },
      { day: toDayNumber('2026-10-02'), value: 2, total: 3, waits: true },
      { day: toDayNumber('2026-11-21'), value: 2, total: 3 },
    ]);
  });

  test('has its top above everything drawn', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1e7, noNaN: true }), (target) => {
        expect(findTop([], [target])).toBeGreaterThan(target);
      }),
    );
  });

  test('draws at most 120 points and keeps the first and the last', () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { maxLength: 2000 }), (points) => {
        const thinned = thinPoints(points);
        expect(thinned.length).toBe(Math.min(points.length, 120));
        expect([thinned.at(0), thinned.at(-1)]).toEqual([points.at(0), points.at(-1)]);
      }),
    );
  });
});

describe('an axis', () => {
  test('goes through days and back', () => {
    expect(toDayText(toDayNumber('2026-02-28') + 1)).toBe('2026-03-01');
  });

  test('marks the first of every month, thinned for a narrow screen', () => {
    expect(monthTicks('2026-01-15', '2026-05-31').map(toDayText)).toEqual([
      '2026-02-01',
      '2026-03-01',
      '2026-04-01',
      '2026-05-01',
    ]);
    expect(monthTicks('2026-01-01', '2026-12-31', 6)).toHaveLength(6);
  });

  test('marks years once each when it spans several', () => {
    expect(timeTicks('2022-01-01', '2026-12-31', 12, 'sv-SE').map((tick) => tick.label)).toEqual([
      '2022',
      '2023',
      '2024',
      '2025',
      '2026',
    ]);
  });

  test('has round ends that hold every value', () => {
    expect(findRange([34, 20, 26]).ticks).toEqual([20, 25, 30, 35]);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -10_000, max: 10_000 }), { minLength: 1, maxLength: 20 }), (values) => {
        const { low, high } = findRange(values);
        expect(low).toBeLessThanOrEqual(Math.min(...values));
        expect(high).toBeGreaterThanOrEqual(Math.max(...values));
        expect(high).toBeGreaterThan(low);
      }),
    );
  });
});

test('parts of a bar follow each other and end at its edge', () => {
  const parts = [
    { key: 'a', share: 0.75, look: 'value' },
    { key: 'b', share: 0.5, look: 'late' },
    { key: 'c', share: 0.1, look: 'late' },
  ] as const;
  expect(placeParts(parts)).toEqual([
    { key: 'a', look: 'value', start: 0, length: 75 },
    { key: 'b', look: 'late', start: 75, length: 25 },
  ]);
});

test('a rhythm has four steps above nothing', () => {
  expect([0, 1, 2, 3, 4, 5].map((count) => toHeatLevel(count, 2))).toEqual([0, 1, 2, 3, 3, 4]);
});

test('a step never leaves the range, and starts somewhere useful from an empty field', () => {
  expect([stepFrom(null, 1, 0, undefined), stepFrom(null, -1, 0, undefined), stepFrom(null, 1, 3, undefined)]).toEqual([
    1, 0, 3,
  ]);
  expect([stepFrom(0, -1, 0, 9), stepFrom(9, 1, 0, 9), stepFrom(4, 1, 0, 9)]).toEqual([0, 9, 5]);
});

test('weeks are ISO weeks: 2026 has 53, and New Year 2027 belongs to the last of them', () => {
  expect(['2026-11-21', '2026-12-31', '2027-01-01', '2027-01-04', '2024-12-30'].map(weekNumber)).toEqual([
    47, 53, 53, 1, 1,
  ]);
  expect([weekNumber(''), weekNumber('2026-13-40'), weekNumber('i går')]).toEqual([null, null, null]);
});

test('a long sentence is broken between words', () => {
  expect(wrapText('sju av tolv är gjorda', 11)).toEqual(['sju av tolv', 'är gjorda']);
});
