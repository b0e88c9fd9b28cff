import type { StoredRow } from '#domain/operations/operation.ts';
import { type TableName, tableNames } from '#domain/records/tables.ts';
import type { Database } from './database.ts';

export type OwnRows = ReadonlyMap<TableName, readonly StoredRow[]>;

/** Every row on the device, by table, without the examples: they are nobody's work. Removed and corrected ones too. */
export async function readOwnRows(db: Database): Promise<OwnRows> {
  const read = await Promise.all(tableNames.map((table) => db.table<StoredRow, string>(table).toArray()));
  const promises = read[tableNames.indexOf('promises')] ?? [];
  const examples = new Set(promises.filter(({ example }) => example !== undefined).map(({ id }) => id));
  return new Map(
    tableNames.map(
      (table, index) => [table, (read[index] ?? []).filter((row) => !examples.has(row.promiseId))] as const,
    ),
  );
}
