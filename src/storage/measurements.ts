import type { Database, Row } from './database.ts';

/** Measurements of a promise, by their day. Removed ones are left out. */
export async function readMeasurements(db: Database, promiseId: string): Promise<readonly Row<'measurements'>[]> {
  const rows = await db.measurements.where('promiseId').equals(promiseId).toArray();
  return rows
    .filter((row) => row.deletedAt === undefined)
    .sort((left, right) => (toDate(left) < toDate(right) ? -1 : 1));
}

/** The day that a measurement belongs to: its own, or the last of its period. */
const toDate = ({ date, period }: Row<'measurements'>): string => date ?? period?.to ?? '';
