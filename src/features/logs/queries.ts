import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useServices } from '#features/services.ts';
import { readActivities } from '#storage/activities.ts';
import { readGoals } from '#storage/goals.ts';
import { readRecordHistory } from '#storage/history.ts';
import { readLogChain } from '#storage/log-chain.ts';
import { overviewTables, readOverview } from '#storage/overview.ts';
import { createLogSearch } from '#storage/search-logs.ts';
import { findLogs, type LogsWanted } from './find-logs.ts';

/** The names that the list shows and filters by. */
export function useLogNames(promiseId: string) {
  const { db } = useServices();
  return useQuery({
    queryKey: ['activities', 'log-names', promiseId],
    queryFn: async () => {
      const [activities, goals] = await Promise.all([readActivities(db, promiseId), readGoals(db, promiseId)]);
      return { activities, goals };
    },
    networkMode: 'always',
    meta: { tables: ['goals'] },
  });
}

/** The logs that pass the filters; live. The text that is searched is read at the first search and forgotten with the page. */
export function useFoundLogs(wanted: LogsWanted) {
  const { db } = useServices();
  const [search] = useState(() => createLogSearch(db));
  useEffect(() => search.close, [search]);
  return useQuery({
    queryKey: ['progressLogs', 'found', wanted],
    queryFn: () => findLogs(db, search, wanted),
    placeholderData: keepPreviousData,
    networkMode: 'always',
    gcTime: 0,
  });
}

/** A log with all that it has been, from the first entry through the one that stands. */
export function useLogChain(logId: string) {
  const { db } = useServices();
  return useQuery({
    queryKey: ['progressLogs', 'chain', logId],
    queryFn: () => readLogChain(db, logId),
    networkMode: 'always',
  });
}

export function useLogHistory(logId: string) {
  const { db } = useServices();
  return useQuery({
    queryKey: ['progressLogs', 'history', logId],
    queryFn: () => readRecordHistory(db, logId),
    networkMode: 'always',
    meta: { tables: ['history'] },
  });
}

/** What the log's figures are explained from. */
export function useLogPromise(promiseId: string | undefined) {
  const { db } = useServices();
  return useQuery({
    queryKey: ['promises', 'log', promiseId],
    queryFn: async () => (promiseId === undefined ? null : ((await readOverview(db, promiseId)) ?? null)),
    networkMode: 'always',
    meta: { tables: overviewTables },
  });
}
