import { useQuery } from '@tanstack/react-query';
import { useServices } from '#features/services.ts';
import { countSharing, readUndecided, readWaitingWork } from '#storage/waiting-work.ts';

/** What waits, live; null while the app is used alone. */
export function useWaitingWork() {
  const { db } = useServices();
  return useQuery({
    queryKey: ['outbox', 'waiting-work'],
    queryFn: async () => (await readWaitingWork(db)) ?? null,
    meta: { tables: ['meta'] },
  });
}

/** What a person has to decide, live. */
export function useUndecided() {
  const { db } = useServices();
  return useQuery({
    queryKey: ['box', 'undecided'],
    queryFn: () => readUndecided(db),
    meta: { tables: ['meta', 'promises', 'activities', 'goals'] },
  });
}

/** What the frame counts, live. */
export function useSharingCounts() {
  const { db } = useServices();
  return useQuery({
    queryKey: ['outbox', 'counts'],
    queryFn: async () => (await countSharing(db)) ?? null,
    meta: { tables: ['box', 'meta'] },
  });
}
