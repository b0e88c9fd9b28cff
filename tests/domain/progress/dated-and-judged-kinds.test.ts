import { expect, test } from 'vitest';
import type { Target, TargetOf } from '#domain/records/target.ts';
import {
  createAssessment,
  createGoal,
  createLog,
  createLogs,
  createMeasurement,
  createShareLog,
  goalId,
  idOf,
  measuresOf,
  patrols,
  progressOf,
  shareFeeds,
} from '#tests/support/progress-builders.ts';

const unit = 'st';
const [first, second, third] = [idOf(501), idOf(502), idOf(503)];
const several = (count: number, date = '2026-02-01') =>
  createLog(date, { quantities: { [measuresOf(patrols).occasions]: count } });
const reaching = (date: string, itemId: string, effort?: string) =>
  createLog(date, { reached: [{ goalId, itemId, ...(effort === undefined ? {} : { effort }) }] });
const ended = '2027-01-01';

const schedule = (slots: TargetOf<'schedule'>['slots']) => createGoal({ kind: 'schedule', slots });

test('a slot is kept by a log on its day or by a moved one that names it, and the exempt are not asked for', () => {
  const goal = schedule([
    { id: first, date: '2026-02-01' },
    { id: second, date: '2026-03-01' },
    { id: third, date: '2026-04-01', exempt: 'lov' },
  ]);
  const logs = [...createLogs('2026-02-01'), reaching('2026-03-05', second)];
  const progress = progressOf(goal, '2026-04-02', { logs });
  expect(progress).toMatchObject({ status: 'met', attainment: 1, detail: { kept: 2, due: 2 } });
  expect(progressOf(goal, '2026-03-03', { logs: createLogs('2026-02-01', '2026-02-20') })).toMatchObject({
    status: 'behind',
    events: 1,
    detail: { kept: 1, due: 2, slots: [{ state: 'kept' }, { state: 'missed' }, { state: 'exempt' }] },
  });
});

test('a day with two slots needs two logs', () => {
  const goal = schedule([
    { id: first, date: '2026-02-01' },
    { id: second, date: '2026-02-01' },
  ]);
  expect(progressOf(goal, '2026-02-01', { logs: createLogs('2026-02-01') }).detail).toMatchObject({
    kept: 1,
    slots: [{ state: 'kept' }, { state: 'today' }],
  });
  const named = [reaching('2026-02-01', first), ...createLogs('2026-02-01')];
  expect(progressOf(goal, '2026-02-01', { logs: named }).status).toBe('met');
});

const members = [first, second, third].map((id) => ({ id, name: id }));

test('a checklist ticks each member once, and the required share decides', () => {
  const all = createGoal({ kind: 'checklist', members });
  const logs = [reaching('2026-02-01', first), reaching('2026-03-01', first), reaching('2026-04-01', second)];
  expect(progressOf(all, '2026-12-20', { logs })).toMatchObject({
    attainment: 2 / 3,
    detail: { ticked: 2, required: 3 },
  });
  const most = createGoal({ kind: 'checklist', members, requiredShare: 0.66 });
  expect(progressOf(most, '2026-12-20', { logs })).toMatchObject({ status: 'met', detail: { required: 2 } });
  expect(progressOf(all, '2026-12-20', { logs: [reaching('2026-02-01', idOf(599))] }).events).toBe(0);
});

test('milestones have whole steps: late the day after, an effort counts where it is allowed, the last one decides', () => {
  const goal = createGoal({
    kind: 'milestone',
    steps: [
      { id: first, name: 'utreda', dueOn: '2026-03-01', allowsEffort: true },
      { id: second, name: 'besluta' },
    ],
  });
  expect(progressOf(goal, '2026-03-01').status).toBe('not-started');
  expect(progressOf(goal, '2026-03-02')).toMatchObject({
    status: 'behind',
    detail: { steps: [{ state: 'late' }, { state: 'open' }] },
  });
  const effort = progressOf(goal, '2026-03-02', {
    logs: [reaching('2026-02-01', first, 'ej möjligt'), reaching('2026-02-02', second, 'ej möjligt')],
  });
  expect(effort).toMatchObject({
    status: 'on-pace',
    attainment: 0.5,
    detail: { steps: [{ state: 'effort' }, { state: 'open' }] },
  });
  expect(progressOf(goal, '2026-03-02', { logs: [reaching('2026-02-01', second)] }).status).toBe('met');
});

