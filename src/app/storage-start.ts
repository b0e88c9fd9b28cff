import type { QueryClient } from '@tanstack/react-query';
import { type Database, openDatabase } from '#storage/database.ts';
import { watchRoom } from '#storage/device-storage-room.ts';
import { runAfterPaint } from '#ui/run-after-paint.ts';
import { createTroubleSignal, type TroubleSignal } from './database-trouble.ts';

/** The device's database, and what stands in its way. Whoever looks after it comes once the first page stands. */
export function startStorage(queryClient: QueryClient): { readonly db: Database; readonly trouble: TroubleSignal } {
  const trouble = createTroubleSignal();
  const db = openDatabase({
    onOutdated: () => trouble.tell({ tabs: 'outdated' }),
    onBlocked: () => trouble.tell({ tabs: 'blocked' }),
    onUpgradeUndone: () => trouble.tell({ isUpgradeUndone: true }),
  });
  watchRoom(db, (isFull) => trouble.tell({ isFull }));
  const guard = async () => {
    const { guardStorage } = await import('./storage-guard.ts');
    await guardStorage(db, trouble, queryClient);
  };
  const follow = () => runAfterPaint(() => void guard());
  if (document.readyState === 'complete') follow();
  else addEventListener('load', follow, { once: true });
  return { db, trouble };
}
