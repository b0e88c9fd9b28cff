import { useQuery } from '@tanstack/react-query';
import { useServices } from '#features/services.ts';
import { readRowAudit } from '#storage/row-audit.ts';
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

/** What the device's daily look at its own rows has found, live; null before the first. */
export function useRowAudit() {
  const { db } = useServices();
  return useQuery({ queryKey: ['meta', 'row-audit'], queryFn: async () => (await readRowAudit(db)) ?? null });
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
