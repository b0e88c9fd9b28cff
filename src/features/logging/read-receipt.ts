/** What a saved log meant for the goals it fed: read after the saving, from what is stored. */
import { computeProgress } from '#domain/progress/compute-progress.ts';
import { contributeToGoals } from '#domain/progress/contribution.ts';
import type { ExclusionReason, GoalProgress } from '#domain/progress/goal-progress.ts';
import { emptyTally } from '#domain/progress/tally.ts';
import type { Goal } from '#domain/records/goal.ts';
import type { ProgressLog } from '#domain/records/progress-log.ts';
import type { Services } from '#features/services.ts';
import type { PromiseOverview } from '#storage/overview.ts';

export type ReceiptLine =
  | { readonly kind: 'counts'; readonly goal: Goal; readonly progress: GoalProgress }
  | { readonly kind: 'excluded'; readonly goal: Goal; readonly reason: ExclusionReason };

/** In: the log as saved, and the promise as the form knew it. Out: one line per goal that the log's activities feed. */
export async function readReceipt(
  { db, clock }: Services,
  log: ProgressLog,
  overview: PromiseOverview,
): Promise<readonly ReceiptLine[]> {
  const { promise, activities, measurements, assessments, deviations } = overview;
  const goals = overview.goals.filter((goal) => goal.status === 'active');
  const contributions = contributeToGoals(
    goals.map((goal) => ({ goal, promise, activities })),
    log,
  );
  const fed = goals.filter((goal) => contributions.has(goal.id));
  const totals = await db.goalTotals.bulkGet(fed.map((goal) => goal.id));
  const asOf = clock.today();
  return fed.map((goal, index): ReceiptLine => {
    const contribution = contributions.get(goal.id);
    if (contribution?.kind === 'excluded') return { kind: 'excluded', goal, reason: contribution.reason };
    const tally = totals[index]?.tally ?? emptyTally;
    return {
      kind: 'counts',
      goal,
      progress: computeProgress({ goal, promise, tally, measurements, assessments, deviations, asOf }),
    };
  });
}
