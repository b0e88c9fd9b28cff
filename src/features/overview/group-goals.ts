import type { RunningStatus } from '#domain/progress/goal-progress.ts';
import type { GoalStanding } from './compute-goals.ts';

/** Headings of the overview, in the order they are read. */
export const goalGroups = ['talk', 'good', 'waiting', 'effects', 'unmeasured', 'rescoped', 'disposed'] as const;
export type GoalGroup = (typeof goalGroups)[number];

const good: ReadonlySet<RunningStatus> = new Set(['met', 'ahead', 'on-pace', 'holding']);

/** The worst first, so that a meeting starts where it should. */
const urgency: readonly RunningStatus[] = ['broken', 'not-met', 'behind', 'unconfirmed', 'at-risk', 'no-data'];

/**
 * In: goals with their progress, in the order of the text. Out: the groups that have goals. Each goal is in one group;
 * effects have a lane of their own, unless they need to be discussed.
 */
export function groupGoals(
  standings: readonly GoalStanding[],
): readonly { readonly group: GoalGroup; readonly standings: readonly GoalStanding[] }[] {
  return goalGroups.flatMap((group) => {
    const own = standings.filter((standing) => findGroup(standing) === group);
    if (own.length === 0) return [];
    return [{ group, standings: group === 'talk' ? sortByUrgency(own) : own }];
  });
}

function findGroup({ goal, progress }: GoalStanding): GoalGroup {
  if (progress.needsTalk) return 'talk';
  if (progress.status === 'rescoped' || progress.status === 'disposed') return progress.status;
  if (goal.level === 'effect') return 'effects';
  if (progress.status === 'unmeasured') return 'unmeasured';
  return good.has(progress.status) ? 'good' : 'waiting';
}

const sortByUrgency = (standings: readonly GoalStanding[]) =>
  standings.toSorted((left, right) => rank(left) - rank(right));

const rank = ({ progress }: GoalStanding): number => {
  const place = urgency.indexOf(progress.status);
  return place === -1 ? urgency.length : place;
};
