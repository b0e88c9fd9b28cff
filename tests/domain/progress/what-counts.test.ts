import { expect, test } from 'vitest';
import { explainProgress } from '#domain/progress/compute-progress.ts';
import { contribute, contributeToGoals, type StandingLog, tallyLogs } from '#domain/progress/contribution.ts';
import { counters } from '#domain/progress/counters.ts';
import { countPlanned, creditParties } from '#domain/progress/tally.ts';
import type { Goal } from '#domain/records/goal.ts';
import type { Target } from '#domain/records/target.ts';
import {
  activities,
  createContext,
  createGoal,
  createLog,
  createPromise,
  createVersion,
  goalId,
  idOf,
  measuresOf,
  meetings,
  municipality,
  otherActivity,
  patrols,
  police,
  progressOf,
  shareFeeds,
} from '#tests/support/progress-builders.ts';

const unit = 'st';
const count: Target = { kind: 'count', value: 5, unit };
const day = '2026-02-01';
const patrolMeasures = measuresOf(patrols);
const meetingMeasures = measuresOf(meetings);
const contributionOf = (goal: Goal, log: StandingLog, promise = createPromise()) =>
  contribute(createContext(goal, promise), log);
const reasonOf = (goal: Goal, log: StandingLog) => {
  const contribution = contributionOf(goal, log);
  return contribution.kind === 'excluded' ? contribution.reason : contribution.kind;
};
const amountOf = (goal: Goal, log: StandingLog) => {
  const contribution = contributionOf(goal, log);
  return contribution.kind === 'counts' ? contribution.amount : undefined;
};

test.each<[string, Partial<StandingLog>]>([
  ['corrected', { replacedBy: idOf(9) }],
  ['withdrawn', { withdrawn: true }],
  ['other-activity', { activityIds: [otherActivity] }],
  ['cancelled', { state: 'cancelled' }],
  ['returned', { review: 'returned' }],
  ['outside-period', { date: '2025-12-31' }],
  ['outside-period', { date: '2027-01-01' }],
  ['planned', { state: 'planned' }],
  ['nothing-to-report', { state: 'nothing-to-report' }],
  ['late-reported', { lateReported: true }],
])('a log is left out as %s and says so (%o)', (reason, fields) => {
  expect(reasonOf(createGoal(count), createLog(day, fields))).toBe(reason);
});

test('a done log counts as one when nothing else is said, also on the first and last day', () => {
  for (const date of ['2026-01-01', '2026-12-31']) {
    expect(contributionOf(createGoal(count), createLog(date))).toMatchObject({
      kind: 'counts',
      amount: 1,
      unsure: false,
    });
  }
});

test('a quantity that was not reported is not reported, and a 0 that was is 0', () => {
  const goal = createGoal(count, { feeds: [{ activityId: patrols, measureId: patrolMeasures.first }] });
  expect(reasonOf(goal, createLog(day))).toBe('no-quantity');
  expect(amountOf(goal, createLog(day, { quantities: { [patrolMeasures.first]: 0 } }))).toBe(0);
});

test('a log of two activities that feed one goal counts once', () => {
  const feeds = [
    { activityId: patrols, measureId: patrolMeasures.occasions },
    { activityId: meetings, measureId: meetingMeasures.occasions },
  ];
  const goal = createGoal(count, { feeds });
  expect(amountOf(goal, createLog(day, { activityIds: [patrols, meetings] }))).toBe(1);
  const quantities = { [patrolMeasures.occasions]: 2, [meetingMeasures.occasions]: 3 };
  expect(amountOf(goal, createLog(day, { activityIds: [patrols, meetings], quantities }))).toBe(3);
});

test('quantities of different measures add, and the same measure fed twice is read once', () => {
  const feed = { activityId: patrols, measureId: patrolMeasures.first };
  const goal = createGoal(count, { feeds: [feed, feed, { activityId: patrols, measureId: patrolMeasures.second }] });
  const quantities = { [patrolMeasures.first]: 2, [patrolMeasures.second]: 3 };
  expect(amountOf(goal, createLog(day, { quantities }))).toBe(5);
  expect(amountOf(goal, createLog(day, { quantities: { [patrolMeasures.first]: 2 } }))).toBe(2);
});

test('one log feeds every goal of its activities and no other', () => {
  const own = createGoal(count);
  const second = createGoal(count, { id: idOf(3) });
  const foreign = createGoal(count, {
    id: idOf(4),
    feeds: [{ activityId: meetings, measureId: meetingMeasures.occasions }],
  });
  const contributions = contributeToGoals(
    [own, second, foreign].map((goal) => createContext(goal)),
    createLog(day),
  );
  expect([...contributions.keys()]).toEqual([goalId, idOf(3)]);
});

test('where only extra work counts, ordinary work and work that does not say are left out', () => {
  const goal = createGoal(count, { additionalOnly: true });
  expect(amountOf(goal, createLog(day, { extra: true }))).toBe(1);
  expect(reasonOf(goal, createLog(day, { extra: false }))).toBe('not-additional');
  expect(reasonOf(goal, createLog(day))).toBe('not-additional');
});

test('distinct persons: new ones count, unsure ones widen the figure, others are left out', () => {
  const goal = createGoal({ ...count, distinctPersons: true });
  const logs = (['yes', 'yes', 'unsure', 'no', undefined] as const).map((newPerson) =>
    createLog(day, newPerson === undefined ? {} : { newPerson }),
  );
  expect(logs.map((log) => reasonOf(goal, log))).toEqual([
    'counts',
    'counts',
    'counts',
    'not-new-person',
    'not-new-person',
  ]);
  expect(progressOf(goal, '2026-06-30', { logs }).detail).toMatchObject({ sum: 2, unsure: 1, value: 5 });
});

