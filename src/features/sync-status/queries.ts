import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useServices } from '#features/services.ts';
import type { Database } from '#storage/database.ts';
import { estimateRoom, readPersistence } from '#storage/device-storage.ts';
import { listDrafts } from '#storage/drafts.ts';
import { type HistoryCursor, readHistoryPage } from '#storage/history.ts';
import { countAllLogs } from '#storage/many-logs.ts';
import { readNamedHistory } from '#storage/named-history.ts';
import { readStatus } from '#sync/read-status.ts';

const contentTables = ['promises', 'goals', 'activities', 'progressLogs', 'measurements', 'assessments'] as const;

/** How much there is of each; live. */
export function useDeviceContents() {
  const { db } = useServices();
  return useQuery({
    queryKey: ['progressLogs', 'device-contents'],
    queryFn: () => readContents(db),
    meta: { tables: contentTables },
  });
}

export type Contents = Awaited<ReturnType<typeof readContents>>;

async function readContents(db: Database) {
  const [promises, goals, activities, logs, measurements, assessments, room, latest] = await Promise.all([
    db.promises.count(),
    db.goals.count(),
    db.activities.count(),
    countAllLogs(db),
    db.measurements.count(),
    db.assessments.count(),
    estimateRoom(),
    readHistoryPage(db, { size: 1 }),
  ]);
  return {
    promises,
    goals,
    activities,
    logs,
    measured: measurements + assessments,
    room,
    latest: latest.entries[0]?.at,
  };
}

/** Whether the browser may clear the storage. Asked anew each time the page opens. */
export const usePersistence = () =>
  useQuery({ queryKey: ['device', 'persistence'], queryFn: readPersistence, staleTime: 0 });

/** What the server says, if there is one. No answer is no fault: the app needs none. */
export const useServerStatus = () =>
  useQuery({
    queryKey: ['server', 'status'],
    queryFn: async () => (await readStatus(fetch)) ?? null,
    staleTime: 0,
  });

export function useHistory() {
  const { db } = useServices();
  return useInfiniteQuery({
    queryKey: ['history', 'page'],
    queryFn: ({ pageParam }) => readNamedHistory(db, { size: 20, after: pageParam }),
    initialPageParam: undefined as HistoryCursor | undefined,
    getNextPageParam: (page) => page.next,
    meta: { tables: ['progressLogs'] },
  });
}

export function useDrafts() {
  const { db } = useServices();
  return useQuery({ queryKey: ['drafts', 'all'], queryFn: () => listDrafts(db) });
}
