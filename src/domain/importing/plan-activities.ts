import type { Day } from '#domain/calendar/day.ts';
import { findBounds } from '#domain/progress/counting-plan.ts';
import type { Activity, Measure } from '#domain/records/activity.ts';
import type { CitizenPromise } from '#domain/records/citizen-promise.ts';
import type { FocusArea } from '#domain/records/focus-area.ts';
import type { Goal } from '#domain/records/goal.ts';
import { foldName } from './cell.ts';
import type { ActivityFields, ReadyActivity } from './check-activities.ts';

export interface PlanStamp {
  readonly promise: CitizenPromise;
  readonly now: string;
  readonly today: Day;
  readonly newId: () => string;
  /** The first free place after what the promise has. */
  readonly order: number;
  /** The first free place after its focus areas. */
  readonly areaOrder: number;
  /** What every activity is counted in from the start ("antal insatser"), in the language of who imports. */
  readonly occasions: Pick<Measure, 'name' | 'unit'>;
}

export interface PlannedActivities {
  readonly focusAreas: readonly FocusArea[];
  readonly activities: readonly Activity[];
  readonly goals: readonly Goal[];
}

/** In: what can be imported, and the author's clock and names. Out: the records, numbered after those of the promise. */
export function planActivities(ready: readonly ReadyActivity[], stamp: PlanStamp): PlannedActivities {
  const areas = new Map<string, FocusArea>();
  const activities: Activity[] = [];
  const goals: Goal[] = [];
  let { order } = stamp;
  for (const { fields } of ready) {
    const activity = toActivity(fields, toAreaId(fields, areas, stamp), order, stamp);
    activities.push(activity);
    order += 1;
    if (!fields.target) continue;
    goals.push(toGoal(fields, fields.target, activity, order, stamp));
    order += 1;
  }
  return { focusAreas: [...areas.values()], activities, goals };
}

const toIdentity = ({ promise, now, newId }: PlanStamp) => ({
  id: newId(),
  promiseId: promise.id,
  createdAt: now,
  updatedAt: now,
});

function toAreaId({ focusArea }: ActivityFields, areas: Map<string, FocusArea>, stamp: PlanStamp): string | undefined {
  if (focusArea === undefined || 'id' in focusArea) return focusArea?.id;
  const key = foldName(focusArea.name);
  const area = areas.get(key) ?? {
    ...toIdentity(stamp),
    name: focusArea.name,
    order: stamp.areaOrder + areas.size,
    themes: [],
    causes: [],
  };
  areas.set(key, area);
  return area.id;
}

function toActivity(fields: ActivityFields, areaId: string | undefined, order: number, stamp: PlanStamp): Activity {
  return {
    ...toIdentity(stamp),
    ...(areaId !== undefined && { focusAreaId: areaId }),
    text: fields.text,
    shortName: fields.shortName,
    order,
    responsibility: 'joint',
    parties: fields.partyIds.map((partyId) => ({ partyId, role: 'responsible' })),
    ...(fields.targetGroup !== undefined && { targetGroup: fields.targetGroup }),
    places: [...fields.places],
    status: 'planned',
    measures: [{ id: stamp.newId(), ...stamp.occasions, personRelated: false }],
    plannedVisibility: 'internal',
  };
}

function toGoal(
  fields: ActivityFields,
  target: Goal['target'],
  activity: Activity,
  order: number,
  stamp: PlanStamp,
): Goal {
  const { promise, today } = stamp;
  const isSealed = promise.seal?.sealedOn !== undefined;
  const countingRule = { countsAsOne: '', doesNotCount: '', decidedBy: '' };
  const validFrom = findBounds(promise).from ?? today;
  return {
    ...toIdentity(stamp),
    text: fields.text,
    shortName: fields.shortName,
    order,
    focusAreaIds: activity.focusAreaId === undefined ? [] : [activity.focusAreaId],
    level: 'activity',
    ownerPartyIds: [...fields.partyIds],
    target,
    countingRule,
    additionalOnly: false,
    feeds: activity.measures.map(({ id }) => ({ activityId: activity.id, measureId: id })),
    // What comes after the seal was not promised by it.
    origin: isSealed ? 'added-for-follow-up' : 'promised',
    personRelated: false,
    smallNumberThreshold: 5,
    pacePlan: { kind: 'even' },
    versions: isSealed ? [{ target, countingRule, validFrom, reason: '', decidedBy: '' }] : [],
    status: 'active',
  };
}
