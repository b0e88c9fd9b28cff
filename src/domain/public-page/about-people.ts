import type { Activity } from '#domain/records/activity.ts';
import type { Feed, Goal } from '#domain/records/goal.ts';

interface Plan {
  readonly goals: readonly Goal[];
  readonly activities: readonly Activity[];
}

const keyOf = ({ activityId, measureId }: Feed): string => `${activityId}/${measureId}`;

/** What counts people: measures that say so, and those that a goal about people is counted from. */
function listMeasuresAboutPeople({ goals, activities }: Plan): ReadonlySet<string> {
  const fed = goals.filter(({ personRelated }) => personRelated).flatMap(({ feeds }) => feeds);
  const measured = activities.flatMap(({ id, measures }) =>
    measures.filter(({ personRelated }) => personRelated).map((measure) => ({ activityId: id, measureId: measure.id })),
  );
  return new Set([...fed, ...measured].map(keyOf));
}

/**
 * Whether a goal's figure is about people, or would give away one that is: a goal of its own that is counted from the same
 * measure shows the same number (guard P5).
 */
export function isAboutPeople(goal: Goal, plan: Plan): boolean {
  if (goal.personRelated) return true;
  const measures = listMeasuresAboutPeople(plan);
  return goal.feeds.some((feed) => measures.has(keyOf(feed)));
}

/** Whether how often something was done tells of people: where each occasion is one of them. */
export function areOccasionsAboutPeople(activity: Activity, plan: Plan): boolean {
  const [first] = activity.measures;
  return (
    first !== undefined && listMeasuresAboutPeople(plan).has(keyOf({ activityId: activity.id, measureId: first.id }))
  );
}
