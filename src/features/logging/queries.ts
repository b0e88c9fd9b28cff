import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useServices } from '#features/services.ts';
import { overviewTables, readOverview } from '#storage/overview.ts';
import { readLog, readLogPage } from '#storage/progress-logs.ts';

/** As many as tell a habit: some months of one person's work. */
const habitLogs = 200;

/** Whether changes are read now. A function is asked at each change. */
export type Listening = boolean | (() => boolean);

/** The promise with its activities, goals and tallies; live. */
export function useFormPromise(promiseId: string, enabled: Listening = true) {
  const { db } = useServices();
  return useQuery({
    queryKey: ['goalTotals', 'logging', promiseId],
    queryFn: async () => (await readOverview(db, promiseId)) ?? null,
    placeholderData: keepPreviousData,
    networkMode: 'always',
    meta: { tables: overviewTables },
    enabled,
  });
}

/** What has been logged lately, for habits and places. */
export function useRecentLogs(promiseId: string, enabled: Listening = true) {
  const { db, clock } = useServices();
  return useQuery({
    queryKey: ['progressLogs', 'recent', promiseId],
    queryFn: async () => (await readLogPage(db, promiseId, { size: habitLogs, to: clock.today() })).logs,
    networkMode: 'always',
    enabled,
  });
}

/** One log, also when it has been replaced. */
export function useLog(logId: string) {
  const { db } = useServices();
  return useQuery({
    queryKey: ['progressLogs', 'one', logId],
    queryFn: async () => (await readLog(db, logId)) ?? null,
    networkMode: 'always',
  });
}
