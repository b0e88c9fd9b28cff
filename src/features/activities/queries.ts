import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useServices } from '#features/services.ts';
import { readActivityLogs } from '#storage/activity-logs.ts';
import { overviewTables, readOverview } from '#storage/overview.ts';

/** The promise with its activities, goals and tallies. */
export function useActivityPromise(promiseId: string) {
  const { db } = useServices();
  return useQuery({
    queryKey: ['goalTotals', 'activity', promiseId],
    queryFn: async () => (await readOverview(db, promiseId)) ?? null,
    placeholderData: keepPreviousData,
    meta: { tables: overviewTables },
  });
}

/** Every standing log of the activity, the latest first. */
export function useActivityLogs(activityId: string) {
  const { db } = useServices();
  return useQuery({
    queryKey: ['progressLogs', 'activity', activityId],
    queryFn: () => readActivityLogs(db, activityId),
  });
}
