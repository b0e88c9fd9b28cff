import type { QueryClient } from '@tanstack/react-query';
import type { Database } from '#storage/database.ts';
import { tryRoom } from '#storage/device-storage.ts';
import { keepAfterFirstSave, lookForLoss } from '#storage/device-storage-canaries.ts';
import { flushDrafts, listUnsavedDrafts } from '#storage/drafts.ts';
import { flagLock, isLockForgotten } from '#storage/lock-flag.ts';
import { lookKey, readBrokenRows } from '#storage/set-aside-rows.ts';
import { forgetOldSnapshot } from '#storage/upgrade-snapshot.ts';
import { watchTables } from '#storage/watch-tables.ts';
import type { TroubleSignal } from './database-trouble.ts';
import { waitForOpening, watchReads } from './storage-opening.ts';

/** Milliseconds between two looks whether a full device has room again. */
const patience = 20_000;

/** What looks after the storage once the first page stands: whether it opens, was lost, can be read, and has room. */
export async function guardStorage(db: Database, trouble: TroubleSignal, queryClient: QueryClient): Promise<void> {
  watchFullDevice(db, trouble);
  keepAfterFirstSave(db, () => trouble.read().records === 'cleared' && trouble.tell({ records: 'whole' }));
  if (!(await waitForOpening(db, trouble))) return;
  if (await isLockForgotten(db)) {
    flagLock(true);
    location.reload();
    return;
  }
  watchReads(db, trouble, queryClient);
  try {
    await lookAround(db, trouble);
  } catch {
    // What cannot be read now is told by the page that reads it; the next start looks again.
  }
}

async function lookAround(db: Database, trouble: TroubleSignal): Promise<void> {
  const health = await lookForLoss(db);
  if (health === 'cleared' || health === 'partly-cleared') trouble.tell({ records: health });
  const count = async () => trouble.tell({ brokenRows: (await readBrokenRows(db)).length });
  watchTables(db, ({ tables, keysOf }) => {
    const isTouched = keysOf('meta')?.some(([from, to]) => from <= lookKey && lookKey <= to) ?? true;
    if (tables.has('meta') && isTouched) void count();
  });
  await count();
  await forgetOldSnapshot(indexedDB, db.name, Date.now());
  const { lookForBrokenRows } = await import('#storage/set-aside-look.ts');
  await lookForBrokenRows(db, Date.now());
}

/** While the device is full: room is looked for again and again, and what is typed and not stored holds the page back. */
function watchFullDevice(db: Database, trouble: TroubleSignal): void {
  const look = () => {
    // Still full: the next look tells.
    if (trouble.read().isFull) tryRoom(db).catch(() => undefined);
  };
  let timer: ReturnType<typeof setInterval> | undefined;
  const follow = () => {
    clearInterval(timer);
    timer = trouble.read().isFull ? setInterval(look, patience) : undefined;
    if (!trouble.read().isFull) flushDrafts(db);
  };
  trouble.subscribe(follow);
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && look());
  addEventListener('beforeunload', (event) => {
    if (trouble.read().isFull && listUnsavedDrafts(db).length > 0) event.preventDefault();
  });
  follow();
}
