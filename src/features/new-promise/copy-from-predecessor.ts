import { addDays, toDayNumber } from '#domain/calendar/day.ts';
import { addMonths, toPeriod } from '#domain/calendar/period.ts';
import type { Activity } from '#domain/records/activity.ts';
import type { CitizenPromise } from '#domain/records/citizen-promise.ts';
import type { FocusArea } from '#domain/records/focus-area.ts';
import type { Goal } from '#domain/records/goal.ts';
import type { Target } from '#domain/records/target.ts';
import type { Services } from '#features/services.ts';
import { readActivities } from '#storage/activities.ts';
import { commitAction, type Write } from '#storage/commit-action.ts';
import { readFocusAreas } from '#storage/focus-areas.ts';
import { readGoals } from '#storage/goals.ts';
import { readPromise } from '#storage/promises.ts';
import { emptyPromise } from './create-promise.ts';
import { applyChoice, type ItemChoice } from './former-items.ts';

export type CopyOutcome =
  | { readonly kind: 'created'; readonly promiseId: string; readonly tx: string }
  | { readonly kind: 'missing' };

export interface SourcePlan {
  readonly promise: CitizenPromise;
  readonly focusAreas: readonly FocusArea[];
  readonly activities: readonly Activity[];
  readonly goals: readonly Goal[];
}

export interface CopyWish {
  readonly promiseId: string;
  readonly title: string;
  /** By the id of the item; what nobody chose for is kept. */
  readonly choices?: ReadonlyMap<string, ItemChoice> | undefined;
}

/**
 * A new draft with the structure and owners of an earlier promise, and with the lineage kept.
 * What was done, said and signed stays where it was.
 */
export async function copyFromPredecessor(
  { db, clock, newId }: Services,
  { promiseId, title, choices }: CopyWish,
): Promise<CopyOutcome> {
  const promise = await readPromise(db, promiseId);
  if (!promise || promise.deletedAt) return { kind: 'missing' };
  const [focusAreas, activities, goals] = await Promise.all([
    readFocusAreas(db, promiseId),
    readActivities(db, promiseId),
    readGoals(db, promiseId),
  ]);
  const plan = { promise, focusAreas, activities, goals };
  const copy = copyPlan(plan, { title, now: clock.now(), newId, choices: choices ?? new Map() });
  const writes: readonly Write[] = [
    { kind: 'create', table: 'promises', record: copy.promise },
    ...copy.focusAreas.map((record): Write => ({ kind: 'create', table: 'focusAreas', record })),
    ...copy.activities.map((record): Write => ({ kind: 'create', table: 'activities', record })),
    ...copy.goals.map((record): Write => ({ kind: 'create', table: 'goals', record })),
  ];
  const { tx } = await commitAction(
    db,
    { label: 'record-created', writes },
    { now: clock.now, today: clock.today, newId },
  );
  return { kind: 'created', promiseId: copy.promise.id, tx };
}

interface CopyTools {
  readonly title: string;
  readonly choices?: ReadonlyMap<string, ItemChoice>;
  readonly now: string;
  readonly newId: () => string;
}

/** The copied records. Every reference points inside the copy; parties keep their ids, for they are the same parties. */
export function copyPlan(plan: SourcePlan, { title, now, newId, choices = new Map() }: CopyTools): SourcePlan {
  const newIds = new Map<string, string>();
  const toNewId = (id: string) => {
    const known = newIds.get(id) ?? newId();
    newIds.set(id, known);
    return known;
  };
  const promiseId = toNewId(plan.promise.id);
  const stamp = (id: string) => ({ id: toNewId(id), promiseId, createdAt: now, updatedAt: now });
  const period = movePeriod(plan.promise);
  const months = period.movedBy;
  const isKept = ({ id }: { readonly id: string }) => choices.get(id)?.step !== 'drop';
  const activities = plan.activities.filter(isKept);
  const goesOn = new Set(activities.map(({ id }) => id));
  return {
    promise: copyPromise(plan.promise, { ...stamp(plan.promise.id), title, period: period.stated }),
    focusAreas: plan.focusAreas.map((area) => copyFocusArea(area, stamp(area.id))),
    activities: activities.map((activity) => copyActivity(activity, stamp(activity.id), toNewId)),
    goals: plan.goals
      .filter((goal) => goal.status === 'active' && isKept(goal))
      // Work that was ended counts towards nothing in the new promise.
      .map((goal) => ({ ...goal, feeds: goal.feeds.filter(({ activityId }) => goesOn.has(activityId)) }))
      .map((goal) => applyChoice(copyGoal(goal, stamp(goal.id), { toNewId, months }), choices.get(goal.id))),
  };
}

