import fc from 'fast-check';
import { expect, test } from 'vitest';
import { forecastTotal } from '#domain/progress/forecast.ts';
import { createPaceCurve, judgePace, type PaceFrame } from '#domain/progress/pace.ts';
import type { Goal } from '#domain/records/goal.ts';
import { anyPeriod } from '#tests/support/arbitraries.ts';
import {
  createGoal,
  createLog,
  createLogs,
  createPause,
  createPromise,
  idOf,
  measuresOf,
  patrols,
  progressOf,
} from '#tests/support/progress-builders.ts';

const unit = 'st';
const year = { from: '2026-01-01', to: '2026-12-31' };
const countOf = (value: number, fields: Partial<Goal> = {}) => createGoal({ kind: 'count', value, unit }, fields);
const several = (count: number, date = '2026-02-01') =>
  createLog(date, { quantities: { [measuresOf(patrols).occasions]: count } });
const half: PaceFrame = { elapsedDays: 50, periodDays: 100, daysLeft: 50, timeShare: 0.5 };

test('behind is fewer than the whole number expected, and ahead is one or a tenth more than expected', () => {
  expect(judgePace(5, 12, half, 5)).toBe('behind');
  expect(judgePace(6, 12, half, 5)).toBe('on-pace');
  expect(judgePace(7, 12, half, 5)).toBe('on-pace');
  expect(judgePace(8, 12, half, 5)).toBe('ahead');
  expect(judgePace(54, 100, half, 5)).toBe('on-pace');
  expect(judgePace(60, 100, half, 5)).toBe('ahead');
});

test('at risk is not behind, but in need of more than 1.25 times the own rate', () => {
  expect(judgePace(4, 9, half, 5)).toBe('on-pace');
  expect(judgePace(3, 7, half, 5)).toBe('at-risk');
});

test('no pace is claimed before a fifth of the period or three logs, whichever comes first', () => {
  const early: PaceFrame = { elapsedDays: 19, periodDays: 100, daysLeft: 81, timeShare: 0.19 };
  expect(judgePace(0, 100, early, 0)).toBe('not-started');
  expect(judgePace(1, 100, early, 2)).toBe('on-pace');
  expect(judgePace(3, 100, early, 3)).toBe('behind');
  expect(judgePace(0, 100, { ...early, elapsedDays: 20, timeShare: 0.2 }, 0)).toBe('behind');
  expect(judgePace(0, 1, { ...early, elapsedDays: 20, timeShare: 0.2 }, 0)).toBe('at-risk');
});

test('paused days leave both sides: time passed and time in all', () => {
  const pause = createPause('2026-07-01', '2026-08-31');
  const progress = progressOf(countOf(12), '2026-09-30', { logs: [several(9)], deviations: [pause] });
  expect(progress.pace).toMatchObject({ elapsedDays: 273 - 62, periodDays: 365 - 62, daysLeft: 92 });
});

test('a goal rests while a pause covers today, and is judged again after it', () => {
  const pause = (from: string, to?: string) => ({ logs: [several(1)], deviations: [createPause(from, to)] });
  expect(progressOf(countOf(12), '2026-07-15', pause('2026-07-01', '2026-08-31'))).toMatchObject({
    status: 'paused',
    needsTalk: false,
  });
  expect(progressOf(countOf(12), '2026-09-01', pause('2026-07-01', '2026-08-31')).status).toBe('behind');
  expect(progressOf(countOf(12), '2026-09-01', pause('2026-07-01')).status).toBe('paused');
  expect(progressOf(countOf(12), '2027-01-01', pause('2026-07-01')).status).toBe('not-met');
});

test('a pause concerns a goal through the goal, its activity, its focus area or the promise, and nothing else', () => {
  const goal = countOf(12, { focusAreaIds: [idOf(31)] });
  const statusWith = (table: 'goals' | 'activities' | 'focusAreas' | 'promises', id: string, pausesPace = true) =>
    progressOf(goal, '2026-09-01', {
      deviations: [createPause('2026-08-01', '2026-10-01', { refs: [{ table, id }], pausesPace })],
    }).status;
  expect(statusWith('goals', goal.id)).toBe('paused');
  expect(statusWith('activities', patrols)).toBe('paused');
  expect(statusWith('focusAreas', idOf(31))).toBe('paused');
  expect(statusWith('promises', goal.promiseId)).toBe('paused');
  expect(statusWith('goals', idOf(3))).toBe('behind');
  expect(statusWith('goals', goal.id, false)).toBe('behind');
});

test('a rhythm leaves out units that rest for half of their days or more', () => {
  const goal = createGoal({ kind: 'recurrence', times: 1, per: 'month', reading: 'each', unit });
  const logs = createLogs('2026-01-05', '2026-02-05', '2026-03-05', '2026-04-05', '2026-05-05', '2026-06-05');
  const progress = progressOf(goal, '2026-09-10', { logs, deviations: [createPause('2026-07-01', '2026-08-20')] });
  expect(progress).toMatchObject({ status: 'on-pace', detail: { each: { met: 6, due: 6 } } });
});

test('month weights move what is expected to the months that carry the work', () => {
  const weights = [1, 1, 1, 1, 1, 1, 0, 0, 1, 1, 1, 1];
  const plan = createPaceCurve(year, { kind: 'months', weights }, undefined, []);
  expect(plan?.shareOn('2026-06-30')).toBeCloseTo(0.6, 12);
  expect(plan?.shareOn('2026-08-31')).toBeCloseTo(0.6, 12);
  expect(plan?.shareOn('2026-12-31')).toBe(1);
  const progress = progressOf(countOf(10, { pacePlan: { kind: 'months', weights } }), '2026-08-31', {
    logs: [several(6)],
  });
  expect(progress.pace).toMatchObject({ whole: 6 });
  expect(progress.status).toBe('on-pace');
});

