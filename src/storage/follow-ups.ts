import type { Database, Row } from './database.ts';

/** Follow-ups of a promise, by their due day. Removed ones are left out. */
export async function readFollowUps(db: Database, promiseId: string): Promise<readonly Row<'followUps'>[]> {
  const rows = await db.followUps.where('promiseId').equals(promiseId).toArray();
  return rows.filter((row) => row.deletedAt === undefined).sort((left, right) => (left.dueOn < right.dueOn ? -1 : 1));
}

/** One follow-up, or undefined when it is not there or was removed. */
export async function readFollowUp(db: Database, id: string): Promise<Row<'followUps'> | undefined> {
  const row = await db.followUps.get(id);
  return row?.deletedAt === undefined ? row : undefined;
}
