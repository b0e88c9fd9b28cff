/** When this device was last backed up, and how much has been done since. Kept in `meta`, never synced, never carried. */
import type { Database } from './database.ts';
import { countPromiseLogs } from './many-logs.ts';
import type { BackupPoint } from './read-backup.ts';

export const pointKey = 'backup/point';
const keys = {
  /** ISO instant. */
  last: 'backup/last',
  point: pointKey,
  /** The day from which the person may be reminded again. */
  later: 'backup/later',
  /** ISO instant of the last file that was read back completely. */
  tried: 'backup/tried',
} as const;

export interface BackupState {
  readonly last: string | undefined;
  readonly later: string | undefined;
  readonly tried: string | undefined;
  /** Logs that have come since, and other changes. */
  readonly logs: number;
  readonly changes: number;
  /** Whether there is anything on the device that is somebody's work. */
  readonly isOwn: boolean;
  /** ISO instant of the first work that no backup has, by its author's clock; undefined when all is in one. */
  readonly since: string | undefined;
}

const mostCounted = 500;

/** Reads no log and nothing older than the last backup: for quiet moments, and for the page of backups. */
export const readBackupState = (db: Database): Promise<BackupState> =>
  db.transaction('r', [db.meta, db.history, db.promises, db.progressLogs], async () => {
    const [last, point, later, tried] = await db.meta.bulkGet([keys.last, keys.point, keys.later, keys.tried]);
    const { lastN, logs } = (point?.value ?? { lastN: 0, logs: 0 }) as BackupPoint;
    const promises = (await db.promises.toArray()).filter(({ example }) => example === undefined);
    const own = new Set(promises.map(({ id }) => id));
    const counted = await Promise.all(promises.map(({ id }) => countPromiseLogs(db, id)));
    const rows = await db.history.where('n').above(lastN).limit(mostCounted).toArray();
    const since = rows.filter((row) => row.changes.some(({ scope }) => own.has(scope)));
    const logsNow = counted.reduce((sum, count) => sum + count, 0);
    const newLogs = Math.max(0, logsNow - logs);
    return {
      last: toText(last?.value),
      later: toText(later?.value),
      tried: toText(tried?.value),
      logs: newLogs,
      changes: since.length,
      isOwn: promises.length > 0,
      since: newLogs + since.length === 0 ? undefined : (since[0]?.at ?? toText(last?.value)),
    };
  });

const toText = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** A file has been saved. `at`: ISO instant. */
export async function noteBackup(db: Database, at: string, point: BackupPoint): Promise<void> {
  await db.transaction('rw', db.meta, async () => {
    await db.meta.bulkPut([
      { key: keys.last, value: at },
      { key: keys.point, value: point },
    ]);
    await db.meta.delete(keys.later);
  });
}

export const putOffBackup = (db: Database, until: string): Promise<unknown> =>
  db.meta.put({ key: keys.later, value: until });

/** A file has been read back completely. `at`: ISO instant. */
export const noteTrial = (db: Database, at: string): Promise<unknown> => db.meta.put({ key: keys.tried, value: at });
