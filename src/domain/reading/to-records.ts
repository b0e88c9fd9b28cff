/** From a draft that people have gone through to the records of a promise: pure, and valid for every draft. */
import { toPeriod } from '#domain/calendar/period.ts';
import { nameIds } from '#domain/examples/name-ids.ts';
import type { Activity } from '#domain/records/activity.ts';
import type { CitizenPromise } from '#domain/records/citizen-promise.ts';
import type { FocusArea } from '#domain/records/focus-area.ts';
import type { Feed, Goal } from '#domain/records/goal.ts';
import type { Target } from '#domain/records/target.ts';
import { describeTarget } from '#domain/wording/describe-target.ts';
import type { GuideAnswers } from './guide-answers.ts';
import { listWork, type Work } from './list-work.ts';
import type { DraftActivity, DraftGoal, PromiseDraft } from './promise-draft.ts';
import { occasions, type WantedMeasure } from './to-feeds.ts';
import { type GoalFields, toGuideGoals, unstatedRule } from './to-guide-goals.ts';
import { toPromise } from './to-promise.ts';
import { cutBetweenWords, toShortName } from './to-short-name.ts';
import { toTarget } from './to-target.ts';

export interface ReadRecords {
  readonly promise: CitizenPromise;
  readonly focusAreas: readonly FocusArea[];
  readonly activities: readonly Activity[];
  readonly goals: readonly Goal[];
}

interface RecordTools {
  readonly newId: () => string;
  readonly now: string;
  /** Answers about rows without a number, by the row's id. */
  readonly guides?: Readonly<Record<string, GuideAnswers>>;
}

/**
 * In: a draft without the rows that were thrown away and without references to them, a maker of ids and the instant.
 * Out: records in the order of the text (`order` over activities and goals together); what was added for the follow-up
 * comes after all that was promised.
 */
export function toRecords(draft: PromiseDraft, { newId, now, guides = {} }: RecordTools): ReadRecords {
  const idOf = nameIds(newId);
  const promiseId = idOf('promise');
  const promise = toPromise(draft, { id: promiseId, now, idOf });
  const period = toPeriod(promise.period, promise.signedOn);
  const stamp = { promiseId, createdAt: now, updatedAt: now };
  const targets = new Map(
    draft.goals.map((goal) => [goal.id, toTarget(goal.target, { newId, period, text: goal.text })]),
  );
  const work = listWork(draft, targets);
  const measures = collectMeasures(work);
  const toFeed = (activityId: string, { key, role }: WantedMeasure): Feed => ({
    activityId: idOf(activityId),
    measureId: idOf(`${activityId}/${key}`),
    ...(role && { role }),
  });

  const items = work.flatMap(({ activity, goal }) => [...(activity ? [activity.id] : []), ...(goal ? [goal.id] : [])]);
  const orderOf = new Map(items.map((id, index) => [id, index + 1]));
  const toOrder = (id: string) => orderOf.get(id) ?? items.length + 1;

  const activities = work.flatMap(({ activity }): Activity[] =>
    activity
      ? [toActivity(activity, { ...stamp, id: idOf(activity.id), order: toOrder(activity.id) }, { measures, idOf })]
      : [],
  );
  const promised = work.flatMap(({ goal, feeds }): Goal[] => {
    const target = goal && targets.get(goal.id);
    if (!goal || !target) return [];
    const wired = feeds.flatMap(({ activityId, wanted }) => wanted.map((measure) => toFeed(activityId, measure)));
    return [toGoal(goal, target, wired, { ...stamp, id: idOf(goal.id), order: toOrder(goal.id) }, idOf)];
  });
  const added = work.flatMap((part) => toAdded(part, guides, { newId, toFeed }));
  return {
    promise,
    focusAreas: draft.focusAreas.map(({ id, name }, index) => ({
      ...stamp,
      id: idOf(id),
      name: cutBetweenWords(name, 200),
      order: index + 1,
      themes: [],
      causes: [],
    })),
    activities,
    goals: [
      ...promised,
      ...added.map(({ fields, row }, index) => ({
        ...stamp,
        ...plainGoal,
        ...fields,
        versions: [],
        id: newId(),
        order: items.length + 1 + index,
        focusAreaIds: row.focusAreaIds.map(idOf),
        ownerPartyIds: row.partyIds.map(idOf),
      })),
    ],
  };
}

