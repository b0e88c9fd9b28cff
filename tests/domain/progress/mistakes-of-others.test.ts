/** Mistakes that other follow-up systems make in this arithmetic. Each test says what goes wrong there and holds here. */
import { expect, test } from 'vitest';
import { toStockholmDay } from '#domain/calendar/stockholm-day.ts';
import { unitsOf } from '#domain/calendar/unit.ts';
import { computeProgress, explainProgress, rollUpCoverage, rollUpPromise } from '#domain/progress/compute-progress.ts';
import { contribute, tallyLogs } from '#domain/progress/contribution.ts';
import { counters } from '#domain/progress/counters.ts';
import { maskCount } from '#domain/progress/small-numbers.ts';
import { emptyTally, tallyAsOf } from '#domain/progress/tally.ts';
import type { Goal } from '#domain/records/goal.ts';
import { parseRecord } from '#domain/records/parse-record.ts';
import { targetSchema } from '#domain/records/target.ts';
import {
  activities,
  createContext,
  createGoal,
  createLog,
  createLogs,
  createMeasurement,
  createPromise,
  createShareLog,
  idOf,
  measuresOf,
  patrols,
  progressOf,
  shareFeeds,
} from '#tests/support/progress-builders.ts';

const unit = 'st';
const quantity = measuresOf(patrols).first;
const several = (count: number, date = '2026-02-01') =>
  createLog(date, { quantities: { [measuresOf(patrols).occasions]: count } });
const countOf = (value: number, fields: Partial<Goal> = {}) => createGoal({ kind: 'count', value, unit }, fields);
const ceilingOf = (value: number) => createGoal({ kind: 'ceiling', value, unit, reportEvery: 'month' });
const shareGoal = createGoal({ kind: 'ratio', share: 0.8, direction: 'at-least', unit }, { feeds: shareFeeds });
const indicator = { name: 'trygghet', unit: '%', source: 'enkät' };
const levelGoal = (from: number, level: number) =>
  createGoal({ kind: 'series', direction: level > from ? 'up' : 'down', indicator, baseline: { value: from }, level });
const measured = (goal: Goal, value: number) =>
  progressOf(goal, '2026-06-30', { measurements: [createMeasurement('2026-05-01', value)] });

test('a: 40 % stays 40 %, and a figure of zero is a figure', () => {
  expect(progressOf(countOf(5), '2026-06-30', { logs: [several(2)] }).attainment).toBe(0.4);
  expect(progressOf(countOf(5), '2026-06-30', { logs: [several(0)] }).attainment).toBe(0);
  expect(maskCount(0, 5)).toEqual({ kind: 'exact', value: 0 });
});

test('b: the share is value ÷ target, and what is expected is target × time', () => {
  const progress = progressOf(countOf(4), '2026-07-02', { logs: [several(1)] });
  expect(progress.attainment).toBe(1 / 4);
  expect(progress.pace?.exact).toBeCloseTo((4 * 183) / 365, 12);
});

test('c: the label and the share are made of the same logs', () => {
  const logs = [
    several(3),
    createLog('2026-03-01', { review: 'returned' }),
    createLog('2026-03-02', { state: 'planned' }),
  ];
  const progress = progressOf(countOf(6), '2026-06-30', { logs });
  expect(progress.detail).toMatchObject({ sum: 3, value: 6 });
  expect(progress.attainment).toBe(3 / 6);
});

test('d: a reported 0 is not the same as nothing reported', () => {
  const goal = countOf(5, { feeds: [{ activityId: patrols, measureId: quantity }] });
  const context = createContext(goal);
  expect(contribute(context, createLog('2026-02-01', { quantities: { [quantity]: 0 } }))).toMatchObject({
    kind: 'counts',
    amount: 0,
  });
  expect(contribute(context, createLog('2026-02-01'))).toEqual({
    kind: 'excluded',
    reason: 'no-quantity',
    tally: emptyTally,
  });
});

test('e: a falling goal is measured from its baseline, not as value ÷ target', () => {
  expect(measured(levelGoal(80, 60), 70).attainment).toBe(0.5);
});

test('f: a denominator of zero is no data, not 0 %', () => {
  const progress = progressOf(shareGoal, '2026-06-30', { logs: [createShareLog('2026-02-01', 0, 0)] });
  expect(progress.attainment).toBeUndefined();
  expect(progress.status).toBe('no-data');
});

test('g: a falling goal is fully reached at 0, and standing still is 0 %', () => {
  expect(measured(levelGoal(10, 5), 0)).toMatchObject({ attainment: 2, status: 'met' });
  expect(measured(levelGoal(80, 60), 80).attainment).toBe(0);
});

test('h: there is one formula: the roll-up reads the same status that the card shows', () => {
  const goal = levelGoal(80, 60);
  const progress = measured(goal, 58);
  expect(progress.status).toBe('met');
  expect(rollUpPromise([{ goal, progress }]).met).toBe(1);
});

