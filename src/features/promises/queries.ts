import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useServices } from '#features/services.ts';
import { readComments } from '#storage/comments.ts';
import { readDeviceMeta } from '#storage/device-meta.ts';
import { findDraftKeys } from '#storage/drafts.ts';
import { readGoal } from '#storage/goals.ts';
import type { HistoryCursor } from '#storage/history.ts';
import { readHistoryLines } from '#storage/history-lines.ts';
import { overviewTables, readOverview } from '#storage/overview.ts';
import { readPromises } from '#storage/promises.ts';

/** Every promise on the device, the latest first. */
export function usePromises() {
  const { db } = useServices();
  return useQuery({ queryKey: ['promises'], queryFn: () => readPromises(db) });
}

/** Every promise with all that its figures are computed from. */
export function usePromiseOverviews() {
  const { db } = useServices();
  return useQuery({
    queryKey: ['promises', 'overviews'],
    queryFn: async () => {
      const promises = await readPromises(db);
      const overviews = await Promise.all(promises.map(({ id }) => readOverview(db, id)));
      return overviews.filter((overview) => overview !== undefined);
    },
    placeholderData: keepPreviousData,
    meta: { tables: overviewTables },
  });
}

/** How many protected promises the server keeps from this device because it is open. */
export function useWithheld(): number {
  const { db } = useServices();
  const { data } = useQuery({
    queryKey: ['meta', 'withheld'],
    queryFn: async () => (await readDeviceMeta(db))?.withheld ?? 0,
    meta: { tables: ['meta'] },
  });
  return data ?? 0;
}

/** One promise with its focus areas, activities, goals and tallies; `null` when it is not on the device. */
export function usePlan(promiseId: string) {
  const { db } = useServices();
  return useQuery({
    queryKey: ['promises', 'plan', promiseId],
    queryFn: async () => {
      const plan = await readOverview(db, promiseId);
      return plan && plan.promise.deletedAt === undefined ? plan : null;
    },
    meta: { tables: overviewTables },
  });
}

/** Which of these drafts somebody has left unsaved. */
export function useOpenDrafts(keys: readonly string[]) {
  const { db } = useServices();
  return useQuery({ queryKey: ['drafts', ...keys], queryFn: () => findDraftKeys(db, keys) });
}

/** What has been done in the promise, newest first, page by page. */
export function usePromiseHistory(promiseId: string) {
  const { db } = useServices();
  return useInfiniteQuery({
    queryKey: ['history', promiseId],
    queryFn: ({ pageParam }) => readHistoryLines(db, { promiseId, size: pageParam ? 20 : 10, after: pageParam }),
    initialPageParam: undefined as HistoryCursor | undefined,
    getNextPageParam: (page) => page.next,
    meta: { tables: ['history', 'progressLogs'] },
  });
}

/** What the parties have said about the promise and its parts, the latest first. */
export function usePromiseComments(promiseId: string) {
  const { db } = useServices();
  return useQuery({ queryKey: ['comments', promiseId], queryFn: () => readComments(db, promiseId) });
}

/** Goals of earlier promises, by id. */
export function useFormerGoals(ids: readonly string[]) {
  const { db } = useServices();
  return useQuery({
    queryKey: ['goals', 'former', ...ids],
    queryFn: async () => {
      const goals = await Promise.all(ids.map((id) => readGoal(db, id)));
      return new Map(goals.flatMap((goal) => (goal ? [[goal.id, goal] as const] : [])));
    },
  });
}
