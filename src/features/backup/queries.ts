import { useQuery } from '@tanstack/react-query';
import { useServices } from '#features/services.ts';
import { readBackupState } from '#storage/backup-state.ts';
import { isKeptFrom } from '#storage/protected-promises.ts';
import { readShelf } from '#storage/restore-shelf.ts';

/** When the device was backed up, and what has been done since. Read when a page asks; no save waits for it. */
export function useBackupState() {
  const { db } = useServices();
  return useQuery({ queryKey: ['backup', 'state'], queryFn: () => readBackupState(db), staleTime: 0 });
}

/** Whether what is here may only be saved closed. */
export function useIsProtected() {
  const { db } = useServices();
  return useQuery({ queryKey: ['promises', 'protected'], queryFn: () => isKeptFrom(db, 'backup') });
}

/** When the last restore was, while it can be taken back; null when there is none. */
export function useShelf() {
  const { db } = useServices();
  return useQuery({
    queryKey: ['backup', 'shelf'],
    queryFn: async () => (await readShelf(db)) ?? null,
    staleTime: 0,
  });
}
