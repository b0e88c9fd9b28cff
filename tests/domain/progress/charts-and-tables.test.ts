import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '#domain/calendar/day.ts';
import { listPartyBars, listRhythm, plotBurnUp } from '#domain/progress/chart-points.ts';
import { computeProgress, explainProgress } from '#domain/progress/compute-progress.ts';
import { type StandingLog, tallyLogs } from '#domain/progress/contribution.ts';
import {
  tableColumns,
  tabulateBurnUp,
  tabulateExplanation,
  tabulateParties,
  tabulateProgress,
} from '#domain/progress/progress-table.ts';
import { readFigure } from '#domain/progress/read-figure.ts';
import { tallyAsOf } from '#domain/progress/tally.ts';
import type { Goal } from '#domain/records/goal.ts';
import type { Target } from '#domain/records/target.ts';
import { anyDay, anyGoal, anyLogs, anyMeasurements, anyPauses, anyPromise } from '#tests/support/arbitraries.ts';
import {
  activities,
  createContext,
  createGoal,
  createLog,
  createLogs,
  createPromise,
  createVersion,
  municipality,
  police,
  progressOf,
} from '#tests/support/progress-builders.ts';

const unit = 'st';
const count = (value: number): Target => ({ kind: 'count', value, unit });
const plot = (goal: Goal, asOf: string, logs: readonly StandingLog[], promise = createPromise()) =>
  plotBurnUp({
    goal,
    promise,
    asOf,
    measurements: [],
    assessments: [],
    deviations: [],
    byDay: tallyLogs(createContext(goal, promise), logs).byDay,
  });

const anyChart = fc.record({
  goal: anyGoal,
  promise: anyPromise,
  logs: anyLogs,
  asOf: anyDay,
  measurements: anyMeasurements,
  deviations: anyPauses,
});

test('the chart, the card and the table show the same figure', () => {
  fc.assert(
    fc.property(anyChart, ({ goal, promise, logs, ...moment }) => {
      const { byDay } = tallyLogs(createContext(goal, promise), logs);
      const input = { goal, promise, assessments: [], ...moment };
      const card = computeProgress({ ...input, tally: tallyAsOf(byDay, moment.asOf) });
      const chart = plotBurnUp({ ...input, byDay });
      const today = chart.points.find((point) => point.date === moment.asOf);
      if (today) expect(today.value).toBe(readFigure(card.detail).value);
      expect(tabulateBurnUp(chart).rows.map((row) => row.value)).toEqual(chart.points.map((point) => point.value));
    }),
    { numRuns: 150 },
  );
});

test('a chart is in order of date, says nothing about days to come, and is never handed more than 400 points', () => {
  fc.assert(
    fc.property(anyChart, ({ goal, promise, logs, ...moment }) => {
      const { byDay } = tallyLogs(createContext(goal, promise), logs);
      const { points } = plotBurnUp({ goal, promise, assessments: [], ...moment, byDay });
      expect(points.length).toBeLessThanOrEqual(400);
      for (const [index, point] of points.entries()) {
        if (index > 0) expect(point.date > (points[index - 1]?.date ?? '')).toBe(true);
        if (point.date > moment.asOf) expect(point.value).toBeUndefined();
      }
    }),
    { numRuns: 150 },
  );
});

test('few logs are drawn on their days; many are drawn by the week', () => {
  const goal = createGoal(count(5));
  const few = plot(goal, '2026-09-30', createLogs('2026-02-04', '2026-05-06')).points;
  expect(few.map((point) => point.date)).toContain('2026-02-04');
  expect(few.length).toBeLessThanOrEqual(120);
  const daily = Array.from({ length: 273 }, (_, offset) => addDays('2026-01-01', offset));
  const many = plot(goal, '2026-09-30', createLogs(...daily)).points;
  expect(many.length).toBeLessThanOrEqual(60);
  expect(many.find((point) => point.date === '2026-09-30')?.value).toBe(273);
});

