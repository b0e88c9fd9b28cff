import type { Dexie } from 'dexie';
import { noteRoom } from './device-storage-room.ts';
import { StorageFailure, toStorageFailure } from './storage-failure.ts';

interface Activity {
  readonly running: Set<Promise<unknown>>;
  isRetired: boolean;
}
const activityOf = new WeakMap<Dexie, Activity>();

function findActivity(db: Dexie): Activity {
  const known = activityOf.get(db) ?? { running: new Set(), isRetired: false };
  activityOf.set(db, known);
  return known;
}

/**
 * Runs one whole action. A connection that the browser lost is opened again and the action is run once more from its
 * beginning; `attempt` is then 2, and the action finds out whether its first run was stored after all.
 * In: the database and the action. Throws `StorageFailure` when the device could not store it: then nothing is stored.
 */
export async function runAction<T>(db: Dexie, action: (attempt: 1 | 2) => Promise<T>): Promise<T> {
  const activity = findActivity(db);
  if (activity.isRetired) throw new StorageFailure('outdated');
  const run = attempt(db, action);
  activity.running.add(run);
  try {
    const result = await run;
    noteRoom(db, false);
    return result;
  } catch (error) {
    if (error instanceof StorageFailure && error.kind === 'quota') noteRoom(db, true);
    throw error;
  } finally {
    activity.running.delete(run);
  }
}

async function attempt<T>(db: Dexie, action: (attempt: 1 | 2) => Promise<T>): Promise<T> {
  try {
    return await action(1);
  } catch (error) {
    if (toStorageFailure(error)?.kind !== 'closed' || findActivity(db).isRetired)
      throw toStorageFailure(error) ?? error;
  }
  try {
    db.close();
    await db.open();
    return await action(2);
  } catch (error) {
    throw toStorageFailure(error) ?? error;
  }
}

/** Lets what is running finish, then closes for good: another version of the app has taken over. */
export async function retire(db: Dexie): Promise<void> {
  const activity = findActivity(db);
  activity.isRetired = true;
  await Promise.allSettled(activity.running);
  db.close();
}

/** Whether a database has been closed for good: whoever still listens to it has nothing to read any more. */
export const isRetired = (db: Dexie): boolean => activityOf.get(db)?.isRetired ?? false;
