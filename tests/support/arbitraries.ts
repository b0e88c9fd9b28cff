/** Random but possible goals, promises and logs, for laws that hold for all of them. */
import fc from 'fast-check';
import { addDays, type Day, toDay, toDayNumber } from '#domain/calendar/day.ts';
import type { Period } from '#domain/calendar/period.ts';
import type { StandingLog } from '#domain/progress/contribution.ts';
import type { CitizenPromise } from '#domain/records/citizen-promise.ts';
import type { Deviation } from '#domain/records/deviation.ts';
import type { Feed, Goal } from '#domain/records/goal.ts';
import type { Measurement } from '#domain/records/measurement.ts';
import { recurrenceUnits, type Target, type TargetKind, type TargetOf, targetKinds } from '#domain/records/target.ts';
import {
  createGoal,
  createLog,
  createMeasurement,
  createPause,
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
  school,
} from './progress-builders.ts';

const earliest = toDayNumber('2025-10-01');
const latest = toDayNumber('2028-03-31');

export const anyDay: fc.Arbitrary<Day> = fc.integer({ min: earliest, max: latest }).map(toDay);

export const anyPeriod: fc.Arbitrary<Period> = fc
  .tuple(anyDay, fc.integer({ min: 0, max: 800 }))
  .map(([from, days]) => ({ from, to: addDays(from, days) }));

const itemIds = [idOf(501), idOf(502), idOf(503), idOf(504)] as const;
const someItems = fc.integer({ min: 1, max: itemIds.length }).map((length) => itemIds.slice(0, length));
const unit = 'st';
const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(value, { nil: undefined });
const smallCount = fc.integer({ min: 0, max: 12 });
const share = fc.integer({ min: 1, max: 100 }).map((percent) => percent / 100);

/** An optional field that is there or not, as exact optional types want it. */
const optional = <K extends string, T>(key: K, value: T | undefined): { [P in K]?: T } =>
  (value === undefined ? {} : { [key]: value }) as { [P in K]?: T };

const targetsByKind: { readonly [K in TargetKind]: fc.Arbitrary<TargetOf<K>> } = {
  count: fc
    .record({
      value: fc.integer({ min: 1, max: 60 }),
      distinctPersons: fc.boolean(),
      exact: fc.boolean(),
      perPlace: maybe(fc.constantFrom<string[]>([], ['Centrum', 'Skolan'])),
    })
    .map(({ perPlace, ...flags }) => ({ kind: 'count', unit, ...flags, ...optional('perPlace', perPlace) })),
  ceiling: fc
    .record({ value: smallCount, reportEvery: fc.constantFrom('week', 'month', 'quarter', 'tertial') })
    .map((fields) => ({ kind: 'ceiling', unit, ...fields })),
  recurrence: fc
    .record({
      times: fc.integer({ min: 1, max: 3 }),
      per: fc.constantFrom(...recurrenceUnits),
      reading: fc.constantFrom('each', 'average'),
    })
    .map((fields) => ({ kind: 'recurrence', unit, ...fields })),
  schedule: someItems.chain((ids) =>
    fc
      .tuple(...ids.map((id) => fc.record({ id: fc.constant(id), date: anyDay, exempt: maybe(fc.constant('lov')) })))
      .map((slots) => ({
        kind: 'schedule' as const,
        slots: slots.map(({ exempt, ...slot }) => ({ ...slot, ...optional('exempt', exempt) })),
      })),
  ),
  checklist: fc.tuple(someItems, maybe(share)).map(([ids, requiredShare]) => ({
    kind: 'checklist',
    members: ids.map((id) => ({ id, name: id })),
    ...optional('requiredShare', requiredShare),
  })),
  ratio: fc
    .record({ share, direction: fc.constantFrom('at-least', 'at-most'), minDenominator: smallCount })
    .map((fields) => ({ kind: 'ratio', unit, ...fields })),
  deadline: fc
    .oneof(
      anyDay.map((by) => ({ by })),
      fc.record({ withinDays: smallCount, requiredShare: share }),
    )
    .map((fields) => ({ kind: 'deadline', unit, ...fields })),
  'on-demand': fc.constant({ kind: 'on-demand', unit }),
  milestone: someItems.chain((ids) =>
    fc
      .tuple(...ids.map((id) => fc.record({ id: fc.constant(id), dueOn: maybe(anyDay), allowsEffort: fc.boolean() })))
      .map((steps) => ({
        kind: 'milestone' as const,
        steps: steps.map(({ dueOn, ...step }) => ({ ...step, name: step.id, ...optional('dueOn', dueOn) })),
      })),
  ),
  series: fc
    .record({
      direction: fc.constantFrom('up', 'down', 'hold'),
      from: maybe(smallCount),
      step: maybe(fc.integer({ min: 1, max: 9 })),
      band: maybe(smallCount),
    })
    .map(({ direction, from, step, band }) => ({
      kind: 'series',
      direction,
      indicator: { name: 'trygghet', unit: '%', source: 'enkät' },
      ...optional('baseline', from === undefined ? undefined : { value: from }),
      ...optional('level', step === undefined ? undefined : (from ?? 0) + (direction === 'down' ? -step : step)),
      ...optional('band', band === undefined ? undefined : { low: band, high: band + 3 }),
    })),
  judged: someItems.map((ids) => ({
    kind: 'judged',
    rubric: [...ids, idOf(599)].map((id) => ({ id, name: id })),
    agreedLevelId: idOf(599),
    evidenceKinds: [],
  })),
  ongoing: fc.constant({ kind: 'ongoing', unit }),
};

