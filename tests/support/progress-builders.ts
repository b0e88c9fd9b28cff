/** Records for tests of the engine: each needs only what the test is about, the rest is plain. */

import { computeProgress, type ProgressInput } from '#domain/progress/compute-progress.ts';
import type { CountingContext, StandingLog } from '#domain/progress/contribution.ts';
import { tallyLogs } from '#domain/progress/contribution.ts';
import type { GoalProgress } from '#domain/progress/goal-progress.ts';
import type { Activity } from '#domain/records/activity.ts';
import type { Assessment } from '#domain/records/assessment.ts';
import type { CitizenPromise } from '#domain/records/citizen-promise.ts';
import type { Deviation } from '#domain/records/deviation.ts';
import type { Goal } from '#domain/records/goal.ts';
import type { Measurement } from '#domain/records/measurement.ts';
import type { Target } from '#domain/records/target.ts';

/** A readable number as a record id. */
export const idOf = (number: number): string => `019a0000-0000-7000-8000-${String(number).padStart(12, '0')}`;

const promiseId = idOf(1);
export const goalId = idOf(2);
export const police = idOf(11);
export const municipality = idOf(12);
export const school = idOf(13);
/** Two activities, each with "antal insatser" first and two quantities after it. */
export const patrols = idOf(21);
export const meetings = idOf(22);
export const otherActivity = idOf(23);
export const measuresOf = (activityId: string) => {
  const base = Number(activityId.slice(-6)) * 10;
  return { occasions: idOf(base), first: idOf(base + 1), second: idOf(base + 2) };
};

const stamps = { createdAt: '2026-01-01T08:00:00+01:00', updatedAt: '2026-01-01T08:00:00+01:00' };
const identity = { promiseId, ...stamps };

export const createPromise = (fields: Partial<CitizenPromise> = {}): CitizenPromise => ({
  id: promiseId,
  ...identity,
  title: 'Promise',
  municipalities: [{ name: 'Ort' }],
  policeAreas: [],
  parties: [
    { id: police, kind: 'police', name: 'Polisen', signatory: true },
    { id: municipality, kind: 'municipality', name: 'Kommunen', signatory: true },
    { id: school, kind: 'school', name: 'Skolan', signatory: false },
  ],
  period: { from: '2026-01-01', to: '2026-12-31', basis: '2026' },
  status: 'active',
  kind: 'new',
  situationPicture: { summary: '', sources: [] },
  signatories: [],
  followUpPlan: { cadence: 'tertial', dueDates: [] },
  feedbackPlan: { channels: [] },
  originalText: '',
  visibility: 'internal',
  ...fields,
});

const createActivity = (id: string): Activity => {
  const { occasions, first, second } = measuresOf(id);
  return {
    id,
    ...identity,
    text: 'Activity',
    shortName: 'Activity',
    order: 1,
    responsibility: 'joint',
    parties: [],
    places: [],
    status: 'ongoing',
    measures: [
      { id: occasions, name: 'antal insatser', unit: 'insatser', personRelated: false },
      { id: first, name: 'one quantity', unit: 'st', personRelated: false },
      { id: second, name: 'another quantity', unit: 'st', personRelated: false },
    ],
    plannedVisibility: 'internal',
  };
};

export const activities: readonly Activity[] = [patrols, meetings, otherActivity].map(createActivity);

const rule = { countsAsOne: '', doesNotCount: '', decidedBy: '' };

export const createGoal = (target: Target, fields: Partial<Goal> = {}): Goal => ({
  id: goalId,
  ...identity,
  text: 'Goal',
  shortName: 'Goal',
  order: 2,
  focusAreaIds: [],
  level: 'result',
  ownerPartyIds: [],
  target,
  countingRule: rule,
  additionalOnly: false,
  feeds: [{ activityId: patrols, measureId: measuresOf(patrols).occasions }],
  origin: 'promised',
  personRelated: false,
  smallNumberThreshold: 5,
  pacePlan: { kind: 'even' },
  versions: [],
  status: 'active',
  ...fields,
});

export const createVersion = (target: Target, validFrom: string, reason = ''): Goal['versions'][number] => ({
  target,
  countingRule: rule,
  validFrom,
  reason,
  decidedBy: '',
});

/** Feeds of a share: part and whole are the two quantities of the patrols. */
export const shareFeeds: Goal['feeds'] = [
  { activityId: patrols, measureId: measuresOf(patrols).first, role: 'part' },
  { activityId: patrols, measureId: measuresOf(patrols).second, role: 'whole' },
];

let made = 1000;

export const createLog = (date: string, fields: Partial<StandingLog> = {}): StandingLog => {
  made += 1;
  return {
    id: idOf(made),
    ...identity,
    activityIds: [patrols],
    date,
    quantities: {},
    state: 'done',
    partyIds: [police],
    byOutcomes: [],
    confirmedBy: [],
    visibility: 'internal',
    review: 'none',
    ...fields,
  };
};

/** One done log per date. */
export const createLogs = (...dates: readonly string[]): readonly StandingLog[] => dates.map((date) => createLog(date));

/** A log that reports a share. */
export const createShareLog = (date: string, part: number, whole: number): StandingLog =>
  createLog(date, { quantities: { [measuresOf(patrols).first]: part, [measuresOf(patrols).second]: whole } });

export const createMeasurement = (date: string, value: number, fields: Partial<Measurement> = {}): Measurement => {
  made += 1;
  return {
    id: idOf(made),
    ...identity,
    indicator: { name: 'trygghet', unit: '%', source: 'enkät', direction: 'down' },
    goalId,
    date,
    value,
    ...fields,
  };
};

export const createPause = (from: string, to?: string, fields: Partial<Deviation> = {}): Deviation => {
  made += 1;
  return {
    id: idOf(made),
    ...identity,
    refs: [{ table: 'goals', id: goalId }],
    from,
    ...(to === undefined ? {} : { to }),
    cause: 'staffing',
    effect: 'paused',
    pausesPace: true,
    ...fields,
  };
};

export const createAssessment = (date: string, levelId: string): Assessment => {
  made += 1;
  return {
    id: idOf(made),
    ...identity,
    ref: { table: 'goals', id: goalId },
    levelId,
    evidence: [],
    comment: '',
    byPartyId: police,
    joint: true,
    date,
  };
};

export const createContext = (goal: Goal, promise: CitizenPromise = createPromise()): CountingContext => ({
  goal,
  promise,
  activities,
});

export interface Situation extends Partial<Omit<ProgressInput, 'goal' | 'tally' | 'asOf'>> {
  readonly logs?: readonly StandingLog[];
}

/** The engine's answer for a goal with its logs, as the app gets it: tallied first, computed from the tally. */
export function progressOf(goal: Goal, asOf: string, situation: Situation = {}): GoalProgress {
  const { logs = [], promise = createPromise(), measurements = [], assessments = [], deviations = [] } = situation;
  const { total } = tallyLogs(createContext(goal, promise), logs);
  return computeProgress({ goal, promise, tally: total, measurements, assessments, deviations, asOf });
}
