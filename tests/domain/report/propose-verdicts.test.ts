import { expect, test } from 'vitest';
import type { Activity } from '#domain/records/activity.ts';
import type { Goal } from '#domain/records/goal.ts';
import type { Target } from '#domain/records/target.ts';
import { proposeActivityVerdict, proposeVerdicts } from '#domain/report/propose-verdicts.ts';
import type { ActivityWork } from '#domain/report/report-input.ts';
import {
  activities,
  createGoal,
  createLog,
  createLogs,
  createMeasurement,
  idOf,
  measuresOf,
  patrols,
  progressOf,
  type Situation,
} from '../../support/progress-builders.ts';

const fifteen: Target = { kind: 'count', value: 15, unit: 'kontroller' };
const afterwards = '2027-01-10';
const days = (count: number) =>
  Array.from({ length: count }, (_, index) => `2026-02-${String(index + 1).padStart(2, '0')}`);
const patrolled = (count: number): Situation => ({ logs: createLogs(...days(count)) });
const series: Target = {
  kind: 'series',
  direction: 'up',
  indicator: { name: 'trygghet', unit: '%', source: 'enkät' },
  baseline: { value: 60 },
  level: 65,
  nextMeasurementOn: '2027-03-01',
};

interface Case {
  readonly name: string;
  readonly target: Target;
  readonly fields?: Partial<Goal>;
  readonly situation?: Situation;
  readonly asOf?: string;
  readonly expected: readonly [implementation: string | undefined, attainment: string | undefined];
  readonly judgedFrom?: string;
}

const activityLevel = { level: 'activity' } as const;

const cases: readonly Case[] = [
  { name: '15 of 15', target: fifteen, situation: patrolled(15), expected: [undefined, 'met'] },
  {
    name: '15 of 15 of the work itself',
    target: fifteen,
    fields: activityLevel,
    situation: patrolled(15),
    expected: ['done', 'met'],
  },
  { name: '14 of 15', target: fifteen, situation: patrolled(14), expected: [undefined, 'not-met'] },
  {
    name: '14 of 15 of the work itself',
    target: fifteen,
    fields: activityLevel,
    situation: patrolled(14),
    expected: ['partly', 'not-met'],
  },
  { name: 'none of 15 of the work itself', target: fifteen, fields: activityLevel, expected: ['not-done', 'not-met'] },
  {
    name: '14 of 15 before the end',
    target: fifteen,
    fields: activityLevel,
    situation: patrolled(14),
    asOf: '2026-11-21',
    expected: ['cannot-be-judged-yet', 'cannot-be-judged-yet'],
    judgedFrom: '2026-12-31',
  },
  {
    name: '15 of 15 before the end',
    target: fifteen,
    situation: patrolled(15),
    asOf: '2026-11-21',
    expected: [undefined, 'met'],
  },
  {
    name: 'a measurement that is still to come',
    target: series,
    expected: [undefined, 'cannot-be-judged-yet'],
    judgedFrom: '2027-03-01',
  },
  {
    name: 'a level that was measured',
    target: series,
    situation: { measurements: [createMeasurement('2026-11-01', 66)] },
    expected: [undefined, 'met'],
  },
  {
    name: 'a level that was not reached',
    target: series,
    situation: { measurements: [createMeasurement('2026-11-01', 64)] },
    expected: [undefined, 'not-met'],
  },
  {
    name: 'a ceiling that nobody reported on',
    target: { kind: 'ceiling', value: 3, unit: 'fall', reportEvery: 'month' },
    expected: [undefined, 'cannot-be-judged-yet'],
  },
  {
    name: 'a ceiling that was broken early',
    target: { kind: 'ceiling', value: 3, unit: 'fall', reportEvery: 'month' },
    situation: patrolled(4),
    asOf: '2026-03-01',
    expected: [undefined, 'not-met'],
  },
  {
    name: 'a goal in words that nobody has judged',
    target: {
      kind: 'judged',
      rubric: [
        { id: idOf(91), name: 'låg' },
        { id: idOf(92), name: 'hög' },
      ],
      agreedLevelId: idOf(92),
      evidenceKinds: [],
    },
    expected: [undefined, undefined],
  },
  {
    name: 'a goal without a number',
    target: { kind: 'ongoing', unit: 'gånger' },
    fields: activityLevel,
    situation: patrolled(3),
    expected: [undefined, undefined],
  },
  {
    name: 'a goal that was dropped',
    target: fifteen,
    fields: { status: 'dropped', statusReason: 'Ingen tid' },
    situation: patrolled(3),
    asOf: '2026-06-01',
    expected: [undefined, 'not-met'],
  },
  {
    name: 'a goal that both parties took out',
    target: fifteen,
    fields: { status: 'dropped', rescoped: { reason: 'Stängt', decidedBy: [idOf(11), idOf(12)], on: '2026-05-01' } },
    expected: [undefined, undefined],
  },
];

