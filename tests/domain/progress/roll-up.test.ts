import { expect, test } from 'vitest';
import { rollUpCoverage, rollUpPromise } from '#domain/progress/compute-progress.ts';
import type { Goal } from '#domain/records/goal.ts';
import {
  createGoal,
  createLogs,
  createMeasurement,
  createPause,
  createVersion,
  idOf,
  municipality,
  police,
  progressOf,
} from '#tests/support/progress-builders.ts';

const unit = 'st';
const asOf = '2026-09-30';
const indicator = { name: 'trygghet', unit: '%', source: 'enkät' };
const effect = createGoal(
  { kind: 'series', direction: 'down', indicator, baseline: { value: 80 }, level: 60 },
  { id: idOf(4), level: 'effect' },
);
const countOf = (value: number, fields: Partial<Goal> = {}) => createGoal({ kind: 'count', value, unit }, fields);
const met = { goal: countOf(1), progress: progressOf(countOf(1), asOf, { logs: createLogs('2026-02-01') }) };
const behind = { goal: countOf(9, { id: idOf(3) }), progress: progressOf(countOf(9, { id: idOf(3) }), asOf) };
const ongoing = createGoal({ kind: 'ongoing', unit }, { id: idOf(5) });
const inWords = { goal: ongoing, progress: progressOf(ongoing, asOf, { logs: createLogs('2026-09-05') }) };

test('a promise says how many of its goals are met, and what they are otherwise', () => {
  const waiting = { goal: effect, progress: progressOf(effect, asOf) };
  const rollUp = rollUpPromise([met, behind, inWords, waiting]);
  expect(rollUp).toEqual({
    met: 1,
    decided: 2,
    total: 4,
    byStatus: { met: 1, behind: 1, unmeasured: 1 },
    effects: { awaiting: 1 },
    withoutFigures: 0,
    unmeasured: 1,
    rescoped: 0,
    disposed: 0,
    dropped: 0,
    onPace: 1,
    needsTalk: [idOf(3)],
  });
  expect(rollUpCoverage(rollUp)).toEqual({ known: 2, of: 2 });
});

test('an effect changes no figure of completion, whatever is measured', () => {
  const withEffect = (value: number) => {
    const progress = progressOf(effect, asOf, {
      measurements: [createMeasurement('2026-05-01', value, { goalId: effect.id })],
    });
    const { effects, needsTalk, total, ...completion } = rollUpPromise([met, behind, { goal: effect, progress }]);
    return { effects, completion };
  };
  expect(withEffect(55).effects).toEqual({ met: 1 });
  expect(withEffect(79).effects).toEqual({ 'not-met': 1 });
  expect(withEffect(55).completion).toEqual(withEffect(79).completion);
});

test('an agreed rescoping comes before everything else, also before a pause and a target that is met', () => {
  const rescoped = { reason: 'nytt läge', decidedBy: [police, municipality], on: '2026-05-01' };
  const goal = countOf(1, { rescoped });
  const situation = { logs: createLogs('2026-02-01'), deviations: [createPause('2026-01-01')] };
  expect(progressOf(goal, '2026-04-30', situation).status).toBe('paused');
  expect(progressOf(goal, '2026-05-01', situation).status).toBe('rescoped');
});

test('a changed target is measured by the version in force, and the signed one stays in sight', () => {
  const [signed, later] = [countOf(4).target, countOf(2).target];
  const goal = createGoal(later, {
    versions: [createVersion(later, '2026-07-01'), createVersion(signed, '2026-01-01')],
  });
  const logs = createLogs('2026-02-01', '2026-03-01');
  expect(progressOf(goal, '2026-06-30', { logs })).toMatchObject({
    target: signed,
    signedTarget: undefined,
    attainment: 0.5,
  });
  expect(progressOf(goal, '2026-07-01', { logs })).toMatchObject({
    target: later,
    signedTarget: signed,
    attainment: 1,
    status: 'met',
  });
});

test('an empty promise rolls up to nothing', () => {
  expect(rollUpPromise([])).toMatchObject({ met: 0, decided: 0, total: 0, needsTalk: [] });
});