test('a goal per place counts its own places, however they are spelled, and no place helps another', () => {
  const goal = createGoal({ kind: 'count', value: 2, unit, perPlace: ['Centrum', 'Skolan'] });
  const at = (place: string, amount: number) =>
    createLog(day, { place, quantities: { [patrolMeasures.occasions]: amount } });
  expect(reasonOf(goal, at('Badet', 1))).toBe('other-place');
  expect(reasonOf(goal, createLog(day))).toBe('other-place');
  const progress = progressOf(goal, '2026-06-30', { logs: [at(' centrum ', 5), at('Skolan', 1)] });
  expect(progress).toMatchObject({ attainment: 3 / 4, detail: { places: [{ sum: 5 }, { sum: 1 }], value: 4 } });
  expect(progress.status).not.toBe('met');
  expect(progressOf(goal, '2026-06-30', { logs: [at('Centrum', 5), at('Skolan', 2)] }).status).toBe('met');
});

test('a share needs both of its sides from the same log, unless another activity measures the other', () => {
  const whole = { [patrolMeasures.second]: 20 };
  const ratio: Target = { kind: 'ratio', share: 0.5, direction: 'at-least', unit };
  expect(reasonOf(createGoal(ratio, { feeds: shareFeeds }), createLog(day, { quantities: whole }))).toBe('no-quantity');
  const split = createGoal(ratio, {
    feeds: [
      { activityId: patrols, measureId: patrolMeasures.second, role: 'whole' },
      { activityId: meetings, measureId: meetingMeasures.occasions, role: 'part' },
    ],
  });
  const logs = [
    createLog(day, { quantities: whole }),
    createLog(day, { activityIds: [meetings], quantities: { [meetingMeasures.occasions]: 11 } }),
  ];
  expect(progressOf(split, '2026-06-30', { logs }).detail).toMatchObject({ part: 11, whole: 20 });
});

test('planned work is a number of its own: what lies ahead, today included', () => {
  const goal = createGoal(count);
  const logs = ['2026-06-29', '2026-06-30', '2026-10-01'].map((date) => createLog(date, { state: 'planned' }));
  const { total } = tallyLogs(createContext(goal), logs);
  expect(countPlanned(total, '2026-06-30')).toBe(2);
  expect(progressOf(goal, '2026-06-30', { logs })).toMatchObject({ planned: 2, events: 0, detail: { sum: 0 } });
});

test('what was logged after the seal is kept apart, in the amount that would have counted', () => {
  const log = createLog(day, { lateReported: true, quantities: { [patrolMeasures.occasions]: 3 } });
  expect(contributionOf(createGoal(count), log).tally).toEqual({ [counters.late]: 3 });
});

test('without dates nothing is outside; with an open end only what comes before the start is', () => {
  const unsigned = createPromise({ period: { months: 12, fromSigning: true, basis: 'ett år' } });
  expect(contributionOf(createGoal(count), createLog('2020-01-01'), unsigned).kind).toBe('counts');
  const open = createPromise({ period: { from: '2026-01-01', openEnd: true, basis: 'tills vidare' } });
  expect(contributionOf(createGoal(count), createLog('2031-01-01'), open).kind).toBe('counts');
  expect(contributionOf(createGoal(count), createLog('2025-12-31'), open).kind).toBe('excluded');
});

test('joint work is credited to both and counts once, and a party named twice is credited once', () => {
  const logs = [[police, municipality], [police, police], []].map((partyIds) => createLog(day, { partyIds }));
  const credits = creditParties(tallyLogs(createContext(createGoal(count)), logs).total);
  expect(credits).toEqual({ total: 3, byParty: { [police]: 2, [municipality]: 1 }, unassigned: 1, overlap: 1 });
});

test('the version in force on the day decides how a log counts', () => {
  const versions = [
    createVersion(count, '2026-01-01'),
    createVersion({ ...count, distinctPersons: true }, '2026-07-01'),
  ];
  const goal = createGoal({ ...count, distinctPersons: true }, { versions });
  expect(reasonOf(goal, createLog('2026-06-30'))).toBe('counts');
  expect(reasonOf(goal, createLog('2026-07-01'))).toBe('not-new-person');
});

test('a tally serves every version of its goal: weeks are counted beside months', () => {
  const monthly: Target = { kind: 'recurrence', times: 1, per: 'month', reading: 'each', unit };
  const weekly: Target = { ...monthly, per: 'week' };
  const goal = createGoal(weekly, {
    versions: [createVersion(monthly, '2026-01-01'), createVersion(weekly, '2026-07-01')],
  });
  const logs = [createLog('2026-03-10')];
  expect(progressOf(goal, '2026-06-30', { logs }).detail).toMatchObject({ per: 'month', each: { met: 1, due: 6 } });
  const after = progressOf(goal, '2026-07-05', { logs });
  expect(after.detail).toMatchObject({ per: 'week', sum: 1, each: { met: 1 } });
  expect(after.signedTarget).toEqual(monthly);
});

test('the explanation lists every log by date, on one side or the other', () => {
  const goal = createGoal(count);
  const logs = [createLog('2026-03-01'), createLog('2026-02-01', { state: 'cancelled' }), createLog('2026-01-15')];
  const input = {
    goal,
    promise: createPromise(),
    activities,
    measurements: [],
    assessments: [],
    deviations: [],
    asOf: '2026-06-30',
  };
  const { counted, excluded } = explainProgress(input, logs);
  expect(counted.map((entry) => entry.date)).toEqual(['2026-01-15', '2026-03-01']);
  expect(excluded).toMatchObject([{ date: '2026-02-01', reason: 'cancelled' }]);
});