test('i: one calendar decides when a period is over: the last day is in it, midnight in Stockholm ends it', () => {
  expect(progressOf(countOf(5), toStockholmDay('2026-12-31T22:59:00Z')).periodOver).toBe(false);
  expect(progressOf(countOf(5), toStockholmDay('2026-12-31T23:01:00Z')).periodOver).toBe(true);
});

test('j: 70 of 60 is 117 %, for the whole period and for any day of it', () => {
  for (const asOf of ['2026-06-30', '2026-12-31', '2027-06-01']) {
    expect(progressOf(countOf(60), asOf, { logs: [several(70)] }).attainment).toBeCloseTo(70 / 60, 12);
  }
});

test('k: a baseline that equals the level is refused, and to hold is offered', () => {
  const target = { kind: 'series', direction: 'up', indicator, baseline: { value: 50 }, level: 50 };
  expect(parseRecord(targetSchema, target)).toEqual({
    kind: 'invalid',
    issues: [{ path: 'level', code: 'baseline-equals-level' }],
  });
  const held = createGoal({
    kind: 'series',
    direction: 'hold',
    indicator,
    baseline: { value: 50 },
    band: { low: 45, high: 55 },
  });
  expect(measured(held, 50)).toMatchObject({ attainment: 1, status: 'met' });
});

test('l: a goal without a weight does not vanish: the roll-up counts goals and weighs none', () => {
  const weighted = countOf(1, { weight: 1 });
  const rollUp = rollUpPromise([
    { goal: weighted, progress: progressOf(weighted, '2026-06-30') },
    { goal: countOf(1), progress: progressOf(countOf(1), '2026-06-30', { logs: [several(1)] }) },
  ]);
  expect(rollUp).toMatchObject({ met: 1, decided: 2 });
});

test('m: what is stored is raw: below 0 and above 1 are kept', () => {
  expect(measured(levelGoal(80, 60), 85).attainment).toBe(-0.25);
  expect(progressOf(countOf(2), '2026-06-30', { logs: [several(3)] }).attainment).toBe(1.5);
});

test('n: a weight of exactly 1 is no magic value', () => {
  const rollUps = [undefined, 1, 2].map((weight) => {
    const goal = countOf(2, weight === undefined ? {} : { weight });
    return rollUpPromise([{ goal, progress: progressOf(goal, '2026-06-30', { logs: [several(1)] }) }]);
  });
  expect(rollUps[1]).toEqual(rollUps[0]);
  expect(rollUps[2]).toEqual(rollUps[0]);
});

test('o: missing data follow one rule: they are in the denominator, and the coverage says so', () => {
  const rollUp = rollUpPromise([
    { goal: shareGoal, progress: progressOf(shareGoal, '2026-06-30') },
    { goal: countOf(1), progress: progressOf(countOf(1), '2026-06-30', { logs: [several(1)] }) },
  ]);
  expect(rollUp).toMatchObject({ met: 1, decided: 2, withoutFigures: 1 });
  expect(rollUpCoverage(rollUp)).toEqual({ known: 1, of: 2 });
});

test('p: nothing computed is stored with the goal: a log that is withdrawn leaves no trace in the figure', () => {
  const log = several(3);
  const before = progressOf(countOf(5), '2026-06-30', { logs: [several(1), log] });
  const after = progressOf(countOf(5), '2026-06-30', {
    logs: [several(1), { ...log, replacedBy: idOf(77) }, { ...log, withdrawn: true }],
  });
  expect(before.detail).toMatchObject({ sum: 4 });
  expect(after.detail).toMatchObject({ sum: 1 });
});

test('q: a dropped goal stays as not delivered until both parties rescope it, and then leaves the denominator', () => {
  const done = { goal: countOf(1), progress: progressOf(countOf(1), '2026-06-30', { logs: [several(1)] }) };
  const dropped = countOf(5, { status: 'dropped', statusReason: 'ej aktuellt' });
  const oneParty = { ...dropped, rescoped: { reason: 'ej aktuellt', decidedBy: [idOf(11)], on: '2026-03-01' } };
  const both = { ...dropped, rescoped: { reason: 'ej aktuellt', decidedBy: [idOf(11), idOf(12)], on: '2026-03-01' } };
  const rollUp = (goal: Goal) =>
    rollUpPromise([done, { goal, progress: progressOf(goal, '2026-06-30', { logs: [several(9)] }) }]);
  expect(rollUp(dropped)).toMatchObject({ met: 1, decided: 2, dropped: 1, byStatus: { 'not-met': 1 } });
  expect(rollUp(oneParty)).toMatchObject({ met: 1, decided: 2, dropped: 1 });
  expect(rollUp(both)).toMatchObject({ met: 1, decided: 1, dropped: 0, rescoped: 1 });
});

