import type { QueryClient } from '@tanstack/react-query';
import type { Database } from '#storage/database.ts';
import { toStorageFailure } from '#storage/storage-failure.ts';
import type { TroubleSignal } from './database-trouble.ts';

/** Milliseconds. What is busy for a moment is asked once more before a person is told. */
export const secondTry = 500;
/** Milliseconds after which a database that neither opens nor fails is mentioned. */
export const silence = 10_000;

/** Waits until the database is open, and tells when it is not, or not yet. Out: whether it is. */
export async function waitForOpening(db: Database, trouble: TroubleSignal): Promise<boolean> {
  const timer = setTimeout(() => db.isOpen() || trouble.tell({ opening: 'silent' }), silence);
  try {
    await db.open().catch(async () => {
      await new Promise((resolve) => setTimeout(resolve, secondTry));
      if (trouble.read().tabs !== 'outdated') await db.open();
    });
    if (trouble.read().tabs !== 'outdated') trouble.tell({ opening: 'fine', tabs: 'none' });
    return db.isOpen();
  } catch {
    if (trouble.read().tabs !== 'outdated') trouble.tell({ opening: 'failed' });
    return false;
  } finally {
    clearTimeout(timer);
  }
}

/** A page that cannot read shows nothing: the database is asked whether it is there, and the page reads once more. */
export function watchReads(db: Database, trouble: TroubleSignal, queryClient: QueryClient): void {
  let isAsking = false;
  const readAgain = () =>
    queryClient.refetchQueries({ predicate: ({ state }) => state.status === 'error' && state.errorUpdateCount < 2 });
  const ask = async () => {
    // Dexie opens a connection that was lost by itself.
    await db.meta.count().catch(() => trouble.read().tabs === 'none' && trouble.tell({ opening: 'failed' }));
    if (trouble.read().opening === 'fine') await readAgain();
  };
  // What failed while the database was not open yet.
  void readAgain();
  queryClient.getQueryCache().subscribe(({ type, query }) => {
    const { error, status } = query.state;
    if (isAsking || type !== 'updated' || status !== 'error' || toStorageFailure(error)?.kind !== 'closed') return;
    if (trouble.read().tabs !== 'none' || trouble.read().opening !== 'fine') return;
    isAsking = true;
    void ask().finally(() => {
      isAsking = false;
    });
  });
}
