/** Progress values for the tests of wording, made by hand or drawn: wording is pure and needs no engine. */

import fc from 'fast-check';
import {
  exclusionReasons,
  type GoalDetail,
  type GoalExplanation,
  type GoalProgress,
  type RunningStatus,
  runningStatuses,
} from '#domain/progress/goal-progress.ts';
import type { Goal } from '#domain/records/goal.ts';
import { recurrenceUnits, type Target, type TargetKind, targetKinds } from '#domain/records/target.ts';

const asOf = '2026-09-30';
const year = { from: '2026-01-01', to: '2026-12-31' };
export const pace = { exact: 10.25, whole: 10, elapsedDays: 273, periodDays: 365, timeShare: 273 / 365, daysLeft: 92 };
export const trafficGoal = { shortName: 'Trafikkontroller' };

const traffic: Target = { kind: 'count', value: 12, unit: 'trafikkontroller' };
export const trafficDetail: GoalDetail = { kind: 'count', sum: 2, value: 12, exact: false };

/** In: what differs. Out: a progress that is behind with 2 of 12 unless told otherwise. */
export const makeProgress = (changes: Partial<GoalProgress> = {}): GoalProgress => ({
  goalId: 'goal-1',
  kind: (changes.detail ?? trafficDetail).kind,
  target: traffic,
  asOf,
  period: year,
  periodOver: false,
  status: 'behind',
  events: 2,
  planned: 0,
  needsTalk: true,
  detail: trafficDetail,
  ...changes,
});

export const makeGoal = (changes: Partial<Goal> = {}): Goal => ({
  id: 'goal-1',
  promiseId: 'promise-1',
  createdAt: '2026-01-01T08:00:00+01:00',
  updatedAt: '2026-01-01T08:00:00+01:00',
  text: 'Minst tolv trafikkontroller ska genomföras.',
  shortName: 'Trafikkontroller',
  order: 1,
  focusAreaIds: [],
  level: 'activity',
  ownerPartyIds: ['party-1'],
  target: traffic,
  countingRule: { countsAsOne: 'minst 30 minuter på plats', doesNotCount: 'enstaka stopp', decidedBy: 'kommunpolisen' },
  additionalOnly: false,
  feeds: [{ activityId: 'activity-1', measureId: 'measure-1' }],
  origin: 'promised',
  personRelated: false,
  smallNumberThreshold: 5,
  pacePlan: { kind: 'even' },
  versions: [],
  status: 'active',
  ...changes,
});

const name = fc.constantFrom('Norra skolan', 'Centrum', 'Resecentrum', 'ANDT-möten', 'Kartläggning');
const count = fc.nat({ max: 60 });
const value = fc.integer({ min: -200, max: 400 }).map((number) => number / 4);
const day = fc.constantFrom('2026-01-01', '2026-05-04', '2026-09-30', '2026-11-19', '2027-01-01');
const unitText = fc.constantFrom('insatser', 'trafikkontroller', 'lagförda personer', 'möten');
const oneOf = <const T>(...values: readonly T[]) => fc.constantFrom(...values);
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const few = <T>(arbitrary: fc.Arbitrary<T>, least = 1) => fc.array(arbitrary, { minLength: least, maxLength: 6 });

const unit = fc.record({
  key: fc.constant('2026-01'),
  from: fc.constant('2026-01-01'),
  to: fc.constant('2026-01-31'),
  count,
  whole: fc.boolean(),
  due: fc.boolean(),
  paused: fc.boolean(),
  reported: fc.boolean(),
});

interface Drawn {
  readonly target: Target;
  readonly detail: GoalDetail;
}

