import { useQuery } from '@tanstack/react-query';
import { useServices } from '#features/services.ts';
import { overviewTables, readOverview } from '#storage/overview.ts';
import { readPromises } from '#storage/promises.ts';

/** Every promise on the device, the latest first. */
export function usePromises() {
  const { db } = useServices();
  return useQuery({ queryKey: ['promises'], queryFn: () => readPromises(db) });
}

/** A promise with its figures, for what the next one is decided on. */
export function useFormer(promiseId: string) {
  const { db } = useServices();
  return useQuery({
    queryKey: ['goalTotals', 'former', promiseId],
    queryFn: async () => (await readOverview(db, promiseId)) ?? null,
    meta: { tables: overviewTables },
  });
}
