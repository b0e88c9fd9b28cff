import type { StoredRow } from '#domain/operations/operation.ts';
import type { TableName } from '#domain/records/tables.ts';
import type { Database } from './database.ts';

/** Every row of one table that belongs to a promise. Logs are read by `listPromiseLogs`, wherever they lie. */
export const readScope = (
  db: Database,
  table: Exclude<TableName, 'progressLogs'>,
  promiseId: string,
): Promise<readonly StoredRow[]> =>
  db
    .table<StoredRow, string>(table)
    .where(table === 'promises' ? 'id' : 'promiseId')
    .equals(promiseId)
    .toArray();