export const anyTarget: fc.Arbitrary<Target> = fc
  .constantFrom(...targetKinds)
  .chain((kind): fc.Arbitrary<Target> => targetsByKind[kind]);

const anyFeed: fc.Arbitrary<Feed> = fc
  .record({
    activityId: fc.constantFrom(patrols, meetings),
    measure: fc.constantFrom('occasions', 'first', 'second'),
    role: maybe(fc.constantFrom('part', 'whole')),
  })
  .map(({ activityId, measure, role }) => ({
    activityId,
    measureId: measuresOf(activityId)[measure],
    ...optional('role', role),
  }));

const anyPacePlan: fc.Arbitrary<Goal['pacePlan']> = fc.oneof(
  fc.constantFrom<Goal['pacePlan']>({ kind: 'even' }, { kind: 'terms' }),
  fc.array(smallCount, { minLength: 12, maxLength: 12 }).map((weights) => ({ kind: 'months' as const, weights })),
);

/** A goal of any kind, sometimes changed on the way, sometimes dropped or rescoped. */
export const anyGoal: fc.Arbitrary<Goal> = fc
  .record({
    targets: fc.array(fc.tuple(anyTarget, anyDay), { minLength: 1, maxLength: 3 }),
    sealed: fc.boolean(),
    feeds: fc.array(anyFeed, { minLength: 1, maxLength: 4 }),
    additionalOnly: fc.boolean(),
    pacePlan: anyPacePlan,
    level: fc.constantFrom<Goal['level']>('effect', 'result', 'activity'),
    status: fc.constantFrom<Goal['status']>('active', 'active', 'active', 'dropped'),
    rescoped: maybe(anyDay),
  })
  .map(({ targets, sealed, rescoped, ...fields }) =>
    createGoal(targets[0]?.[0] ?? { kind: 'ongoing', unit }, {
      ...fields,
      ...(sealed ? { versions: targets.map(([target, day]) => createVersion(target, day)) } : {}),
      ...optional(
        'rescoped',
        rescoped === undefined ? undefined : { reason: 'agreed', decidedBy: [police, municipality], on: rescoped },
      ),
    }),
  );