test.each(cases)(
  '$name is proposed as $expected',
  ({ target, fields, situation, asOf = afterwards, expected, judgedFrom }) => {
    const goal = createGoal(target, fields);
    const proposal = proposeVerdicts({ goal, progress: progressOf(goal, asOf, situation), language: 'sv' });
    expect([proposal.implementation, proposal.attainment]).toEqual(expected);
    expect(proposal.judgedFrom).toBe(judgedFrom);
    expect(proposal.reason).toMatch(/\.$/);
  },
);

test('a near miss is told with its figure and with what was missing', () => {
  const goal = createGoal(fifteen);
  const { reason } = proposeVerdicts({ goal, progress: progressOf(goal, afterwards, patrolled(14)), language: 'sv' });
  expect(reason).toBe('14 av 15. Ej nått, 1 fattades.');
});

test('the reason about a goal about people is the same whatever its number is', () => {
  const goal = createGoal(fifteen, { personRelated: true });
  for (const asOf of ['2026-11-21', afterwards]) {
    const [few, many] = [3, 14].map((count) =>
      proposeVerdicts({ goal, progress: progressOf(goal, asOf, patrolled(count)), language: 'sv' }),
    );
    expect(few).toEqual(many);
  }
});

const [patrol] = activities;
if (!patrol) throw new Error('No activity');
const workOf = (done: number): ActivityWork => ({
  activityId: patrols,
  done,
  byMonth: [],
  byOutcomes: [],
  lateReported: 0,
});

const proposeFor = (fields: Partial<Activity>, done: number, logged: number, periodOver = true) => {
  const goal = createGoal(fifteen, activityLevel);
  const progress = progressOf(goal, periodOver ? afterwards : '2026-11-21', patrolled(logged));
  return proposeActivityVerdict({
    activity: { ...patrol, ...fields },
    work: workOf(done),
    goals: [{ goal, progress }],
    periodOver,
    language: 'sv',
  });
};

test.each([
  ['finished by its own account', { status: 'done' }, 3, 3, true, 'done'],
  ['dropped', { status: 'dropped', statusReason: 'Ingen tid' }, 3, 3, true, 'not-done'],
  ['under way, with the promised number', { status: 'ongoing' }, 15, 15, true, 'done'],
  ['under way, with fewer than promised', { status: 'ongoing' }, 14, 14, true, 'partly'],
  ['under way, with nothing logged', { status: 'ongoing' }, 0, 0, true, 'cannot-be-judged-yet'],
  ['planned, with nothing logged', { status: 'planned' }, 0, 0, true, 'not-done'],
  ['under way while the period runs', { status: 'ongoing' }, 15, 15, false, 'cannot-be-judged-yet'],
  [
    'taken out by both parties',
    { status: 'dropped', rescoped: { reason: 'Stängt', decidedBy: [], on: '' } },
    0,
    0,
    true,
    undefined,
  ],
] as const)('an activity %s is proposed accordingly', (_, fields, done, logged, periodOver, expected) => {
  expect(proposeFor(fields as Partial<Activity>, done, logged, periodOver).implementation).toBe(expected);
});

test('how often an activity was done is not told where that is the number of people', () => {
  const goal = createGoal(fifteen, {
    personRelated: true,
    feeds: [{ activityId: patrols, measureId: measuresOf(patrols).occasions }],
  });
  const { reason } = proposeActivityVerdict({
    activity: patrol,
    work: workOf(3),
    goals: [{ goal, progress: progressOf(goal, afterwards, { logs: [createLog('2026-02-01')] }) }],
    periodOver: true,
    language: 'sv',
  });
  expect(reason).not.toMatch(/\d/);
});
