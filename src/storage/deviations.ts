import type { Database, Row } from './database.ts';

/** Deviations of a promise, the latest first. Removed ones are left out. */
export async function readDeviations(db: Database, promiseId: string): Promise<readonly Row<'deviations'>[]> {
  const rows = await db.deviations.where('promiseId').equals(promiseId).toArray();
  return rows.filter((row) => row.deletedAt === undefined).sort((left, right) => (left.from < right.from ? 1 : -1));
}

/** One deviation, also when it has been removed: `deletedAt` says so. */
export const readDeviation = (db: Database, id: string): Promise<Row<'deviations'> | undefined> =>
  db.deviations.get(id);
