/** The data set of all measurements: 10 promises with 50 activities and 30 goals each, and as many logs as are asked for. */
import { addDays, type Day } from '#domain/calendar/day.ts';
import { createSeededRandom, pickBetween, pickOne, type Random } from '#domain/examples/seeded-random.ts';
import type { Activity } from '#domain/records/activity.ts';
import type { CitizenPromise } from '#domain/records/citizen-promise.ts';
import type { Goal } from '#domain/records/goal.ts';
import type { ProgressLog } from '#domain/records/progress-log.ts';
import type { Target } from '#domain/records/target.ts';

export const promiseCount = 10;
export const activitiesEach = 50;
export const goalsEach = 30;

export interface DataSet {
  readonly promises: readonly CitizenPromise[];
  readonly activities: readonly Activity[];
  readonly goals: readonly Goal[];
}

/** A readable id of a kind of record: the same in every run. */
export const idOf = (kind: number, number: number): string =>
  `019a0000-000${kind}-7000-8000-${number.toString(16).padStart(12, '0')}`;

const [promiseKind, activityKind, goalKind, partyKind, measureKind, itemKind, logKind] = [1, 2, 3, 4, 5, 6, 7];
const daysBefore = 300;
const daysAfter = 65;

const range = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index);
const partyOf = (promise: number, party: number) => idOf(partyKind, promise * 10 + party);
const activityOf = (promise: number, activity: number) => idOf(activityKind, promise * 1000 + activity);
const measureOf = (promise: number, activity: number, measure: number) =>
  idOf(measureKind, (promise * 1000 + activity) * 10 + measure);

export function createDataSet(today: Day): DataSet {
  const promises = range(promiseCount);
  return {
    promises: promises.map((promise) => createPromise(promise, today)),
    activities: promises.flatMap((promise) => range(activitiesEach).map((index) => createActivity(promise, index))),
    goals: promises.flatMap((promise) => range(goalsEach).map((index) => createGoal(promise, index))),
  };
}

const stamps = { createdAt: '2026-01-02T08:00:00.000+01:00', updatedAt: '2026-01-02T08:00:00.000+01:00' };

const createPromise = (promise: number, today: Day): CitizenPromise => ({
  id: idOf(promiseKind, promise),
  promiseId: idOf(promiseKind, promise),
  ...stamps,
  title: `Promise ${promise + 1}`,
  municipalities: [{ name: `Town ${promise + 1}` }],
  policeAreas: [],
  parties: [
    { id: partyOf(promise, 0), kind: 'police', name: 'Police', signatory: true },
    { id: partyOf(promise, 1), kind: 'municipality', name: 'Municipality', signatory: true },
    { id: partyOf(promise, 2), kind: 'school', name: 'School', signatory: false },
  ],
  period: { from: addDays(today, -daysBefore), to: addDays(today, daysAfter), basis: 'a year' },
  status: 'active',
  kind: 'new',
  situationPicture: { summary: '', sources: [] },
  signatories: [],
  followUpPlan: { cadence: 'tertial', dueDates: [] },
  feedbackPlan: { channels: [] },
  originalText: '',
  visibility: 'internal',
});

const createActivity = (promise: number, index: number): Activity => ({
  id: activityOf(promise, index),
  promiseId: idOf(promiseKind, promise),
  ...stamps,
  text: `Activity ${index + 1} of promise ${promise + 1}, as it is written`,
  shortName: `Activity ${index + 1}`,
  order: index,
  responsibility: 'joint',
  parties: [{ partyId: partyOf(promise, index % 3), role: 'responsible' }],
  places: [],
  status: 'ongoing',
  measures: ['occasions', 'handled', 'received'].map((name, measure) => ({
    id: measureOf(promise, index, measure),
    name,
    unit: 'st',
    personRelated: false,
  })),
  plannedVisibility: 'internal',
});

/** Every activity feeds one goal, and the first twenty goals are fed by two. */
function createGoal(promise: number, index: number): Goal {
  const target = targetOf(promise, index);
  const fed = index < activitiesEach - goalsEach ? [index, goalsEach + index] : [index];
  return {
    id: idOf(goalKind, promise * 100 + index),
    promiseId: idOf(promiseKind, promise),
    ...stamps,
    text: `Goal ${index + 1} of promise ${promise + 1}, as it is written`,
    shortName: `Goal ${index + 1}`,
    order: activitiesEach + index,
    focusAreaIds: [],
    level: 'activity',
    ownerPartyIds: [partyOf(promise, index % 3)],
    target,
    countingRule: { countsAsOne: '', doesNotCount: '', decidedBy: '' },
    additionalOnly: false,
    feeds: fed.flatMap((activity) => feedsOf(promise, activity, target)),
    origin: 'promised',
    personRelated: false,
    smallNumberThreshold: 5,
    pacePlan: { kind: 'even' },
    versions: [],
    status: 'active',
  };
}

