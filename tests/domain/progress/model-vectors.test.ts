import { expect, test } from 'vitest';
import { countDays } from '#domain/calendar/day.ts';
import { rollUpPromise } from '#domain/progress/compute-progress.ts';
import { createPaceCurve } from '#domain/progress/pace.ts';
import type { Goal } from '#domain/records/goal.ts';
import { formatShare } from '#domain/wording/numbers.ts';
import {
  createGoal,
  createLog,
  createLogs,
  createMeasurement,
  createPromise,
  createShareLog,
  measuresOf,
  patrols,
  progressOf,
  shareFeeds,
} from '#tests/support/progress-builders.ts';

const unit = 'st';
const year = { from: '2026-01-01', to: '2026-12-31' };
const several = (count: number, date = '2026-02-01') =>
  createLog(date, { quantities: { [measuresOf(patrols).occasions]: count } });
const pooled = (share: number): Goal =>
  createGoal({ kind: 'ratio', share, direction: 'at-least', unit }, { feeds: shareFeeds });

test.each([
  ['2026-09-30', 273],
  ['2026-06-30', 181],
  ['2026-03-31', 90],
])('days: as of %s %i of 365 have passed', (asOf, elapsed) => {
  expect(countDays(year.from, asOf)).toBe(elapsed);
  const frame = createPaceCurve(year, { kind: 'even' }, undefined, [])?.frameOn(asOf);
  expect(frame).toMatchObject({ elapsedDays: elapsed, periodDays: 365, daysLeft: 365 - elapsed });
});

test('pace: 3 of 5 on 30 September is expected 3.74, at risk, with 2 left on 92 days', () => {
  const goal = createGoal({ kind: 'count', value: 5, unit });
  const progress = progressOf(goal, '2026-09-30', { logs: createLogs('2026-02-01', '2026-05-01', '2026-08-01') });
  expect(progress.pace?.exact).toBeCloseTo(3.74, 2);
  expect(progress.pace?.daysLeft).toBe(92);
  expect(progress.status).toBe('at-risk');
});

test('forecast: the same goal ends at 4, between 3 and 6, with a chance of 0.32 to reach 5', () => {
  const goal = createGoal({ kind: 'count', value: 5, unit });
  const { forecast } = progressOf(goal, '2026-09-30', { logs: createLogs('2026-02-01', '2026-05-01', '2026-08-01') });
  expect(forecast).toMatchObject({ median: 4, low: 3, high: 6 });
  expect(forecast?.chance).toBeCloseTo(0.32, 2);
});

test('ceiling: 6 of 10 on 30 June is 60 % used of 49.6 % of the time, at risk', () => {
  const goal = createGoal({ kind: 'ceiling', value: 10, unit, reportEvery: 'month' });
  const progress = progressOf(goal, '2026-06-30', { logs: [several(6)] });
  expect(progress.detail).toMatchObject({ used: 6, usedShare: 0.6 });
  expect(progress.pace?.timeShare).toBeCloseTo(0.496, 3);
  expect(progress.status).toBe('at-risk');
});

test.each([
  [80, 60, 'down', 70, 0.5],
  [80, 60, 'down', 85, -0.25],
  [80, 60, 'down', 55, 1.25],
  [20, 100, 'up', 60, 0.5],
  [20, 100, 'up', 20, 0],
] as const)(
  'level: from %i to %i (%s), measured %i is %d of the way',
  (from, level, direction, measured, attainment) => {
    const indicator = { name: 'trygghet', unit: '%', source: 'enkät' };
    const goal = createGoal({ kind: 'series', direction, indicator, baseline: { value: from }, level });
    const progress = progressOf(goal, '2026-06-30', { measurements: [createMeasurement('2026-05-01', measured)] });
    expect(progress.attainment).toBe(attainment);
  },
);

test('overshoot: 7 of 5 is 1.4 and met', () => {
  const progress = progressOf(createGoal({ kind: 'count', value: 5, unit }), '2026-06-30', { logs: [several(7)] });
  expect(progress.attainment).toBe(1.4);
  expect(progress.status).toBe('met');
  expect(progress.detail).toMatchObject({ sum: 7, value: 5 });
});

test('pooled ratio: 16 of 20 and 1 of 10 are 17 of 30', () => {
  const progress = progressOf(pooled(0.8), '2026-06-30', {
    logs: [createShareLog('2026-02-01', 16, 20), createShareLog('2026-03-01', 1, 10)],
  });
  expect(progress.detail).toMatchObject({ part: 17, whole: 30 });
  expect(progress.attainment).toBeCloseTo(17 / 30, 12);
});

