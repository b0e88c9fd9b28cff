import { expect, test } from 'vitest';
import { unitsOf } from '#domain/calendar/unit.ts';
import {
  createGoal,
  createLog,
  createLogs,
  createPromise,
  idOf,
  measuresOf,
  patrols,
  progressOf,
} from '#tests/support/progress-builders.ts';

const unit = 'st';
const several = (count: number, date = '2026-02-01') =>
  createLog(date, { quantities: { [measuresOf(patrols).occasions]: count } });
const ended = '2027-01-01';

test('exactly: as many is met, more is broken, fewer at the end is not met', () => {
  const goal = createGoal({ kind: 'count', value: 2, unit, exact: true });
  expect(progressOf(goal, '2026-06-30', { logs: [several(2)] }).status).toBe('met');
  expect(progressOf(goal, '2026-06-30', { logs: [several(3)] }).status).toBe('broken');
  expect(progressOf(goal, ended, { logs: [several(1)] }).status).toBe('not-met');
});

test('a ceiling holds, is broken as soon as it is passed, and a limit of 0 has no used share', () => {
  const ceiling = (value: number) => createGoal({ kind: 'ceiling', value, unit, reportEvery: 'month' });
  expect(progressOf(ceiling(10), '2026-06-30', { logs: [several(2)] }).status).toBe('holding');
  expect(progressOf(ceiling(10), '2026-02-02', { logs: [several(11)] }).status).toBe('broken');
  expect(progressOf(ceiling(0), '2026-06-30').status).toBe('holding');
  const broken = progressOf(ceiling(0), '2026-06-30', { logs: [several(1)] });
  expect(broken).toMatchObject({ status: 'broken', detail: { usedShare: undefined } });
  expect(broken.attainment).toBeUndefined();
});

test('a ceiling counts the units that were reported, by a log or by "nothing to report"', () => {
  const goal = createGoal({ kind: 'ceiling', value: 9, unit, reportEvery: 'quarter' });
  const logs = [several(1, '2026-02-01'), createLog('2026-05-01', { state: 'nothing-to-report' })];
  expect(progressOf(goal, '2026-09-30', { logs }).detail).toMatchObject({ used: 1, reported: 2, due: 3 });
});

test('a ceiling is proven only when every activity that feeds it has reported', () => {
  const other = idOf(22);
  const feeds = [patrols, other].map((activityId) => ({ activityId, measureId: measuresOf(activityId).occasions }));
  const goal = createGoal({ kind: 'ceiling', value: 9, unit, reportEvery: 'tertial' }, { feeds });
  const report = (activityIds: string[]) =>
    ['2026-01-10', '2026-05-10', '2026-09-10'].map((date) =>
      createLog(date, { state: 'nothing-to-report', activityIds }),
    );
  expect(progressOf(goal, ended, { logs: report([patrols]) }).status).toBe('unconfirmed');
  expect(progressOf(goal, ended, { logs: [...report([patrols]), ...report([other])] }).status).toBe('met');
  expect(progressOf(goal, ended, { logs: report([patrols, other]) }).status).toBe('met');
});

const monthly = (reading: 'each' | 'average', times = 1) =>
  createGoal({ kind: 'recurrence', times, per: 'month', reading, unit });

test('each month: one missed month is behind, and only all of them is met', () => {
  expect(progressOf(monthly('each'), '2026-01-20').status).toBe('not-started');
  expect(progressOf(monthly('each'), '2026-02-20', { logs: createLogs('2026-01-05') }).status).toBe('on-pace');
  expect(progressOf(monthly('each'), '2026-03-01', { logs: createLogs('2026-01-05') }).status).toBe('behind');
  const all = createLogs(...unitsOf({ from: '2026-01-01', to: '2026-12-31' }, 'month').map((month) => month.from));
  expect(progressOf(monthly('each'), ended, { logs: all }).status).toBe('met');
  expect(progressOf(monthly('each'), ended, { logs: all.slice(1) })).toMatchObject({
    status: 'not-met',
    attainment: 11 / 12,
  });
});

test('on average a busy month helps a quiet one, and the running month adds at once', () => {
  const progress = progressOf(monthly('average'), '2026-06-10', {
    logs: [several(5, '2026-01-05'), several(1, '2026-06-09')],
  });
  expect(progress.detail).toMatchObject({ average: { sum: 6, required: 5, perUnit: 1 }, each: { met: 1, due: 5 } });
  expect(progress.status).toBe('on-pace');
  expect(progressOf(monthly('average'), '2026-06-10', { logs: [several(12)] }).status).toBe('met');
});

test('units cut by the edge of the period inform and do not decide; without a whole one there are no data', () => {
  const promise = createPromise({ period: { from: '2026-01-15', to: '2026-03-15', basis: '' } });
  const logs = createLogs('2026-01-20', '2026-03-10');
  const progress = progressOf(monthly('each'), '2026-04-01', { promise, logs });
  expect(progress).toMatchObject({ status: 'not-met', detail: { sum: 2, each: { met: 0, due: 1 } } });
  const short = createPromise({ period: { from: '2026-01-15', to: '2026-02-15', basis: '' } });
  expect(progressOf(monthly('each'), '2026-02-01', { promise: short, logs })).toMatchObject({
    status: 'no-data',
    attainment: undefined,
  });
});

test('a month in which somebody said "nothing" is known to be 0; a silent one is only silent', () => {
  const logs = [
    createLog('2026-01-31', { state: 'nothing-to-report' }),
    several(0, '2026-02-10'),
    several(2, '2026-03-01'),
  ];
  const { detail } = progressOf(monthly('each'), '2026-05-01', { logs });
  const units = detail.kind === 'recurrence' ? detail.units.slice(0, 4) : [];
  expect(units.map(({ count, reported }) => [count, reported])).toEqual([
    [0, true],
    [0, true],
    [2, true],
    [0, false],
  ]);
});

test('without dates there is no pace and no verdict, only what has been counted', () => {
  const promise = createPromise({ period: { months: 12, fromSigning: true, basis: 'ett år' } });
  const progress = progressOf(createGoal({ kind: 'count', value: 5, unit }), '2026-06-30', {
    promise,
    logs: createLogs('2026-02-01'),
  });
  expect(progress).toMatchObject({
    period: undefined,
    pace: undefined,
    forecast: undefined,
    status: 'on-pace',
    periodOver: false,
  });
  expect(progressOf(createGoal({ kind: 'count', value: 5, unit }), '2026-06-30', { promise }).status).toBe(
    'not-started',
  );
  expect(progressOf(monthly('each'), '2026-06-30', { promise, logs: createLogs('2026-02-01') })).toMatchObject({
    status: 'on-pace',
    detail: { sum: 1, units: [] },
  });
});

test('with an open end the units run until today', () => {
  const promise = createPromise({ period: { from: '2026-01-01', openEnd: true, basis: 'tills vidare' } });
  const progress = progressOf(monthly('each'), '2026-03-10', { promise, logs: createLogs('2026-01-02', '2026-02-02') });
  expect(progress).toMatchObject({ status: 'on-pace', attainment: 1, detail: { each: { met: 2, due: 2 } } });
});