test('r: what is due today is not late this morning', () => {
  const slots = [{ id: idOf(501), date: '2026-06-01' }];
  const steps = [{ id: idOf(502), name: 'plan', dueOn: '2026-06-01' }];
  const goals = [
    createGoal({ kind: 'deadline', by: '2026-06-01', unit }),
    createGoal({ kind: 'schedule', slots }),
    createGoal({ kind: 'milestone', steps }),
    createGoal({ kind: 'recurrence', times: 1, per: 'day', reading: 'each', unit }),
  ];
  const until = createLogs(...unitsOf({ from: '2026-01-01', to: '2026-05-31' }, 'day').map((day) => day.key));
  for (const goal of goals) {
    const logs = goal.target.kind === 'recurrence' ? until : [];
    expect(progressOf(goal, '2026-06-01', { logs }).status).not.toBe('behind');
    expect(progressOf(goal, '2026-06-02', { logs }).status).toBe('behind');
  }
});

test('s: a year has the weeks and months that it has, not twelve times four', () => {
  const logs = createLogs(...unitsOf({ from: '2026-01-01', to: '2026-12-31' }, 'week').map((week) => week.from));
  const weekly = progressOf(
    createGoal({ kind: 'recurrence', times: 1, per: 'week', reading: 'each', unit }),
    '2027-01-01',
    { logs },
  );
  expect(weekly).toMatchObject({ status: 'met', detail: { each: { met: 51, due: 51 } } });
  expect(weekly.detail.kind === 'recurrence' && weekly.detail.units).toHaveLength(53);
});

test('t: a ceiling that nobody reported on is not kept by silence', () => {
  expect(progressOf(ceilingOf(3), '2027-01-01').status).toBe('unconfirmed');
  const months = unitsOf({ from: '2026-01-01', to: '2026-12-31' }, 'month');
  const logs = months.map((month) => createLog(month.from, { state: 'nothing-to-report' }));
  expect(progressOf(ceilingOf(3), '2027-01-01', { logs }).status).toBe('met');
  expect(progressOf(ceilingOf(3), '2027-01-01', { logs: logs.slice(1) }).status).toBe('unconfirmed');
});

test('u: what a log says and what it counts are separate: no number means "skipped" or "nothing"', () => {
  const goal = countOf(5);
  const nothing = contribute(
    createContext(goal),
    createLog('2026-02-01', { state: 'nothing-to-report', quantities: { [measuresOf(patrols).occasions]: 3 } }),
  );
  expect(nothing).toMatchObject({ kind: 'excluded', reason: 'nothing-to-report' });
  expect(nothing.tally[counters.sum]).toBeUndefined();
});

test('v: a goal that nothing has arrived for is not started or without data, never 0 % of something', () => {
  expect(progressOf(shareGoal, '2026-02-01')).toMatchObject({ status: 'no-data', attainment: undefined });
  expect(progressOf(levelGoal(80, 60), '2026-06-30')).toMatchObject({ status: 'awaiting', attainment: undefined });
  expect(progressOf(countOf(5), '2026-02-01').status).toBe('not-started');
});

test('w: baselines and levels of 0 and changes of sign need no trick', () => {
  expect(measured(levelGoal(0, 10), 5).attainment).toBe(0.5);
  expect(measured(levelGoal(10, 0), 5).attainment).toBe(0.5);
  expect(measured(levelGoal(-5, 5), 0).attainment).toBe(0.5);
});

test('x: a half-filled log gives no share, and a requirement of 0 is a requirement', () => {
  const half = createLog('2026-02-01', { quantities: { [quantity]: 16 } });
  expect(contribute(createContext(shareGoal), half)).toMatchObject({ kind: 'excluded', reason: 'no-quantity' });
  expect(progressOf(shareGoal, '2026-06-30', { logs: [half] })).toMatchObject({
    status: 'no-data',
    attainment: undefined,
  });
  expect(progressOf(ceilingOf(0), '2026-06-30', { logs: [several(1)] }).status).toBe('broken');
});

test('y: a log dated in the future does not count today, and the status is what the comparison says', () => {
  const goal = countOf(1);
  const promise = createPromise();
  const logs = createLogs('2026-12-01');
  const input = { goal, promise, activities, measurements: [], assessments: [], deviations: [], asOf: '2026-11-21' };
  expect(explainProgress(input, logs).excluded).toMatchObject([{ reason: 'future' }]);
  const tally = tallyAsOf(tallyLogs(createContext(goal, promise), logs).byDay, input.asOf);
  expect(computeProgress({ ...input, tally })).toMatchObject({ status: 'at-risk', detail: { sum: 0 } });
  expect(progressOf(goal, '2027-01-01').status).toBe('not-met');
});