test('per term, the days between terms ask for nothing', () => {
  const terms = [
    { name: 'VT', from: '2026-01-12', to: '2026-06-11' },
    { name: 'HT', from: '2026-08-17', to: '2026-12-20' },
  ];
  const goal = countOf(10, { pacePlan: { kind: 'terms' } });
  const expectedOn = (asOf: string) => progressOf(goal, asOf, { promise: createPromise({ terms }) }).pace?.exact;
  expect(expectedOn('2026-08-16')).toBe(expectedOn('2026-06-11'));
  expect(expectedOn('2026-12-20')).toBe(10);
});

test('with every day paused there is no pace', () => {
  const progress = progressOf(countOf(12), '2026-09-30', { deviations: [createPause('2026-01-01', '2026-12-31')] });
  expect(progress).toMatchObject({ pace: undefined, status: 'paused' });
});

test('what is expected never falls and ends at the whole, whatever the plan', () => {
  const plans = fc.oneof(
    fc.constant<Goal['pacePlan']>({ kind: 'even' }),
    fc
      .array(fc.integer({ min: 1, max: 9 }), { minLength: 12, maxLength: 12 })
      .map((weights): Goal['pacePlan'] => ({ kind: 'months', weights })),
  );
  fc.assert(
    fc.property(anyPeriod, plans, fc.nat({ max: 800 }), fc.nat({ max: 800 }), (period, plan, left, right) => {
      const curve = createPaceCurve(period, plan, undefined, []);
      const dayAt = (offset: number) =>
        new Date(Date.parse(period.from) + offset * 86_400_000).toISOString().slice(0, 10);
      const [early, late] = [Math.min(left, right), Math.max(left, right)];
      expect(curve?.shareOn(dayAt(early))).toBeLessThanOrEqual(curve?.shareOn(dayAt(late)) ?? 0);
      expect(curve?.shareOn(period.to)).toBe(1);
    }),
  );
});

test('a forecast waits for enough to go on, and is over with the period', () => {
  expect(progressOf(countOf(5), '2026-02-20', { logs: [several(1)] }).forecast).toBeUndefined();
  expect(
    progressOf(countOf(5), '2026-02-20', { logs: createLogs('2026-02-01', '2026-02-02', '2026-02-03') }).forecast,
  ).toBeDefined();
  expect(progressOf(countOf(5), '2026-12-31', { logs: [several(3)] }).forecast).toBeUndefined();
  expect(progressOf(countOf(5), '2027-01-01', { logs: [several(3)] }).forecast).toBeUndefined();
});

test('a forecast after a quiet start leaves some hope, and one that is met is certain', () => {
  const quiet = forecastTotal(0, 5, half, 0);
  expect(quiet).toMatchObject({ low: 0, median: 0 });
  expect(quiet?.chance).toBeGreaterThan(0);
  expect(quiet?.chance).toBeLessThan(0.05);
  expect(forecastTotal(6, 5, half, 6)?.chance).toBe(1);
});

test('the normal curve stands in for the sum of probabilities within one event and four per cent', () => {
  const [sum, total] = [40, 80];
  const shape = sum + 0.5;
  const probabilities = [0.5 ** shape];
  for (let k = 0; k < 400; k++) probabilities.push((((probabilities[k] ?? 0) * (shape + k)) / (k + 1)) * 0.5);
  const below = (k: number) => probabilities.slice(0, k).reduce((left, right) => left + right, 0);
  const quantile = (share: number) => sum + probabilities.findIndex((_, k) => below(k + 1) >= share);
  const forecast = forecastTotal(sum, total, half, sum);
  expect(Math.abs((forecast?.low ?? 0) - quantile(0.1))).toBeLessThanOrEqual(1);
  expect(Math.abs((forecast?.median ?? 0) - quantile(0.5))).toBeLessThanOrEqual(1);
  expect(Math.abs((forecast?.high ?? 0) - quantile(0.9))).toBeLessThanOrEqual(1);
  expect(Math.abs((forecast?.chance ?? 0) - (1 - below(total - sum)))).toBeLessThan(0.04);
});

test('a goal that was dropped or rescoped has no forecast', () => {
  const logs = createLogs('2026-02-01', '2026-03-01', '2026-04-01');
  expect(progressOf(countOf(5, { status: 'dropped' }), '2026-06-30', { logs }).forecast).toBeUndefined();
  const rescoped = { reason: 'nytt läge', decidedBy: [idOf(11), idOf(12)], on: '2026-05-01' };
  expect(progressOf(countOf(5, { rescoped }), '2026-06-30', { logs }).forecast).toBeUndefined();
});

test('only counts and rhythms on average are forecast', () => {
  const logs = createLogs('2026-02-01', '2026-03-01', '2026-04-01');
  const forecastOf = (goal: Goal) => progressOf(goal, '2026-06-30', { logs }).forecast;
  expect(
    forecastOf(createGoal({ kind: 'recurrence', times: 1, per: 'month', reading: 'average', unit })),
  ).toBeDefined();
  expect(forecastOf(createGoal({ kind: 'recurrence', times: 1, per: 'month', reading: 'each', unit }))).toBeUndefined();
  expect(forecastOf(createGoal({ kind: 'ceiling', value: 9, unit, reportEvery: 'month' }))).toBeUndefined();
  expect(forecastOf(createGoal({ kind: 'count', value: 9, unit, exact: true }))).toBeUndefined();
});
