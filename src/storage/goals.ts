import type { Database, Row } from './database.ts';

/** Goals of a promise, in the order of the signed text. Removed ones are left out. */
export async function readGoals(db: Database, promiseId: string): Promise<readonly Row<'goals'>[]> {
  const rows = await db.goals.where('promiseId').equals(promiseId).toArray();
  return rows.filter((row) => row.deletedAt === undefined).sort((left, right) => left.order - right.order);
}

/** One goal, also when it has been removed: `deletedAt` says so. */
export const readGoal = (db: Database, id: string): Promise<Row<'goals'> | undefined> => db.goals.get(id);
