import type { Database, Row } from './database.ts';

/** Follow-ups of a promise, by their due day. Removed ones are left out. */
export async function readFollowUps(db: Database, promiseId: string): Promise<readonly Row<'followUps'>[]> {
  const rows = await db.followUps.where('promiseId').equals(promiseId).toArray();
  return rows.filter((row) => row.deletedAt === undefined).sort((left, right) => (left.dueOn < right.dueOn ? -1 : 1));
}