test('recurrence: 3,0,1,1,0,2,1,1,0 with one a month is 9 of 9 on average and 6 of 9 each', () => {
  const counts = [3, 0, 1, 1, 0, 2, 1, 1, 0];
  const logs = counts.flatMap((count, month) =>
    createLogs(...Array.from({ length: count }, () => `2026-0${month + 1}-15`)),
  );
  for (const reading of ['average', 'each'] as const) {
    const progress = progressOf(
      createGoal({ kind: 'recurrence', times: 1, per: 'month', reading, unit }),
      '2026-09-30',
      { logs },
    );
    expect(progress.detail).toMatchObject({ each: { met: 6, due: 9 }, average: { sum: 9, required: 9, perUnit: 1 } });
    expect(progress.attainment).toBe(reading === 'average' ? 1 : 6 / 9);
  }
});

test('roll-up: 200 % and 0 % are 1 of 2 met', () => {
  const goal = createGoal({ kind: 'count', value: 2, unit });
  const rollUp = rollUpPromise([
    { goal, progress: progressOf(goal, '2027-01-01', { logs: [several(4)] }) },
    { goal, progress: progressOf(goal, '2027-01-01') },
  ]);
  expect(rollUp).toMatchObject({ met: 1, decided: 2 });
});

test('missing: 100 %, 50 % and no data are 1 of 3 met, 1 without figures', () => {
  const half = createGoal({ kind: 'count', value: 2, unit });
  const rollUp = rollUpPromise([
    { goal: half, progress: progressOf(half, '2026-06-30', { logs: [several(2)] }) },
    { goal: half, progress: progressOf(half, '2026-06-30', { logs: [several(1)] }) },
    { goal: pooled(0.8), progress: progressOf(pooled(0.8), '2026-06-30') },
  ]);
  expect(rollUp).toMatchObject({ met: 1, decided: 3, withoutFigures: 1 });
});

test('rounding: 0.996 is shown as 99 %', () => {
  expect(formatShare(0.996).replace(/\s/u, ' ')).toBe('99 %');
});

test('due today is not late', () => {
  const goal = createGoal({ kind: 'deadline', by: '2026-06-01', unit });
  expect(progressOf(goal, '2026-06-01').detail).toMatchObject({ late: false });
  expect(progressOf(goal, '2026-06-01').status).toBe('not-started');
  expect(progressOf(goal, '2026-06-02')).toMatchObject({ status: 'behind', detail: { late: true } });
});

test('a ceiling of 0 with nothing reported is unconfirmed at the end, not met', () => {
  const goal = createGoal({ kind: 'ceiling', value: 0, unit, reportEvery: 'tertial' });
  expect(progressOf(goal, '2027-01-01').status).toBe('unconfirmed');
});

test('near miss: 14 of 15 at the end is not met', () => {
  const progress = progressOf(createGoal({ kind: 'count', value: 15, unit }), '2027-01-01', { logs: [several(14)] });
  expect(progress).toMatchObject({ status: 'not-met', periodOver: true, detail: { sum: 14, value: 15 } });
});

test('daily control: 301 in 245 days meets one a day on average at 1.23, and each day is not decided by the sum', () => {
  const period = { from: '2026-05-01', to: '2026-12-31', basis: '' };
  const perDay = (offset: number) => (offset < 56 ? 2 : 1);
  const dates = Array.from({ length: 245 }, (_, offset) => offset).flatMap((offset) => {
    const date = new Date(Date.UTC(2026, 4, 1 + offset)).toISOString().slice(0, 10);
    return Array.from({ length: perDay(offset) }, () => date);
  });
  expect(dates).toHaveLength(301);
  const daily = (reading: 'each' | 'average') =>
    progressOf(createGoal({ kind: 'recurrence', times: 1, per: 'day', reading, unit }), '2027-01-01', {
      promise: { ...createPromise(), period },
      logs: createLogs(...dates.filter((date) => date !== '2026-11-01'), '2026-05-01'),
    });
  const average = daily('average');
  expect(average.status).toBe('met');
  expect(average.detail).toMatchObject({ sum: 301, each: { met: 244, due: 245 } });
  expect(average.detail.kind === 'recurrence' && average.detail.average.perUnit).toBeCloseTo(1.2286, 4);
  const each = daily('each');
  expect(each.status).toBe('not-met');
  expect(each.attainment).toBeCloseTo(244 / 245, 12);
});
