/** What an import would do to each goal, by the one engine that every figure comes from. */
import type { Day } from '#domain/calendar/day.ts';
import { computeProgress } from '#domain/progress/compute-progress.ts';
import type { PromiseInput } from '#domain/progress/compute-promise.ts';
import { contributeToGoals, tallyGoals } from '#domain/progress/contribution.ts';
import type { CountingContext } from '#domain/progress/counting-plan.ts';
import type { ExclusionReason, GoalProgress } from '#domain/progress/goal-progress.ts';
import { addTally, emptyTally } from '#domain/progress/tally.ts';
import type { Activity } from '#domain/records/activity.ts';
import type { Goal } from '#domain/records/goal.ts';
import type { ProgressLog } from '#domain/records/progress-log.ts';

export interface GoalChange {
  readonly goal: Goal;
  readonly before: GoalProgress;
  readonly after: GoalProgress;
  /** How many of the new logs count for the goal. */
  readonly counted: number;
  /** Those of its activities that do not, by reason. */
  readonly excluded: ReadonlyMap<ExclusionReason, number>;
}

/**
 * In: the promise as it stands with its tallies, the logs that would come, and today. Out: every active goal that these
 * logs' activities feed, before and after; nothing is stored.
 */
export function previewGoals(
  input: PromiseInput & { readonly activities: readonly Activity[] },
  logs: readonly ProgressLog[],
  asOf: Day,
): readonly GoalChange[] {
  const { promise, activities } = input;
  const goals = input.goals.filter(({ status }) => status === 'active');
  const contexts = goals.map((goal): CountingContext => ({ goal, promise, activities }));
  const added = tallyGoals(contexts, logs);
  const counts = countContributions(contexts, logs);
  return goals.flatMap((goal) => {
    const told = counts.get(goal.id);
    if (!told) return [];
    const tally = input.totals.get(goal.id) ?? emptyTally;
    const progress = (own: typeof tally) => computeProgress({ ...input, goal, tally: own, asOf });
    const after = addTally(tally, added.get(goal.id)?.total ?? emptyTally);
    return [{ goal, before: progress(tally), after: progress(after), ...told }];
  });
}

interface Told {
  counted: number;
  readonly excluded: Map<ExclusionReason, number>;
}

function countContributions(
  contexts: readonly CountingContext[],
  logs: readonly ProgressLog[],
): ReadonlyMap<string, Told> {
  const counts = new Map<string, Told>();
  for (const log of logs) {
    for (const [goalId, contribution] of contributeToGoals(contexts, log)) {
      const told = counts.get(goalId) ?? { counted: 0, excluded: new Map() };
      counts.set(goalId, told);
      if (contribution.kind === 'counts') told.counted += 1;
      else told.excluded.set(contribution.reason, (told.excluded.get(contribution.reason) ?? 0) + 1);
    }
  }
  return counts;
}
