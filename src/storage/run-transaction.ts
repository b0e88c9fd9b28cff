import type { Dexie } from 'dexie';

/**
 * One transaction over the named tables. `work` awaits nothing but Dexie and catches nothing (sync 2.19).
 * Dexie follows `await` only from a function that is written `async`: handed a plain one that returns a promise, it
 * commits at the first pause and says so only afterwards. This is the one place that has to know.
 */
export const runTransaction = <T>(
  db: Dexie,
  mode: 'r' | 'rw',
  tables: readonly string[],
  work: () => Promise<T>,
): Promise<T> => db.transaction(mode, [...tables], async () => await work());
