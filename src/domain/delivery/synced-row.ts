import type { StoredRow } from '#domain/operations/operation.ts';
import type { TableName } from '#domain/records/tables.ts';

/**
 * A row as a server holds it. `version`: the number of the action that last changed it, in the order of commits.
 * A row without a version was never on a server.
 */
export type SyncedRow = StoredRow & { readonly version: number };

/** `table/id`: the name of a row among all rows. */
export type RowKey = `${TableName}/${string}`;

export const toRowKey = (table: TableName, id: string): RowKey => `${table}/${id}`;

/** In: a key. Out: its table and its id. */
export function splitRowKey(key: RowKey): { readonly table: TableName; readonly id: string } {
  const slash = key.indexOf('/');
  return { table: key.slice(0, slash) as TableName, id: key.slice(slash + 1) };
}

export const isSyncedRow = (row: StoredRow | undefined): row is SyncedRow => typeof row?.version === 'number';
