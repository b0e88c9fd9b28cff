/** One small promise for the tests of logging. */
import type { Activity, Measure } from '#domain/records/activity.ts';
import type { CitizenPromise } from '#domain/records/citizen-promise.ts';
import type { Goal } from '#domain/records/goal.ts';
import type { Target } from '#domain/records/target.ts';
import type { LogContext } from '#features/logging/to-log.ts';

export const today = '2026-11-21';
export const now = '2026-11-21T14:05:00.000+01:00';
const created = '2025-12-01T09:00:00.000+01:00';

export const idOf = (number: number) => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`;
const identity = (id: string) => ({ id, promiseId: ids.promise, createdAt: created, updatedAt: created });

export const ids = {
  promise: idOf(1),
  police: idOf(2),
  municipality: idOf(3),
  traffic: idOf(10),
  trafficCount: idOf(11),
  drivers: idOf(12),
  soberDrivers: idOf(13),
  walk: idOf(20),
  walkCount: idOf(21),
  school: idOf(30),
  schoolCount: idOf(31),
  trafficGoal: idOf(40),
  shareGoal: idOf(41),
  walkGoal: idOf(42),
  schoolGoal: idOf(43),
  stepOne: idOf(50),
  stepTwo: idOf(51),
} as const;

export const makePromise = (changes: Partial<CitizenPromise> = {}): CitizenPromise => ({
  ...identity(ids.promise),
  title: 'Löftet för provet',
  municipalities: [{ name: 'Provköping' }],
  policeAreas: [],
  parties: [
    { id: ids.police, kind: 'police', name: 'Polisen', signatory: true },
    { id: ids.municipality, kind: 'municipality', name: 'Provköpings kommun', signatory: true },
  ],
  period: { from: '2026-01-01', to: '2026-12-31', basis: '2026' },
  status: 'active',
  kind: 'new',
  situationPicture: { summary: '', sources: [] },
  signatories: [],
  followUpPlan: { cadence: 'yearly', dueDates: [] },
  feedbackPlan: { channels: [] },
  originalText: '',
  visibility: 'internal',
  ...changes,
});

const measure = (id: string, name: string): Measure => ({ id, name, unit: 'st', personRelated: false });

export const makeActivity = (id: string, measures: readonly Measure[], changes: Partial<Activity> = {}): Activity => ({
  ...identity(id),
  text: 'Något som ska göras',
  shortName: 'Aktivitet',
  order: 1,
  responsibility: 'each',
  parties: [],
  places: [],
  status: 'ongoing',
  measures: [...measures],
  plannedVisibility: 'internal',
  ...changes,
});

export const makeGoal = (id: string, target: Target, feeds: Goal['feeds'], changes: Partial<Goal> = {}): Goal => ({
  ...identity(id),
  text: 'Något som ska nås',
  shortName: 'Mål',
  order: 2,
  focusAreaIds: [],
  level: 'activity',
  ownerPartyIds: [],
  target,
  countingRule: { countsAsOne: '', doesNotCount: '', decidedBy: '' },
  additionalOnly: false,
  feeds,
  origin: 'promised',
  personRelated: false,
  smallNumberThreshold: 5,
  pacePlan: { kind: 'even' },
  versions: [],
  status: 'active',
  ...changes,
});

export const traffic = makeActivity(
  ids.traffic,
  [
    measure(ids.trafficCount, 'Antal insatser'),
    measure(ids.drivers, 'Kontrollerade'),
    measure(ids.soberDrivers, 'Nyktra'),
  ],
  { shortName: 'Trafikkontroll centrum', places: ['Centrum'] },
);
export const walk = makeActivity(ids.walk, [measure(ids.walkCount, 'Antal insatser')], {
  shortName: 'Nattvandring',
  order: 3,
  responsibility: 'joint',
  parties: [
    { partyId: ids.police, role: 'responsible' },
    { partyId: ids.municipality, role: 'responsible' },
  ],
});
export const school = makeActivity(ids.school, [measure(ids.schoolCount, 'Antal insatser')], {
  shortName: 'Skolbesök',
  order: 5,
});

export const trafficGoal = makeGoal(ids.trafficGoal, { kind: 'count', value: 12, unit: 'kontroller' }, [
  { activityId: ids.traffic, measureId: ids.trafficCount },
]);
export const shareGoal = makeGoal(ids.shareGoal, { kind: 'ratio', share: 0.8, direction: 'at-least', unit: 'förare' }, [
  { activityId: ids.traffic, measureId: ids.soberDrivers, role: 'part' },
  { activityId: ids.traffic, measureId: ids.drivers, role: 'whole' },
]);
export const walkGoal = makeGoal(
  ids.walkGoal,
  { kind: 'recurrence', times: 1, per: 'month', reading: 'each', unit: 'vandringar' },
  [{ activityId: ids.walk, measureId: ids.walkCount }],
  { additionalOnly: true },
);
export const schoolGoal = makeGoal(
  ids.schoolGoal,
  {
    kind: 'milestone',
    steps: [
      { id: ids.stepOne, name: 'Plan' },
      { id: ids.stepTwo, name: 'Besök', allowsEffort: true },
    ],
  },
  [{ activityId: ids.school, measureId: ids.schoolCount }],
);

export const context: LogContext = {
  promise: makePromise(),
  activities: [traffic, walk, school],
  goals: [trafficGoal, shareGoal, walkGoal, schoolGoal],
  profileKind: 'police',
};