interface Stamp {
  readonly id: string;
  readonly promiseId: string;
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** The period that follows on the old one: as long, from the day after. Unknown stays unknown. */
function movePeriod({ period, signedOn }: CitizenPromise): { stated: CitizenPromise['period']; movedBy: number } {
  const { fromSigning, months, openEnd } = period;
  if (fromSigning)
    return { stated: { fromSigning, ...(months && { months }), ...(openEnd && { openEnd }), basis: '' }, movedBy: 12 };
  const old = toPeriod(period, signedOn);
  if (!old) return { stated: { basis: '' }, movedBy: 12 };
  const from = addDays(old.to, 1);
  const length = countMonths(old.from, from);
  const to =
    length > 0 ? addDays(addMonths(from, length), -1) : addDays(from, toDayNumber(old.to) - toDayNumber(old.from));
  return { stated: { from, to, basis: '' }, movedBy: length };
}

/** Whole months between two days, or 0 when they do not fall on the same date. */
function countMonths(from: string, to: string): number {
  const [year = 0, month = 0] = from.split('-').map(Number);
  const [nextYear = 0, nextMonth = 0] = to.split('-').map(Number);
  const months = (nextYear - year) * 12 + nextMonth - month;
  return addMonths(from, months) === to ? months : 0;
}

const copyPromise = (
  old: CitizenPromise,
  next: Stamp & { readonly title: string; readonly period: CitizenPromise['period'] },
): CitizenPromise => ({
  ...emptyPromise,
  ...next,
  kind: 'renewed',
  predecessorId: old.id,
  municipalities: old.municipalities,
  policeAreas: old.policeAreas,
  parties: old.parties,
  ...(old.agreement && { agreement: old.agreement }),
  ...(old.programme && { programme: old.programme }),
  // Functions go with the structure; who held them last year does not.
  signatories: old.signatories.map(({ role, partyId }) => ({ role, partyId })),
  followUpPlan: {
    cadence: old.followUpPlan.cadence,
    ...(old.followUpPlan.statement && { statement: old.followUpPlan.statement }),
    dueDates: [],
  },
  feedbackPlan: old.feedbackPlan,
});

const copyFocusArea = ({ name, statement, order, themes, problem, causes }: FocusArea, stamp: Stamp): FocusArea => ({
  ...stamp,
  name,
  ...(statement && { statement }),
  order,
  themes,
  ...(problem && { problem }),
  causes,
});

const copyActivity = (old: Activity, stamp: Stamp, toNewId: (id: string) => string): Activity => ({
  ...stamp,
  ...(old.focusAreaId && { focusAreaId: toNewId(old.focusAreaId) }),
  text: old.text,
  shortName: old.shortName,
  order: old.order,
  responsibility: old.responsibility,
  parties: old.parties,
  ...(old.targetGroup && { targetGroup: old.targetGroup }),
  places: old.places,
  status: 'planned',
  measures: old.measures.map((measure) => ({ ...measure, id: toNewId(measure.id) })),
  plannedVisibility: old.plannedVisibility,
});

function copyGoal(
  old: Goal,
  stamp: Stamp,
  { toNewId, months }: { readonly toNewId: (id: string) => string; readonly months: number },
): Goal {
  const { weight, additionalOnly, personRelated, smallNumberThreshold, pacePlan, countingRule, level, origin } = old;
  return {
    ...stamp,
    text: old.text,
    shortName: old.shortName,
    order: old.order,
    focusAreaIds: old.focusAreaIds.map(toNewId),
    level,
    ownerPartyIds: old.ownerPartyIds,
    target: moveTarget(old.target, months),
    countingRule,
    additionalOnly,
    feeds: old.feeds.map((feed) => ({
      ...feed,
      activityId: toNewId(feed.activityId),
      measureId: toNewId(feed.measureId),
    })),
    origin,
    personRelated,
    smallNumberThreshold,
    pacePlan,
    ...(weight && { weight }),
    versions: [],
    status: 'active',
    predecessorId: old.id,
  };
}

/**
 * The target as a proposal for the new period: occasions move by whole weeks so that the weekday stays, dates by whole
 * months; a baseline belongs to its year and is left for the new measurement. Items keep their ids: the same school.
 */
function moveTarget(target: Target, months: number): Target {
  const moved = (day: string) => (months > 0 ? addMonths(day, months) : day);
  switch (target.kind) {
    case 'schedule':
      return {
        ...target,
        slots: target.slots.map(({ id, date, name }) => ({
          id,
          date: moveByWeeks(date, moved(date)),
          ...(name && { name }),
        })),
      };
    case 'milestone':
      return {
        ...target,
        steps: target.steps.map(({ dueOn, ...step }) => ({ ...step, ...(dueOn && { dueOn: moved(dueOn) }) })),
      };
    case 'deadline':
      return target.by ? { ...target, by: moved(target.by) } : target;
    case 'series': {
      const { baseline: _old, nextMeasurementOn: _next, ...kept } = target;
      return kept;
    }
    default:
      return target;
  }
}

/** The same weekday nearest to the wanted day. */
const moveByWeeks = (day: string, wanted: string): string =>
  addDays(day, Math.round((toDayNumber(wanted) - toDayNumber(day)) / 7) * 7);
