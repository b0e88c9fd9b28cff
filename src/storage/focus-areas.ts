import type { Database, Row } from './database.ts';

/** Focus areas of a promise, in the order of the signed text. Removed ones are left out. */
export async function readFocusAreas(db: Database, promiseId: string): Promise<readonly Row<'focusAreas'>[]> {
  const rows = await db.focusAreas.where('promiseId').equals(promiseId).toArray();
  return rows.filter((row) => row.deletedAt === undefined).sort((left, right) => left.order - right.order);
}
