/** What a push reads under the tenant's lock beside what everybody reads. */
import { sql } from 'kysely';
import { type RowKey, type SyncedRow, splitRowKey, toRowKey } from '#domain/delivery/synced-row.ts';
import { isId } from '#domain/records/fields.ts';
import type { TableName } from '#domain/records/tables.ts';
import type { ParkedAction } from '#server/exchange/exchange-rows.ts';
import { type RecordRow, toSyncedRow } from './record-rows.ts';
import type { Tx } from './server-database.ts';

type NamedRow = RecordRow & { readonly tbl: TableName };

/** Names as two parameters of the same length, without those that cannot be the name of a row. */
function splitKeys(keys: readonly RowKey[]) {
  const names = keys.map(splitRowKey).filter(({ id }) => isId(id));
  return sql`unnest(${names.map(({ table }) => table)}::text[], ${names.map(({ id }) => id)}::uuid[])`;
}

/**
 * Rows by name, also deleted ones; a progress log brings every log that follows it. Each is looked up by its whole key: left
 * to join as it likes, a planner without statistics goes through all logs of the tenant for one.
 */
export async function readRows(
  tx: Tx,
  spaceId: string,
  keys: readonly RowKey[],
): Promise<ReadonlyMap<RowKey, SyncedRow>> {
  if (keys.length === 0) return new Map();
  const { rows } = await sql<NamedRow>`
    WITH RECURSIVE found AS (
      SELECT row.*
      FROM ${splitKeys(keys)} AS named (tbl, id) CROSS JOIN LATERAL (
        SELECT tbl, id, scope, version, deleted_at, tags, fields
        FROM record
        WHERE space = ${spaceId} AND tbl = named.tbl AND id = named.id
        LIMIT 1
      ) AS row
      UNION
      SELECT next.*
      FROM found CROSS JOIN LATERAL (
        SELECT tbl, id, scope, version, deleted_at, tags, fields
        FROM record
        WHERE space = ${spaceId} AND tbl = 'progressLogs' AND id = (found.fields ->> 'replacedBy')::uuid
        LIMIT 1
      ) AS next
      WHERE found.tbl = 'progressLogs' AND jsonb_typeof(found.fields -> 'replacedBy') = 'string'
    )
    SELECT * FROM found
  `.execute(tx);
  return new Map(rows.map((row): [RowKey, SyncedRow] => [toRowKey(row.tbl, row.id), toSyncedRow(row)]));
}

/** Of these names, those whose rows were erased for good. */
export async function readErased(tx: Tx, spaceId: string, keys: readonly RowKey[]): Promise<ReadonlySet<RowKey>> {
  if (keys.length === 0) return new Set();
  const { rows } = await sql<Pick<NamedRow, 'tbl' | 'id'>>`
    SELECT erasure.tbl, erasure.id
    FROM ${splitKeys(keys)} AS named (tbl, id)
    JOIN erasure ON erasure.space = ${spaceId} AND erasure.tbl = named.tbl AND erasure.id = named.id
  `.execute(tx);
  return new Set(rows.map(({ tbl, id }) => toRowKey(tbl, id)));
}

/** Actions that wait, after a restore, for rows that have not come back. */
export async function readParked(tx: Tx, spaceId: string): Promise<readonly ParkedAction[]> {
  const rows = await tx
    .selectFrom('parked')
    .select(['tx', 'user_id', 'operations', 'parked_at'])
    .where('space', '=', spaceId)
    .orderBy('parked_at')
    .orderBy('tx')
    .execute();
  return rows.map((row) => ({
    tx: row.tx,
    userId: row.user_id,
    operations: row.operations as unknown as ParkedAction['operations'],
    parkedAt: Number(row.parked_at),
  }));
}
