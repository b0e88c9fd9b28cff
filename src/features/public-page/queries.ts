import { useQuery } from '@tanstack/react-query';
import { sumActivityWork } from '#domain/report/sum-activity-work.ts';
import { useServices } from '#features/services.ts';
import { readLogsOfActivities } from '#storage/activity-logs.ts';
import type { Row } from '#storage/database.ts';
import { readJoinedServer } from '#storage/joined-server.ts';
import { overviewTables, type PromiseOverview, readOverview } from '#storage/overview.ts';
import { readPublications } from '#storage/publications.ts';

export interface PublicDesk {
  readonly overview: PromiseOverview;
  /** The latest first. */
  readonly publications: readonly Row<'publications'>[];
  /** Occasions done until today, by activity. */
  readonly occasions: ReadonlyMap<string, number>;
  /** Who is signed in, where a server was joined: acts are theirs. */
  readonly userId: string | undefined;
}

/** All that the page about the public page shows; `null` when the promise is not on the device. */
export function usePublicDesk(promiseId: string) {
  const { db, clock } = useServices();
  const asOf = clock.today();
  return useQuery({
    queryKey: ['publications', promiseId, asOf],
    queryFn: async (): Promise<PublicDesk | null> => {
      const overview = await readOverview(db, promiseId);
      if (overview === undefined || overview.promise.deletedAt !== undefined) return null;
      const { promise, activities } = overview;
      const ids = activities.map(({ id }) => id);
      const logs = await readLogsOfActivities(db, ids);
      const work = sumActivityWork({ promise, activities, logs, asOf });
      return {
        overview,
        publications: await readPublications(db, promiseId),
        occasions: new Map(work.map(({ activityId, done }) => [activityId, done])),
        userId: (await readJoinedServer(db))?.userId,
      };
    },
    meta: { tables: [...overviewTables, 'publications', 'progressLogs', 'meta'] },
  });
}