test('ten years fit in 400 points', () => {
  const promise = createPromise({ period: { from: '2020-01-01', to: '2029-12-31', basis: '' } });
  const { points } = plot(createGoal(count(5)), '2026-09-30', [], promise);
  expect(points.length).toBeLessThanOrEqual(400);
  expect(points.at(0)?.date).toBe('2020-01-01');
  expect(points.at(-1)?.date).toBe('2029-12-31');
});

test('the band runs from behind to ahead, towards the target in force on each day, and changes are marked', () => {
  const versions = [createVersion(count(12), '2026-01-01'), createVersion(count(24), '2026-07-01', 'utökat')];
  const { points, changes } = plot(createGoal(count(24), { versions }), '2026-09-30', createLogs('2026-02-04'));
  expect(points.find((point) => point.date === '2026-06-28')).toMatchObject({ target: 12, low: 5, value: 1 });
  expect(points.at(-1)).toMatchObject({ date: '2026-12-31', target: 24, low: 24, high: 24 + 2.4, value: undefined });
  expect(changes).toMatchObject([{ date: '2026-07-01', reason: 'utökat', before: count(12), after: count(24) }]);
});

test('a ceiling has room below the band, and a goal without dates no band', () => {
  const ceiling = createGoal({ kind: 'ceiling', value: 10, unit, reportEvery: 'month' });
  expect(plot(ceiling, '2026-06-30', []).points.at(-1)).toMatchObject({ low: 0, high: 10, target: 10 });
  const open = createPromise({ period: { from: '2026-01-01', openEnd: true, basis: '' } });
  const last = plot(createGoal(count(5)), '2026-06-30', createLogs('2026-02-04'), open).points.at(-1);
  expect(last).toMatchObject({ date: '2026-06-30', value: 1 });
  expect(last).not.toHaveProperty('low');
  const unsigned = createPromise({ period: { months: 12, fromSigning: true, basis: '' } });
  expect(plot(createGoal(count(5)), '2026-06-30', [], unsigned).points).toEqual([]);
});

test('a rhythm has one cell per unit that says how it went', () => {
  const goal = createGoal({ kind: 'recurrence', times: 1, per: 'quarter', reading: 'each', unit });
  const cells = listRhythm(progressOf(goal, '2026-08-15', { logs: createLogs('2026-02-04') }));
  expect(cells.map(({ key, state, count: amount }) => [key, state, amount])).toEqual([
    ['Q1', 'met', 1],
    ['Q2', 'short', 0],
    ['Q3', 'running', 0],
    ['Q4', 'coming', 0],
  ]);
  const cut = createPromise({ period: { from: '2026-01-15', to: '2026-12-31', basis: '' } });
  const monthly = createGoal({ kind: 'recurrence', times: 1, per: 'month', reading: 'each', unit });
  expect(listRhythm(progressOf(monthly, '2026-08-15', { promise: cut }))[0]).toMatchObject({ state: 'cut' });
});

test('parties stand in the order of the promise and reconcile to the total', () => {
  const logs = [
    createLog('2026-02-01', { partyIds: [municipality, police] }),
    createLog('2026-02-02', { partyIds: [] }),
  ];
  const { total } = tallyLogs(createContext(createGoal(count(5))), logs);
  const bars = listPartyBars(total, createPromise());
  expect(bars.bars.map((bar) => [bar.name, bar.amount])).toEqual([
    ['Polisen', 1],
    ['Kommunen', 1],
  ]);
  const amounts = tabulateParties(bars).rows.map((row) => row.count);
  expect(amounts).toEqual([1, 1, 1, -1, 2]);
});

test('every kind has a table whose cells are in its columns', () => {
  fc.assert(
    fc.property(anyChart, ({ goal, promise, logs, ...moment }) => {
      const { byDay } = tallyLogs(createContext(goal, promise), logs);
      const input = { goal, promise, activities, assessments: [], ...moment };
      const progress = computeProgress({ ...input, tally: tallyAsOf(byDay, moment.asOf) });
      for (const table of [tabulateProgress(progress), tabulateExplanation(explainProgress(input, logs))]) {
        expect(table.columns.every((column) => tableColumns.includes(column))).toBe(true);
        for (const row of table.rows) expect(table.columns).toEqual(expect.arrayContaining(Object.keys(row)));
      }
    }),
    { numRuns: 150 },
  );
});
