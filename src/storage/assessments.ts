import type { Database, Row } from './database.ts';

/** Assessments of a promise, the latest first. Removed ones are left out. */
export async function readAssessments(db: Database, promiseId: string): Promise<readonly Row<'assessments'>[]> {
  const rows = await db.assessments.where('promiseId').equals(promiseId).toArray();
  return rows.filter((row) => row.deletedAt === undefined).sort((left, right) => (left.date < right.date ? 1 : -1));
}
