import type { Database } from './database.ts';
import { isSealing } from './row-seal.ts';

/** Where the lock lies among the facts of the device. */
export const lockKey = 'lock';
/** A mark beside the database, so that the page knows before it reads anything that it has to ask. */
const flagKey = 'lofteskollen-lock';

/** Whether the device keeps its rows closed. Costs no question to the database. */
export const isLockFlagged = (): boolean => localStorage.getItem(flagKey) !== null;

export function flagLock(isOn: boolean): void {
  if (isOn) localStorage.setItem(flagKey, '1');
  else localStorage.removeItem(flagKey);
}

/** Whether the mark was lost, as a browser that clears a part of its storage loses it, and the page did not ask. */
export const isLockForgotten = async (db: Database): Promise<boolean> =>
  !isSealing() && (await db.meta.get(lockKey)) !== undefined;
