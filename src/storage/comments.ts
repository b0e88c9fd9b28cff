import type { Database, Row } from './database.ts';

/** Comments of a promise, the latest first. Removed ones are left out. */
export async function readComments(db: Database, promiseId: string): Promise<readonly Row<'comments'>[]> {
  const rows = await db.comments.where('promiseId').equals(promiseId).toArray();
  return rows.filter((row) => row.deletedAt === undefined).sort((left, right) => (left.date < right.date ? 1 : -1));
}
