import { useQuery } from '@tanstack/react-query';
import { sumActivityWork } from '#domain/report/sum-activity-work.ts';
import { useServices } from '#features/services.ts';
import { readLogsOfActivities } from '#storage/activity-logs.ts';
import type { Row } from '#storage/database.ts';
import { readFeedback } from '#storage/feedback.ts';
import { overviewTables, type PromiseOverview, readOverview } from '#storage/overview.ts';

export interface FeedbackDesk {
  readonly overview: PromiseOverview;
  /** The latest first. */
  readonly feedback: readonly Row<'feedback'>[];
  readonly occasions: ReadonlyMap<string, number>;
}

/** All that the page about feedback shows; `null` when the promise is not on the device. */
export function useFeedbackDesk(promiseId: string) {
  const { db, clock } = useServices();
  const asOf = clock.today();
  return useQuery({
    queryKey: ['feedback', promiseId, asOf],
    queryFn: async (): Promise<FeedbackDesk | null> => {
      const overview = await readOverview(db, promiseId);
      if (overview === undefined || overview.promise.deletedAt !== undefined) return null;
      const { promise, activities } = overview;
      const ids = activities.map(({ id }) => id);
      const work = sumActivityWork({ promise, activities, logs: await readLogsOfActivities(db, ids), asOf });
      const occasions = new Map(work.map(({ activityId, done }) => [activityId, done]));
      return { overview, feedback: await readFeedback(db, promiseId), occasions };
    },
    meta: { tables: [...overviewTables, 'feedback', 'progressLogs'] },
  });
}
