import { computeProgress } from '#domain/progress/compute-progress.ts';
import type { GoalProgress } from '#domain/progress/goal-progress.ts';
import { emptyTally } from '#domain/progress/tally.ts';
import { describeOutcome } from '#domain/wording/describe-outcome.ts';
import type { Language } from '#domain/wording/locale.ts';
import type { PromiseOverview } from '#storage/overview.ts';

export interface Standings {
  /** By activity: how the first goal it feeds stands, in few words. */
  readonly byActivity: ReadonlyMap<string, string>;
  /** Members, steps and occasions that are done already. */
  readonly reachedItems: ReadonlySet<string>;
}

/** In: a promise with its tallies, the day and the language. Out: what the cards and the ticks of the form show. */
export function computeStandings(overview: PromiseOverview, asOf: string, language: Language): Standings {
  const { promise, totals, measurements, assessments, deviations } = overview;
  const byActivity = new Map<string, string>();
  const reachedItems = new Set<string>();
  for (const goal of overview.goals) {
    if (goal.status !== 'active' || goal.feeds.length === 0) continue;
    const tally = totals.get(goal.id) ?? emptyTally;
    const progress = computeProgress({ goal, promise, tally, measurements, assessments, deviations, asOf });
    for (const id of listReached(progress)) reachedItems.add(id);
    for (const { activityId } of goal.feeds) {
      if (!byActivity.has(activityId)) byActivity.set(activityId, describeOutcome(progress, language));
    }
  }
  return { byActivity, reachedItems };
}

function listReached({ detail }: GoalProgress): readonly string[] {
  if (detail.kind === 'checklist') return detail.members.flatMap(({ id, ticked }) => (ticked ? [id] : []));
  if (detail.kind === 'milestone') {
    return detail.steps.flatMap(({ id, state }) => (state === 'reached' || state === 'effort' ? [id] : []));
  }
  if (detail.kind === 'schedule') return detail.slots.flatMap(({ id, state }) => (state === 'kept' ? [id] : []));
  return [];
}
