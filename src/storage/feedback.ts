import type { Database, Row } from './database.ts';

/** How residents, staff and partners have been told, the latest first. Removed ones are left out. */
export async function readFeedback(db: Database, promiseId: string): Promise<readonly Row<'feedback'>[]> {
  const rows = await db.feedback.where('promiseId').equals(promiseId).toArray();
  return rows.filter((row) => row.deletedAt === undefined).sort((left, right) => (left.date < right.date ? 1 : -1));
}