/** With dates, from signing, or without an end. */
export const anyPromise: fc.Arbitrary<CitizenPromise> = fc
  .record({
    period: fc.oneof(
      anyPeriod.map((period) => ({ ...period, basis: '' })),
      anyDay.map((from) => ({ from, openEnd: true, basis: '' })),
      fc.integer({ min: 1, max: 24 }).map((months) => ({ months, fromSigning: true, basis: '' })),
    ),
    signedOn: maybe(anyDay),
  })
  .map(({ period, signedOn }) => createPromise({ period, ...optional('signedOn', signedOn) }));

const anyQuantities = fc
  .array(
    fc.tuple(
      fc.constantFrom(patrols, meetings),
      fc.constantFrom<'occasions' | 'first' | 'second'>('occasions', 'first', 'second'),
      smallCount,
    ),
    { maxLength: 4 },
  )
  .map((entries) =>
    Object.fromEntries(entries.map(([activityId, measure, value]) => [measuresOf(activityId)[measure], value])),
  );

const anyReached: fc.Arbitrary<NonNullable<StandingLog['reached']>> = fc.array(
  fc
    .record({
      goalId: fc.constantFrom(goalId, goalId, idOf(3)),
      itemId: fc.constantFrom(...itemIds),
      effort: maybe(fc.constant('utrett')),
    })
    .map(({ effort, ...item }) => ({ ...item, ...optional('effort', effort) })),
  { maxLength: 3 },
);

/** Any log that the app could hold: of any state, reviewed, corrected, withdrawn, inside and outside the period. */
export const anyLog: fc.Arbitrary<StandingLog> = fc
  .record({
    date: anyDay,
    activityIds: fc.uniqueArray(fc.constantFrom(patrols, meetings, otherActivity), { minLength: 1 }),
    quantities: anyQuantities,
    state: fc.constantFrom<StandingLog['state']>(
      'done',
      'done',
      'done',
      'done',
      'planned',
      'cancelled',
      'nothing-to-report',
    ),
    partyIds: fc.uniqueArray(fc.constantFrom(police, municipality, school)),
    place: maybe(fc.constantFrom('Centrum', ' skolan ', 'Badet')),
    extra: maybe(fc.boolean()),
    newPerson: maybe(fc.constantFrom<'yes' | 'no' | 'unsure'>('yes', 'no', 'unsure')),
    reached: maybe(anyReached),
    review: fc.constantFrom<StandingLog['review']>('none', 'none', 'approved', 'returned'),
    withdrawn: maybe(fc.constant(true)),
    replacedBy: fc.option(fc.constant(idOf(9)), { nil: undefined, freq: 9 }),
    lateReported: fc.option(fc.constant(true), { nil: undefined, freq: 9 }),
  })
  .map(({ place, extra, newPerson, reached, withdrawn, replacedBy, lateReported, ...fields }) =>
    createLog(fields.date, {
      ...fields,
      ...optional('place', place),
      ...optional('extra', extra),
      ...optional('newPerson', newPerson),
      ...optional('reached', reached),
      ...optional('withdrawn', withdrawn),
      ...optional('replacedBy', replacedBy),
      ...optional('lateReported', lateReported),
    }),
  );

export const anyLogs: fc.Arbitrary<readonly StandingLog[]> = fc.array(anyLog, { maxLength: 40 });

export const anyMeasurements: fc.Arbitrary<readonly Measurement[]> = fc.array(
  fc
    .tuple(anyDay, fc.integer({ min: -5, max: 20 }), fc.boolean())
    .map(([date, value, preliminary]) => createMeasurement(date, value, { preliminary })),
  { maxLength: 6 },
);

export const anyPauses: fc.Arbitrary<readonly Deviation[]> = fc.array(
  fc.tuple(anyDay, maybe(anyDay)).map(([from, to]) => createPause(from, to)),
  { maxLength: 3 },
);
