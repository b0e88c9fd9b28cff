import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Day } from '#domain/calendar/day.ts';
import type { Tally } from '#domain/progress/tally.ts';
import type { Goal } from '#domain/records/goal.ts';
import { useServices } from '#features/services.ts';
import { readLogsOfActivities } from '#storage/activity-logs.ts';
import { readComments } from '#storage/comments.ts';
import type { Database, Row } from '#storage/database.ts';
import { readGoalDays } from '#storage/goal-days.ts';
import { readGoal } from '#storage/goals.ts';
import { overviewTables, type PromiseOverview, readOverview } from '#storage/overview.ts';
import type { LogRow } from '#storage/progress-logs.ts';

/** A goal with all that its page tells, from the tallies of its days. Reads no log. */
export interface GoalRecords {
  readonly goal: Row<'goals'>;
  readonly overview: PromiseOverview;
  readonly byDay: readonly (readonly [Day, Tally])[];
  readonly comments: readonly Row<'comments'>[];
}

export function useGoalRecords(promiseId: string, goalId: string) {
  const { db } = useServices();
  return useQuery({
    queryKey: ['goalDays', 'goal', promiseId, goalId],
    queryFn: () => readGoalRecords(db, promiseId, goalId),
    placeholderData: keepPreviousData,
    meta: { tables: [...overviewTables, 'comments'] },
  });
}

/** The same goal in the promise before, if it is on the device. */
export function useFormerGoal({ predecessorId }: Goal) {
  const { db } = useServices();
  return useQuery({
    queryKey: ['goalDays', 'former', predecessorId],
    queryFn: async () => {
      const former = predecessorId === undefined ? undefined : await readGoal(db, predecessorId);
      return former ? readGoalRecords(db, former.promiseId, former.id) : null;
    },
    meta: { tables: overviewTables },
    enabled: predecessorId !== undefined,
  });
}

/** Every log of the activities that feed the goal, standing or not: what the explanation is made of. After the first paint. */
export function useGoalLogs(goal: Goal) {
  const { db } = useServices();
  const activityIds = [...new Set(goal.feeds.map((feed) => feed.activityId))];
  return useQuery({
    queryKey: ['progressLogs', 'explain', goal.id, ...activityIds],
    queryFn: (): Promise<readonly LogRow[]> => readLogsOfActivities(db, activityIds),
  });
}

async function readGoalRecords(db: Database, promiseId: string, goalId: string): Promise<GoalRecords | null> {
  const [overview, days, comments] = await Promise.all([
    readOverview(db, promiseId),
    readGoalDays(db, goalId),
    readComments(db, promiseId),
  ]);
  const goal = overview?.goals.find((one) => one.id === goalId);
  if (!overview || !goal) return null;
  return {
    goal,
    overview,
    byDay: days.map(({ date, tally }) => [date, tally] as const),
    comments: comments.filter((comment) => comment.ref.id === goalId),
  };
}
