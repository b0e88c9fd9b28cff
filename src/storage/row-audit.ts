/** When this device last looked whether every row it had fetched is still there, and what it found (sync I18). */
import type { Database } from './database.ts';

export interface RowAudit {
  /** Milliseconds of the device's clock. */
  readonly at: number;
  /** Promises of which rows had gone; they were fetched anew. */
  readonly lacking: number;
}

/** Beside the device's own keys, which every save reads. */
export const auditKey = 'row-audit';

export async function readRowAudit(db: Database): Promise<RowAudit | undefined> {
  const row = await db.meta.get(auditKey);
  return row?.value as RowAudit | undefined;
}

export const putRowAudit = (db: Database, audit: RowAudit): Promise<unknown> =>
  db.meta.put({ key: auditKey, value: audit });
