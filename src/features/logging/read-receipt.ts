/** What a saved log meant for the goals it fed: from what is stored, which the saving may have told already. */
import { computeProgress } from '#domain/progress/compute-progress.ts';
import { contributeToGoals } from '#domain/progress/contribution.ts';
import type { ExclusionReason, GoalProgress } from '#domain/progress/goal-progress.ts';
import { emptyTally } from '#domain/progress/tally.ts';
import type { Goal } from '#domain/records/goal.ts';
import type { ProgressLog } from '#domain/records/progress-log.ts';
import type { Services } from '#features/services.ts';
import type { Committed } from '#storage/commit-action.ts';
import type { PromiseOverview } from '#storage/overview.ts';

export type ReceiptLine =
  | { readonly kind: 'counts'; readonly goal: Goal; readonly progress: GoalProgress }
  | { readonly kind: 'excluded'; readonly goal: Goal; readonly reason: ExclusionReason };

/** In: the log as saved, the promise as the form knew it, and the totals that the saving told. Out: one line per goal that the log's activities feed. */
export async function readReceipt(
  { db, clock }: Services,
  log: ProgressLog,
  overview: PromiseOverview,
  told: Committed['totals'] = [],
): Promise<readonly ReceiptLine[]> {
  const { promise, activities, measurements, assessments, deviations } = overview;
  const goals = overview.goals.filter((goal) => goal.status === 'active');
  const contributions = contributeToGoals(
    goals.map((goal) => ({ goal, promise, activities })),
    log,
  );
  const fed = goals.filter((goal) => contributions.has(goal.id));
  const totals = new Map(told.map((total) => [total.goalId, total]));
  const untold = fed.filter(({ id }) => !totals.has(id)).map(({ id }) => id);
  const read = untold.length === 0 ? [] : await db.goalTotals.bulkGet(untold);
  for (const total of read) if (total) totals.set(total.goalId, total);
  const asOf = clock.today();
  return fed.map((goal): ReceiptLine => {
    const contribution = contributions.get(goal.id);
    if (contribution?.kind === 'excluded') return { kind: 'excluded', goal, reason: contribution.reason };
    const tally = totals.get(goal.id)?.tally ?? emptyTally;
    return {
      kind: 'counts',
      goal,
      progress: computeProgress({ goal, promise, tally, measurements, assessments, deviations, asOf }),
    };
  });
}
