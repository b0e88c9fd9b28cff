import type { Database, Row } from './database.ts';

/** Meetings of a promise, the latest first. Removed ones are left out. */
export async function readMeetings(db: Database, promiseId: string): Promise<readonly Row<'meetings'>[]> {
  const rows = await db.meetings.where('promiseId').equals(promiseId).toArray();
  return rows
    .filter((row) => row.deletedAt === undefined)
    .sort((left, right) => compareTexts(right.date, left.date) || compareTexts(right.createdAt, left.createdAt));
}

function compareTexts(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
