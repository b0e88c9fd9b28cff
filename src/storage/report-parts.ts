import type { Database, Row } from './database.ts';

/** The pages of one frozen report, in no order. */
export const readReportParts = (db: Database, snapshotId: string): Promise<readonly Row<'reportParts'>[]> =>
  db.reportParts.where('snapshotId').equals(snapshotId).toArray();