test('a share is on pace or behind while the period runs and decided after it', () => {
  const goal = createGoal(
    { kind: 'ratio', share: 0.8, direction: 'at-least', unit, minDenominator: 10 },
    { feeds: shareFeeds },
  );
  const status = (part: number, whole: number, asOf: string) =>
    progressOf(goal, asOf, { logs: [createShareLog('2026-02-01', part, whole)] }).status;
  expect(status(16, 20, '2026-06-30')).toBe('on-pace');
  expect(status(15, 20, '2026-06-30')).toBe('behind');
  expect(status(16, 20, ended)).toBe('met');
  expect(status(15, 20, ended)).toBe('not-met');
  expect(status(8, 9, '2026-06-30')).toBe('no-data');
  expect(status(8, 9, ended)).toBe('unconfirmed');
});

test('at most so large a share is judged the other way', () => {
  const goal = createGoal({ kind: 'ratio', share: 0.2, direction: 'at-most', unit }, { feeds: shareFeeds });
  expect(progressOf(goal, ended, { logs: [createShareLog('2026-02-01', 2, 10)] }).status).toBe('met');
  expect(progressOf(goal, ended, { logs: [createShareLog('2026-02-01', 3, 10)] }).status).toBe('not-met');
});

test('within so many days: all in time, or the stated share of those handled', () => {
  const goal = (requiredShare?: number) =>
    createGoal(
      { kind: 'deadline', withinDays: 7, unit, ...(requiredShare === undefined ? {} : { requiredShare }) },
      { feeds: shareFeeds },
    );
  const logs = [createShareLog('2026-02-01', 9, 10)];
  expect(progressOf(goal(), '2026-06-30', { logs })).toMatchObject({ status: 'behind', attainment: 0.9 });
  expect(progressOf(goal(0.9), '2026-06-30', { logs }).status).toBe('on-pace');
  expect(progressOf(goal(0.9), ended, { logs }).status).toBe('met');
  expect(progressOf(goal(), ended)).toMatchObject({ status: 'no-data', attainment: undefined });
});

test('by a date: kept on the day itself, late after it, and late stays late', () => {
  const goal = createGoal({ kind: 'deadline', by: '2026-06-01', unit });
  expect(progressOf(goal, '2026-06-01', { logs: createLogs('2026-06-01') })).toMatchObject({
    status: 'met',
    attainment: 1,
    detail: { late: false },
  });
  expect(progressOf(goal, '2026-07-01', { logs: createLogs('2026-06-02') })).toMatchObject({
    status: 'not-met',
    attainment: 0,
    detail: { late: true },
  });
  expect(progressOf(goal, '2026-03-01').attainment).toBeUndefined();
});

test('on demand: all handled, or it was said that none came; silence is not an answer', () => {
  const goal = createGoal({ kind: 'on-demand', unit }, { feeds: shareFeeds });
  const nothing = [createLog('2026-02-01', { state: 'nothing-to-report' })];
  expect(progressOf(goal, '2026-06-30').status).toBe('no-data');
  expect(progressOf(goal, ended).status).toBe('unconfirmed');
  expect(progressOf(goal, '2026-06-30', { logs: nothing }).status).toBe('on-pace');
  expect(progressOf(goal, ended, { logs: nothing })).toMatchObject({ status: 'met', attainment: undefined });
  expect(progressOf(goal, '2026-06-30', { logs: [createShareLog('2026-02-01', 3, 4)] })).toMatchObject({
    status: 'behind',
    attainment: 0.75,
  });
  expect(progressOf(goal, ended, { logs: [createShareLog('2026-02-01', 4, 4)] }).status).toBe('met');
});

const series = (fields: Partial<TargetOf<'series'>>): Target => ({
  kind: 'series',
  direction: 'down',
  indicator: { name: 'trygghet', unit: '%', source: 'enkät' },
  ...fields,
});

