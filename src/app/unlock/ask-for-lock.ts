import { secondTry, silence } from '#app/storage-opening.ts';
import type { Database } from '#storage/database.ts';
import { type DeviceLock, readLock } from '#storage/device-lock.ts';

/**
 * How a closed device is opened. In: its database, and what is to be done when that does not answer for long, or not open.
 * Out: the lock; undefined when there is none any more. Where the database does not open nothing ever comes out.
 */
export async function askForLock(
  db: Database,
  tell: (trouble: 'silent' | 'failed') => void,
): Promise<DeviceLock | undefined> {
  const timer = setTimeout(() => tell('silent'), silence);
  try {
    await db.open().catch(async () => {
      await new Promise((resolve) => setTimeout(resolve, secondTry));
      await db.open();
    });
    return await readLock(db);
  } catch {
    tell('failed');
    return new Promise(() => undefined);
  } finally {
    clearTimeout(timer);
  }
}