/** A fitting target and detail of each kind. */
const drawnByKind: Readonly<Record<TargetKind, fc.Arbitrary<Drawn>>> = {
  count: fc
    .record({
      sum: count,
      value: fc.integer({ min: 1, max: 60 }),
      exact: fc.boolean(),
      unsure: maybe(count),
      unit: unitText,
      places: fc.array(name, { maxLength: 6 }),
      distinct: fc.boolean(),
    })
    .map(({ unit: text, places, distinct, exact, value: least, ...rest }) => ({
      target: { kind: 'count', value: least, unit: text, exact, distinctPersons: distinct, perPlace: places },
      detail: {
        kind: 'count',
        value: least,
        exact,
        ...rest,
        places: places.map((place) => ({ place, sum: rest.sum, value: least })),
      },
    })),
  ceiling: fc
    .record({
      used: count,
      limit: count,
      reported: count,
      due: count,
      unit: unitText,
      every: oneOf('week', 'month', 'quarter', 'tertial'),
    })
    .map(({ every, unit: text, ...rest }) => ({
      target: { kind: 'ceiling', value: rest.limit, unit: text, reportEvery: every },
      detail: { kind: 'ceiling', ...rest, usedShare: rest.limit === 0 ? undefined : rest.used / rest.limit },
    })),
  recurrence: fc
    .record({
      times: fc.integer({ min: 1, max: 9 }),
      per: oneOf(...recurrenceUnits),
      reading: oneOf('each', 'average'),
      sum: count,
      due: count,
      units: fc.array(unit, { maxLength: 30 }),
      unit: unitText,
    })
    .map(({ due, unit: text, ...rest }) => ({
      target: { kind: 'recurrence', times: rest.times, per: rest.per, reading: rest.reading, unit: text },
      detail: {
        kind: 'recurrence',
        ...rest,
        each: { met: Math.min(due, rest.sum), due },
        average: { sum: rest.sum, required: rest.times * due, perUnit: due === 0 ? undefined : rest.sum / due },
      },
    })),
  schedule: fc
    .record({
      rule: maybe(fc.constant('första tisdagen varje månad')),
      slots: few(fc.record({ id: fc.uuid(), date: day, state: oneOf('kept', 'missed', 'today', 'coming', 'exempt') })),
    })
    .map(({ rule, slots }) => ({
      target: {
        kind: 'schedule',
        ...(rule && { rule }),
        slots: slots.map(({ id, date, state }) => ({ id, date, ...(state === 'exempt' && { exempt: 'lov' }) })),
      },
      detail: {
        kind: 'schedule',
        kept: slots.filter(({ state }) => state === 'kept').length,
        due: slots.filter(({ state }) => state === 'kept' || state === 'missed').length,
        slots,
      },
    })),
  checklist: fc
    .record({
      members: few(fc.record({ id: fc.uuid(), name, ticked: fc.boolean() })),
      requiredShare: maybe(oneOf(0.5, 0.6, 1)),
    })
    .map(({ members, requiredShare }) => ({
      target: {
        kind: 'checklist',
        members: members.map(({ id, name: member }) => ({ id, name: member })),
        ...(requiredShare && { requiredShare }),
      },
      detail: {
        kind: 'checklist',
        members,
        ticked: members.filter(({ ticked }) => ticked).length,
        required: Math.ceil((requiredShare ?? 1) * members.length - 1e-9),
      },
    })),
  ratio: fc
    .record({
      part: count,
      whole: count,
      required: oneOf(0.05, 0.8, 1),
      direction: oneOf('at-least', 'at-most'),
      enough: fc.boolean(),
      least: maybe(count),
      unit: unitText,
    })
    .map(({ least, unit: text, ...rest }) => ({
      target: {
        kind: 'ratio',
        share: rest.required,
        direction: rest.direction,
        unit: text,
        ...(least !== undefined && { minDenominator: least }),
      },
      detail: { kind: 'ratio', ...rest, share: rest.whole === 0 ? undefined : rest.part / rest.whole },
    })),
  deadline: fc
    .record({
      inTime: count,
      handled: count,
      requiredShare: oneOf(0.9, 1),
      by: maybe(day),
      withinDays: count,
      late: fc.boolean(),
      unit: unitText,
    })
    .map(({ by, withinDays, unit: text, ...rest }) => {
      const when = by === undefined ? { withinDays } : { by };
      return {
        target: { kind: 'deadline', ...when, requiredShare: rest.requiredShare, unit: text },
        detail: { kind: 'deadline', ...rest, ...when },
      };
    }),
  'on-demand': fc.record({ handled: count, received: count, unit: unitText }).map(({ unit: text, ...rest }) => ({
    target: { kind: 'on-demand', unit: text },
    detail: { kind: 'on-demand', ...rest },
  })),
  milestone: few(
    fc.record({ id: fc.uuid(), name, dueOn: maybe(day), state: oneOf('reached', 'effort', 'late', 'open') }),
  ).map((steps) => ({
    target: {
      kind: 'milestone',
      steps: steps.map(({ id, name: step, dueOn }) => ({ id, name: step, ...(dueOn && { dueOn }) })),
    },
    detail: { kind: 'milestone', reached: steps.filter(({ state }) => state === 'reached').length, steps },
  })),
  series: fc
    .record({
      direction: oneOf('up', 'down', 'hold'),
      unit: oneOf('', '%', 'procent'),
      source: oneOf('', 'trygghetsmätningen'),
      baseline: maybe(value),
      level: maybe(value),
      band: maybe(fc.record({ low: value, high: value })),
      latest: maybe(
        fc.record({ measurementId: fc.uuid(), date: day, value, n: maybe(count), preliminary: fc.boolean() }),
      ),
      nextMeasurementOn: maybe(day),
    })
    .map(({ unit: text, source, baseline, latest, nextMeasurementOn, ...rest }) => {
      const indicator = { name: 'Upplevd trygghet', unit: text, source };
      const shared = {
        indicator,
        direction: rest.direction,
        ...(rest.level !== undefined && { level: rest.level }),
        ...(rest.band && { band: rest.band }),
        ...(nextMeasurementOn && { nextMeasurementOn }),
      };
      return {
        target: { kind: 'series', ...shared, ...(baseline !== undefined && { baseline: { value: baseline } }) },
        detail: { kind: 'series', ...shared, baseline, latest, points: latest ? [latest] : [] },
      };
    }),
  judged: fc.record({ latest: maybe(oneOf('a', 'b')), date: day }).map(({ latest, date }) => {
    const rubric = [
      { id: 'a', name: 'Påbörjat' },
      { id: 'b', name: 'Etablerat' },
    ];
    return {
      target: { kind: 'judged', rubric, agreedLevelId: 'b', evidenceKinds: [] },
      detail: {
        kind: 'judged',
        rubric,
        agreedLevelId: 'b',
        latest: latest === undefined ? undefined : { levelId: latest, date, assessmentId: 'x' },
      },
    };
  }),
  ongoing: fc
    .record({ count, tertials: fc.array(unit, { maxLength: 3 }), silent: fc.boolean(), unit: unitText })
    .map(({ unit: text, ...rest }) => ({
      target: { kind: 'ongoing', unit: text },
      detail: { kind: 'ongoing', ...rest },
    })),
};