test('a series is decided by the latest valid measurement: not a preliminary one, not one from before the period, not a later one', () => {
  const goal = createGoal(series({ baseline: { value: 80 }, level: 60 }));
  const measurements = [
    createMeasurement('2025-10-01', 50),
    createMeasurement('2026-09-01', 65),
    createMeasurement('2026-03-01', 59),
    createMeasurement('2026-10-01', 55, { preliminary: true }),
    createMeasurement('2026-12-01', 10),
    createMeasurement('2026-11-01', 10, { goalId: idOf(3) }),
    createMeasurement('2026-11-02', 10, { deletedAt: '2026-11-03' }),
  ];
  const progress = progressOf(goal, '2026-11-21', { measurements });
  expect(progress).toMatchObject({ status: 'not-met', attainment: 0.75, detail: { latest: { value: 65 } } });
  expect(progress.detail.kind === 'series' && progress.detail.points.map((point) => point.value)).toEqual([
    50, 59, 65, 55,
  ]);
});

test('a series without anything to compare with waits; one with a baseline alone is decided by direction', () => {
  const measurements = [createMeasurement('2026-05-01', 70)];
  expect(progressOf(createGoal(series({})), '2026-06-30', { measurements })).toMatchObject({
    status: 'awaiting',
    attainment: undefined,
  });
  expect(progressOf(createGoal(series({ baseline: { value: 80 } })), '2026-06-30', { measurements })).toMatchObject({
    status: 'met',
    attainment: undefined,
  });
  expect(progressOf(createGoal(series({ baseline: { value: 80 }, level: 60 })), ended).status).toBe('awaiting');
});

test('to hold is the share of measurements inside the band, decided by the last one', () => {
  const goal = createGoal(series({ direction: 'hold', band: { low: 40, high: 50 } }));
  const measurements = [createMeasurement('2026-02-01', 45), createMeasurement('2026-05-01', 51)];
  expect(progressOf(goal, '2026-06-30', { measurements })).toMatchObject({ status: 'not-met', attainment: 0.5 });
});

test('a measurement that is overdue is worth talking about', () => {
  const goal = createGoal(series({ baseline: { value: 80 }, level: 60, nextMeasurementOn: '2026-06-01' }));
  expect(progressOf(goal, '2026-06-01').needsTalk).toBe(false);
  expect(progressOf(goal, '2026-06-02').needsTalk).toBe(true);
  expect(progressOf(goal, '2026-06-02', { measurements: [createMeasurement('2026-06-01', 55)] }).needsTalk).toBe(false);
});

test('a goal judged in words is unmeasured until a level is signed, and never becomes a number', () => {
  const rubric = [first, second, third].map((id) => ({ id, name: id }));
  const goal = createGoal({ kind: 'judged', rubric, agreedLevelId: second, evidenceKinds: [] });
  const judged = (levelId: string, asOf: string) =>
    progressOf(goal, asOf, { assessments: [createAssessment('2026-05-01', levelId)] });
  expect(progressOf(goal, ended).status).toBe('unmeasured');
  expect(judged(first, '2026-06-30').status).toBe('unmeasured');
  expect(judged(third, '2026-06-30')).toMatchObject({ status: 'met', attainment: undefined });
  expect(judged(first, ended).status).toBe('not-met');
  expect(judged(third, '2026-04-30').status).toBe('unmeasured');
});

test('ongoing work is a plain count with a sign of life per tertial, and silence is talked about once the tertial is under way', () => {
  const goal = createGoal({ kind: 'ongoing', unit });
  const logs = [several(4, '2026-02-01'), several(2, '2026-06-01')];
  const progress = progressOf(goal, '2026-10-15', { logs });
  expect(progress).toMatchObject({ status: 'unmeasured', attainment: undefined, needsTalk: true });
  expect(progress.detail).toMatchObject({
    count: 6,
    silent: true,
    tertials: [{ count: 4 }, { count: 2 }, { count: 0 }],
  });
  expect(progressOf(goal, '2026-09-02', { logs }).needsTalk).toBe(false);
  expect(progressOf(goal, '2026-08-15', { logs })).toMatchObject({ needsTalk: false, detail: { silent: false } });
});
