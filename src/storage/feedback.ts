import type { Database, Row } from './database.ts';

/** Feedback of a promise, the latest first. Removed ones are left out. */
export async function readFeedback(db: Database, promiseId: string): Promise<readonly Row<'feedback'>[]> {
  const rows = await db.feedback.where('promiseId').equals(promiseId).toArray();
  return rows.filter((row) => row.deletedAt === undefined).sort((left, right) => (left.date < right.date ? 1 : -1));
}

/** One act of feedback, also when it has been removed: `deletedAt` says so. */
export const readFeedbackAct = (db: Database, id: string): Promise<Row<'feedback'> | undefined> => db.feedback.get(id);