const plainGoal = { smallNumberThreshold: 5, pacePlan: { kind: 'even' }, status: 'active' } as const;

type Stamp = Pick<Goal, 'id' | 'promiseId' | 'createdAt' | 'updatedAt' | 'order'>;

/** What each activity has to ask for: occasions first, then what its goals need, each once. */
function collectMeasures(work: readonly Work[]): ReadonlyMap<string, readonly WantedMeasure[]> {
  const byActivity = new Map<string, WantedMeasure[]>();
  for (const { activity } of work) if (activity) byActivity.set(activity.id, [occasions]);
  for (const { activityId, wanted } of work.flatMap(({ feeds }) => feeds)) {
    const known = byActivity.get(activityId) ?? [];
    for (const measure of wanted) if (!known.some(({ key }) => key === measure.key)) known.push(measure);
  }
  return byActivity;
}

interface ActivityTools {
  readonly measures: ReadonlyMap<string, readonly WantedMeasure[]>;
  readonly idOf: (name: string) => string;
}

const toActivity = (activity: DraftActivity, stamp: Stamp, { measures, idOf }: ActivityTools): Activity => ({
  ...stamp,
  ...(activity.focusAreaId && { focusAreaId: idOf(activity.focusAreaId) }),
  text: cutBetweenWords(activity.text, 2000),
  shortName: toShortName(activity.text),
  responsibility: activity.responsibility,
  parties: activity.parties.map(({ partyId, role }) => ({ partyId: idOf(partyId), role })),
  places: [],
  status: 'planned',
  measures: (measures.get(activity.id) ?? [occasions]).map(({ key, name, unit, personRelated }) => ({
    id: idOf(`${activity.id}/${key}`),
    name,
    unit,
    personRelated,
  })),
  plannedVisibility: 'internal',
});

const toGoal = (
  goal: DraftGoal,
  target: Target,
  feeds: Feed[],
  stamp: Stamp,
  idOf: (name: string) => string,
): Goal => ({
  ...stamp,
  ...plainGoal,
  versions: [],
  text: cutBetweenWords(goal.text, 2000),
  shortName: nameGoal(goal.text, target),
  focusAreaIds: goal.focusAreaIds.map(idOf),
  level: goal.level,
  ownerPartyIds: goal.ownerPartyIds.map(idOf),
  target,
  countingRule: unstatedRule,
  additionalOnly: goal.additionalOnly,
  feeds,
  origin: 'promised',
  personRelated: goal.personRelated,
});

/** A direction is said shorter by what moves than by the sentence that promises it. */
function nameGoal(text: string, target: Target): string {
  const name = toShortName(text);
  if (target.kind !== 'series' || !name.endsWith('…')) return name;
  return toShortName(describeTarget(target, 'sv'));
}

interface AddedGoal {
  readonly fields: GoalFields;
  readonly row: { readonly focusAreaIds: readonly string[]; readonly partyIds: readonly string[] };
}

function toAdded(
  { activity, goal, feeds }: Work,
  guides: Readonly<Record<string, GuideAnswers>>,
  { newId, toFeed }: Pick<RecordTools, 'newId'> & { readonly toFeed: (id: string, wanted: WantedMeasure) => Feed },
): readonly AddedGoal[] {
  const rows = [
    activity && {
      id: activity.id,
      text: activity.text,
      activityId: activity.id,
      focusAreaIds: activity.focusAreaId ? [activity.focusAreaId] : [],
      partyIds: activity.parties.filter(({ role }) => role === 'responsible').map(({ partyId }) => partyId),
    },
    goal && {
      id: goal.id,
      text: goal.text,
      activityId: feeds[0]?.activityId ?? goal.activityId,
      focusAreaIds: goal.focusAreaIds,
      partyIds: goal.ownerPartyIds,
    },
  ];
  return rows.flatMap((row) => {
    const answers = row && guides[row.id];
    if (!row || !answers) return [];
    const feed = row.activityId ? toFeed(row.activityId, occasions) : undefined;
    const made = toGuideGoals(answers, { shortName: toShortName(row.text), feed }, newId);
    return made.map((fields) => ({ fields, row }));
  });
}
