import type { Database, Row } from './database.ts';

/** Every promise on the device, the latest first. Removed ones are left out. */
export async function readPromises(db: Database): Promise<readonly Row<'promises'>[]> {
  const rows = await db.promises.toArray();
  return rows
    .filter((row) => row.deletedAt === undefined)
    .sort((left, right) => ((left.period.from ?? left.createdAt) < (right.period.from ?? right.createdAt) ? 1 : -1));
}

/** One promise, also when it has been removed: `deletedAt` says so. */
export const readPromise = (db: Database, id: string): Promise<Row<'promises'> | undefined> => db.promises.get(id);
