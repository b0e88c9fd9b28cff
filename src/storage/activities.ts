import type { Database, Row } from './database.ts';

/** Activities of a promise, in the order of the signed text. Removed ones are left out. */
export async function readActivities(db: Database, promiseId: string): Promise<readonly Row<'activities'>[]> {
  const rows = await db.activities.where('promiseId').equals(promiseId).toArray();
  return rows.filter((row) => row.deletedAt === undefined).sort((left, right) => left.order - right.order);
}

/** One activity, also when it has been removed: `deletedAt` says so. */
export const readActivity = (db: Database, id: string): Promise<Row<'activities'> | undefined> => db.activities.get(id);