function feedsOf(promise: number, activity: number, target: Target): Goal['feeds'] {
  const activityId = activityOf(promise, activity);
  if (target.kind !== 'ratio') return [{ activityId, measureId: measureOf(promise, activity, 0) }];
  return [
    { activityId, measureId: measureOf(promise, activity, 1), role: 'part' },
    { activityId, measureId: measureOf(promise, activity, 2), role: 'whole' },
  ];
}

/** Half of the goals count up to a number, as in real promises; the rest are of other kinds. */
function targetOf(promise: number, index: number): Target {
  const unit = 'st';
  switch (index % 10) {
    case 1:
    case 4:
      return { kind: 'recurrence', times: 1, per: 'week', reading: 'each', unit };
    case 3:
      return { kind: 'ceiling', value: 400, reportEvery: 'month', unit };
    case 6:
      return { kind: 'ratio', share: 0.8, direction: 'at-least', unit };
    case 8:
      return {
        kind: 'checklist',
        members: range(12).map((item) => ({
          id: idOf(itemKind, (promise * 100 + index) * 100 + item),
          name: `Member ${item + 1}`,
        })),
      };
    default:
      return { kind: 'count', value: 300, unit };
  }
}

const opening = ['foot patrol', 'joint round', 'parent walk', 'information', 'speed control', 'home visit'] as const;
const place = ['by the station', 'in the park', 'at the school', 'along the main street', 'in the square'] as const;
const middle = ['calm evening', 'some loud groups', 'two lamps out of order', 'good talks with shopkeepers'] as const;
const ending = [
  'told the municipality',
  'to be followed up next week',
  'nothing more to do',
  'another round planned',
] as const;

/** In: how many, and the last day. Out: that many done logs over the promise's days until then, and over all activities. */
export function createLogs(count: number, today: Day, seed = 1): readonly ProgressLog[] {
  const random = createSeededRandom(seed);
  return range(count).map((index) => createLog(random, idOf(logKind, seed * 10_000_000 + index), index, today));
}

/** The `index` chooses promise and activity in turn. */
function createLog(random: Random, id: string, index: number, today: Day): ProgressLog {
  const promise = index % promiseCount;
  const activity = Math.floor(index / promiseCount) % activitiesEach;
  const date = addDays(today, -pickBetween(random, 0, daysBefore - 1));
  const received = pickBetween(random, 1, 6);
  const parties = [partyOf(promise, 0), partyOf(promise, 1), partyOf(promise, 2)];
  return {
    id,
    promiseId: idOf(promiseKind, promise),
    createdAt: `${date}T16:30:00.000+01:00`,
    updatedAt: `${date}T16:30:00.000+01:00`,
    activityIds: [activityOf(promise, activity)],
    date,
    quantities: {
      [measureOf(promise, activity, 0)]: 1,
      ...(isShare(activity) && {
        [measureOf(promise, activity, 1)]: pickBetween(random, 0, received),
        [measureOf(promise, activity, 2)]: received,
      }),
    },
    ...(isChecklist(activity) && { reached: [reachMember(random, promise, activity)] }),
    state: 'done',
    partyIds: parties.slice(0, pickBetween(random, 1, 2)),
    byOutcomes: [],
    confirmedBy: [],
    visibility: 'internal',
    review: 'none',
    place: pickOne(random, place),
    note: `${pickOne(random, opening)} ${pickOne(random, place)}: ${pickOne(random, middle)}, ${pickOne(random, ending)} (${index})`,
  };
}

const isShare = (activity: number) => (activity % goalsEach) % 10 === 6;
const isChecklist = (activity: number) => (activity % goalsEach) % 10 === 8;

const reachMember = (random: Random, promise: number, activity: number) => ({
  goalId: idOf(goalKind, promise * 100 + (activity % goalsEach)),
  itemId: idOf(itemKind, (promise * 100 + (activity % goalsEach)) * 100 + pickBetween(random, 0, 11)),
});
