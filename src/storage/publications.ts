import type { Database, Row } from './database.ts';

/** Versions of a promise's public page, the latest first. Removed ones are left out. */
export async function readPublications(db: Database, promiseId: string): Promise<readonly Row<'publications'>[]> {
  const rows = await db.publications.where('promiseId').equals(promiseId).toArray();
  return rows.filter((row) => row.deletedAt === undefined).sort((left, right) => right.number - left.number);
}
