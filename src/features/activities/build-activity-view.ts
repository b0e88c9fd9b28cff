import type { Day } from '#domain/calendar/day.ts';
import {
  type ActivityWeek,
  countWeeks,
  findActivityPauses,
  findWorkSpan,
  type MeasureSum,
  sumMeasures,
} from '#domain/progress/activity-work.ts';
import { computeProgress } from '#domain/progress/compute-progress.ts';
import type { GoalProgress } from '#domain/progress/goal-progress.ts';
import { emptyTally } from '#domain/progress/tally.ts';
import type { Activity } from '#domain/records/activity.ts';
import type { Deviation } from '#domain/records/deviation.ts';
import type { Goal } from '#domain/records/goal.ts';
import type { PromiseOverview } from '#storage/overview.ts';
import type { LogRow } from '#storage/progress-logs.ts';

const latestShown = 10;

export interface ActivityWork {
  /** Undefined while the promise has no start. */
  readonly weeks: readonly ActivityWeek[] | undefined;
  readonly sums: readonly MeasureSum[];
  /** Nearest first. */
  readonly planned: readonly LogRow[];
  readonly latest: readonly LogRow[];
}

/** In: an activity with its logs, the latest first, and the day. Out: what its page tells of the work. */
export function buildActivityWork(
  activity: Activity,
  { promise, deviations }: Pick<PromiseOverview, 'promise' | 'deviations'>,
  logs: readonly LogRow[],
  asOf: Day,
): ActivityWork {
  const input = { activity, logs, asOf };
  const span = findWorkSpan(promise, asOf);
  return {
    weeks: span && countWeeks(input, span, findActivityPauses(activity, deviations, asOf)),
    sums: sumMeasures(input),
    planned: logs.filter(({ state, date }) => state === 'planned' && date >= asOf).toReversed(),
    latest: logs.filter(({ state, date }) => state !== 'planned' && date <= asOf).slice(0, latestShown),
  };
}

export interface FedGoal {
  readonly goal: Goal;
  readonly progress: GoalProgress;
}

/** In: an activity and its promise. Out: the goals that it feeds, with their standing. */
export function listFedGoals(activityId: string, overview: PromiseOverview, asOf: Day): readonly FedGoal[] {
  const { promise, goals, totals, measurements, assessments, deviations } = overview;
  return goals
    .filter(({ feeds }) => feeds.some((feed) => feed.activityId === activityId))
    .map((goal) => {
      const tally = totals.get(goal.id) ?? emptyTally;
      return {
        goal,
        progress: computeProgress({ goal, promise, tally, measurements, assessments, deviations, asOf }),
      };
    });
}

/** Deviations of the activity itself. */
export const listOwnDeviations = (activityId: string, deviations: readonly Deviation[]): readonly Deviation[] =>
  deviations.filter(({ refs }) => refs.some(({ id }) => id === activityId));