const paceValues = fc.record({
  exact: value,
  whole: count,
  elapsedDays: fc.nat({ max: 365 }),
  periodDays: fc.constant(365),
  timeShare: fc.double({ min: 0, max: 1, noNaN: true }),
  daysLeft: fc.nat({ max: 365 }),
});

const forecastValues = fc
  .record({ low: count, width: fc.nat({ max: 20 }), chance: fc.double({ min: 0, max: 1, noNaN: true }) })
  .map(({ low, width, chance }) => ({ low, median: low + Math.floor(width / 2), high: low + width, chance }));

/** Any progress of a kind with a status, also ones the engine would not give: wording must never print a gap. */
export const drawProgress = (kind: TargetKind, status: RunningStatus): fc.Arbitrary<GoalProgress> =>
  fc
    .record({
      drawn: drawnByKind[kind],
      signed: maybe(fc.constant(traffic)),
      period: maybe(fc.constant(year)),
      periodOver: fc.boolean(),
      attainment: maybe(value),
      pace: maybe(paceValues),
      forecast: maybe(forecastValues),
      events: count,
      planned: fc.nat({ max: 3 }),
      needsTalk: fc.boolean(),
    })
    .map(({ drawn, signed, ...rest }) => ({
      goalId: 'goal-1',
      kind,
      asOf,
      status,
      signedTarget: signed,
      ...drawn,
      ...rest,
    }));

export const anyProgress = fc
  .tuple(fc.constantFrom(...targetKinds), fc.constantFrom(...runningStatuses))
  .chain(([kind, status]) => drawProgress(kind, status));

export const anyExplanation: fc.Arbitrary<GoalExplanation> = fc.record({
  goalId: fc.constant('goal-1'),
  asOf: fc.constant(asOf),
  counted: fc.array(fc.record({ logId: fc.uuid(), date: day, amount: count, unsure: fc.boolean() }), { maxLength: 4 }),
  excluded: fc.array(fc.record({ logId: fc.uuid(), date: day, reason: fc.constantFrom(...exclusionReasons) }), {
    maxLength: 6,
  }),
});
