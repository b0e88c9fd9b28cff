/** What one log means for each goal: whether it counts, how much, and why not. By the same rule that counts it. */
import { contributeToGoals, type StandingLog } from '#domain/progress/contribution.ts';
import type { ExclusionReason } from '#domain/progress/goal-progress.ts';
import type { Goal } from '#domain/records/goal.ts';
import type { PromiseOverview } from '#storage/overview.ts';

export type GoalMeaning =
  | {
      readonly kind: 'counts';
      readonly goal: Goal;
      readonly amount: number;
      readonly unsure: boolean;
      readonly whole: number | undefined;
    }
  | { readonly kind: 'excluded'; readonly goal: Goal; readonly reason: ExclusionReason };

/** In: a log, its promise and today. Out: one answer per goal that the log's activities feed. */
export function explainLog(
  log: StandingLog,
  { promise, activities, goals }: Pick<PromiseOverview, 'promise' | 'activities' | 'goals'>,
  today: string,
): readonly GoalMeaning[] {
  const contributions = contributeToGoals(
    goals.map((goal) => ({ goal, promise, activities })),
    log,
  );
  return goals.flatMap((goal): readonly GoalMeaning[] => {
    const contribution = contributions.get(goal.id);
    if (!contribution) return [];
    if (contribution.kind === 'excluded') return [{ kind: 'excluded', goal, reason: contribution.reason }];
    if (log.date > today) return [{ kind: 'excluded', goal, reason: 'future' }];
    const { amount, unsure, whole } = contribution;
    return [{ kind: 'counts', goal, amount, unsure, whole }];
  });
}
