import { type RowKey, splitRowKey, toRowKey } from '#domain/delivery/synced-row.ts';
import type { Operation, StoredRow } from '#domain/operations/operation.ts';
import type { Database } from './database.ts';

/**
 * The rows by which people know what was changed.
 * In: the changes. Out: by key those of the rows changed that are here, with their promises and, for logs, activities.
 */
export async function readKnownRows(
  db: Database,
  changes: readonly Pick<Operation, 'tbl' | 'ent' | 'scope' | 'f'>[],
): Promise<ReadonlyMap<RowKey, StoredRow>> {
  const keys = new Set(changes.flatMap(({ tbl, ent, scope }) => [toRowKey(tbl, ent), toRowKey('promises', scope)]));
  for (const { f } of changes) {
    for (const id of toIds(f?.activityIds)) keys.add(toRowKey('activities', id));
  }
  const read = await Promise.all(
    Array.from(keys, async (key) => {
      const { table, id } = splitRowKey(key);
      const row = await db.table<StoredRow, string>(table).get(id);
      return row ? ([[key, row]] as const) : [];
    }),
  );
  return new Map(read.flat());
}

const toIds = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((id): id is string => typeof id === 'string') : [];
