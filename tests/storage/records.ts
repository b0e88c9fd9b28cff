/** A small promise to store things about: two activities, and goals of several kinds that they feed. */
import type { Activity } from '#domain/records/activity.ts';
import type { CitizenPromise } from '#domain/records/citizen-promise.ts';
import type { Goal } from '#domain/records/goal.ts';
import type { ProgressLog } from '#domain/records/progress-log.ts';
import type { Target } from '#domain/records/target.ts';
import type { CommitTools, Write } from '#storage/commit-action.ts';

const stamp = '2026-01-01T08:00:00.000+01:00';

/** Ids in order and the same in every run, shaped as the records demand. */
export function numberIds(series = 0): () => string {
  let count = 0;
  return () => {
    count += 1;
    return `01900000-0000-7000-8000-${series.toString(16).padStart(4, '0')}${count.toString(16).padStart(8, '0')}`;
  };
}

/** A clock that moves a minute at each look, and ids in order. */
export function createTools(series = 0): CommitTools & { readonly today: () => string } {
  let minutes = 0;
  return {
    now: () => {
      minutes += 1;
      return new Date(Date.UTC(2026, 5, 1) + minutes * 60_000).toISOString();
    },
    newId: numberIds(series),
    today: () => '2026-11-21',
  };
}

export interface Story {
  readonly promise: CitizenPromise;
  readonly activities: readonly [Activity, Activity];
  readonly goals: readonly [Goal, Goal, Goal];
  readonly newId: () => string;
  readonly log: (changes?: Partial<ProgressLog>) => ProgressLog;
}

export function createStory(series = 9000, changes: Partial<CitizenPromise> = {}): Story {
  const newId = numberIds(series);
  const police = newId();
  const municipality = newId();
  const promiseId = newId();
  const identity = (id: string) => ({ id, promiseId, createdAt: stamp, updatedAt: stamp });
  const promise: CitizenPromise = {
    ...identity(promiseId),
    title: 'Tryggare centrum',
    municipalities: [{ name: 'Exempelby' }],
    policeAreas: [],
    parties: [
      { id: police, kind: 'police', name: 'Polisen', signatory: true },
      { id: municipality, kind: 'municipality', name: 'Kommunen', signatory: true },
    ],
    period: { from: '2026-01-01', to: '2026-12-31', basis: 'under 2026' },
    status: 'active',
    kind: 'new',
    situationPicture: { summary: '', sources: [] },
    signatories: [],
    followUpPlan: { cadence: 'tertial', dueDates: [] },
    feedbackPlan: { channels: [] },
    originalText: '',
    visibility: 'partners',
    ...changes,
  };
  const activity = (shortName: string, order: number): Activity => ({
    ...identity(newId()),
    text: shortName,
    shortName,
    order,
    responsibility: 'joint',
    parties: [],
    places: ['Torget', 'Stationen'],
    status: 'ongoing',
    measures: [
      { id: newId(), name: 'Antal insatser', unit: 'insatser', personRelated: false },
      { id: newId(), name: 'Stoppade fordon', unit: 'fordon', personRelated: false },
    ],
    plannedVisibility: 'internal',
  });
  const activities = [activity('Trafikkontroll', 1), activity('Nattvandring', 2)] as const;
  const goal = (order: number, target: Target, feeds: Goal['feeds'], more: Partial<Goal> = {}): Goal => ({
    ...identity(newId()),
    text: `Mål ${order}`,
    shortName: `Mål ${order}`,
    order,
    focusAreaIds: [],
    level: 'activity',
    ownerPartyIds: [police],
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
    ...more,
  });
  const [first, second] = activities;
  const feedOf = (from: Activity, measure: 0 | 1) => ({
    activityId: from.id,
    measureId: from.measures[measure]?.id ?? '',
  });
  return {
    promise,
    activities,
    goals: [
      goal(3, { kind: 'count', value: 12, unit: 'kontroller' }, [feedOf(first, 0)]),
      goal(4, { kind: 'recurrence', times: 1, per: 'week', reading: 'each', unit: 'vandringar' }, [feedOf(second, 0)]),
      goal(5, { kind: 'count', value: 100, unit: 'fordon' }, [feedOf(first, 1), feedOf(second, 0)], {
        additionalOnly: true,
      }),
    ],
    newId,
    log: (more = {}) => ({
      ...identity(newId()),
      activityIds: [first.id],
      date: '2026-03-31',
      quantities: { [first.measures[0]?.id ?? '']: 1 },
      state: 'done',
      partyIds: [police],
      byOutcomes: [],
      confirmedBy: [],
      visibility: 'internal',
      review: 'none',
      ...more,
    }),
  };
}

export const toWrites = ({ promise, activities, goals }: Story): readonly Write[] => [
  { kind: 'create', table: 'promises', record: promise },
  ...activities.map((record): Write => ({ kind: 'create', table: 'activities', record })),
  ...goals.map((record): Write => ({ kind: 'create', table: 'goals', record })),
];

export const logWrite = (record: ProgressLog): Write => ({ kind: 'create', table: 'progressLogs', record });
