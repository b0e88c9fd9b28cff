import type { Database, Row } from './database.ts';

/** Meetings of a promise, the latest first. Removed ones are left out. */
export async function readMeetings(db: Database, promiseId: string): Promise<readonly Row<'meetings'>[]> {
  const rows = await db.meetings.where('promiseId').equals(promiseId).toArray();
  return rows.filter((row) => row.deletedAt === undefined).sort((left, right) => (left.date < right.date ? 1 : -1));
}

/** One meeting, also when it has been removed: `deletedAt` says so. */
export const readMeeting = (db: Database, id: string): Promise<Row<'meetings'> | undefined> => db.meetings.get(id);
