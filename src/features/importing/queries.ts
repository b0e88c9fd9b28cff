import { useQuery } from '@tanstack/react-query';
import { indexWork } from '#domain/importing/find-log-twins.ts';
import { useServices } from '#features/services.ts';
import { listPromiseLogs } from '#storage/many-logs.ts';
import { overviewTables, readOverview } from '#storage/overview.ts';
import { isStanding } from '#storage/progress-logs.ts';

/** The promise with all that its figures rest on; `null` when it is not on the device. */
export function useImportPlan(promiseId: string) {
  const { db } = useServices();
  return useQuery({
    queryKey: ['goalTotals', 'importing', promiseId],
    queryFn: async () => {
      const plan = await readOverview(db, promiseId);
      return plan && plan.promise.deletedAt === undefined ? plan : null;
    },
    meta: { tables: overviewTables },
  });
}

/** The work that is written down already. */
export function useKnownWork(promiseId: string) {
  const { db } = useServices();
  return useQuery({
    queryKey: ['progressLogs', 'known-work', promiseId],
    queryFn: async () => indexWork((await listPromiseLogs(db, promiseId)).filter(isStanding)),
  });
}
