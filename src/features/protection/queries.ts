import { useQuery } from '@tanstack/react-query';
import { useServices } from '#features/services.ts';
import type { Database } from '#storage/database.ts';
import { type DeviceLock, readLock } from '#storage/device-lock.ts';
import { estimateRoom } from '#storage/device-storage.ts';
import { readLastBackup } from '#storage/device-storage-backup.ts';
import { countAllLogs } from '#storage/many-logs.ts';
import { isKeptFrom } from '#storage/protected-promises.ts';
import { readWaitingWork } from '#storage/waiting-work.ts';

/** What is on the device, since when, and who else has it; live. */
export function useHere() {
  const { db } = useServices();
  return useQuery({
    queryKey: ['progressLogs', 'protection'],
    queryFn: () => readHere(db),
    meta: { tables: ['promises', 'drafts', 'meta', 'outbox'] },
  });
}

export type Here = Awaited<ReturnType<typeof readHere>>;

async function readHere(db: Database) {
  const [promises, logs, drafts, firstAction, firstLog, room, backup, work] = await Promise.all([
    db.promises.count(),
    countAllLogs(db),
    db.drafts.count(),
    db.history.orderBy('n').first(),
    // Ids begin with the time at which they were made.
    db.progressLogs.orderBy('id').first(),
    estimateRoom(),
    readLastBackup(db),
    readWaitingWork(db),
  ]);
  const [since] = [firstAction?.at, firstLog?.createdAt].flatMap((instant) => instant ?? []).toSorted();
  return { promises, logs, drafts, since, room, backup, server: work?.server.spaceName, waiting: work?.count ?? 0 };
}

/** Whether something lies here that an open device may not have (guard P12), live. */
export function useMustStayClosed(): boolean {
  const { db } = useServices();
  const { data } = useQuery({
    queryKey: ['promises', 'kept-from-open-devices'],
    queryFn: () => isKeptFrom(db, 'open-device'),
  });
  return data ?? false;
}

/** How the device is opened, live; null where its rows are not closed. */
export function useLock() {
  const { db } = useServices();
  return useQuery<DeviceLock | null>({
    queryKey: ['meta', 'lock'],
    queryFn: async () => (await readLock(db)) ?? null,
  });
}
