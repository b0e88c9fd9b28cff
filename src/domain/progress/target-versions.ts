import { compareDays, type Day } from '#domain/calendar/day.ts';
import type { Goal, GoalVersion } from '#domain/records/goal.ts';
import type { Target } from '#domain/records/target.ts';

/** In: a goal. Out: its versions by the day they came into force; those of the same day in the order they were made. */
export const sortVersions = (goal: Goal): readonly GoalVersion[] =>
  goal.versions.toSorted((left, right) => compareDays(left.validFrom, right.validFrom));

/**
 * The target in force on a day (model section 4, "under the goal's version in force").
 * In: a goal and a day. Out: the latest version's that has begun; the first one's before any has; the goal's own before the seal.
 */
export function findTargetOn(goal: Goal, day: Day): Target {
  const versions = sortVersions(goal);
  return (versions.findLast((version) => version.validFrom <= day) ?? versions[0])?.target ?? goal.target;
}

/** In: a goal and a day. Out: the target as signed, when another one is in force on the day; else undefined. */
export function findSignedTarget(goal: Goal, day: Day): Target | undefined {
  const signed = sortVersions(goal)[0]?.target;
  if (!signed) return undefined;
  return JSON.stringify(signed) === JSON.stringify(findTargetOn(goal, day)) ? undefined : signed;
}
