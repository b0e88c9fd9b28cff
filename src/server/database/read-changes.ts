/** What a pull reads from its snapshot. */
import { sql } from 'kysely';
import { emptySum, type RowSum } from '#domain/delivery/row-sum.ts';
import type { ScopeKey } from '#domain/delivery/scope-key.ts';
import type { Json } from '#domain/operations/operation.ts';
import type { TableName } from '#domain/records/tables.ts';
import type { SequenceEntry } from '#server/exchange/exchange-rows.ts';
import type { ChangedRow, WantedScope } from '#server/exchange/space-store.ts';
import { type RecordRow, toSyncedRow } from './record-rows.ts';
import type { Tx } from './server-database.ts';

type Change = Omit<RecordRow, 'fields'> & {
  readonly tbl: TableName;
  /** NULL where the row was erased. */
  readonly fields: Readonly<Record<string, Json>> | null;
};

/**
 * Rows and erasures of several scopes by rising version: the first `limit`, and the rest of the last version. Every scope
 * is read along its own index and no further than `limit`; contents are fetched only of what is sent.
 */
export async function readChanges(
  tx: Tx,
  spaceId: string,
  scopes: readonly WantedScope[],
  limit: number,
): Promise<readonly ChangedRow[]> {
  if (scopes.length === 0) return [];
  const ids = scopes.map(({ promiseId }) => promiseId);
  const after = scopes.map((scope) => String(scope.after));
  const deletedAfter = scopes.map((scope) => String(scope.deletedAfter));
  const { rows } = await sql<Change>`
    WITH wanted (scope, after, deleted_after) AS (
      SELECT * FROM unnest(${ids}::uuid[], ${after}::bigint[], ${deletedAfter}::bigint[])
    ), found (tbl, id, version, is_erased) AS (
      SELECT live.* FROM wanted CROSS JOIN LATERAL (
        SELECT tbl, id, version, false
        FROM record
        WHERE space = ${spaceId} AND scope = wanted.scope AND version > wanted.after
          AND (deleted_at IS NULL OR version > wanted.deleted_after)
        ORDER BY version
        FETCH FIRST ${limit} ROWS WITH TIES
      ) AS live
      UNION ALL
      SELECT gone.* FROM wanted CROSS JOIN LATERAL (
        SELECT tbl, id, version, true
        FROM erasure
        WHERE space = ${spaceId} AND scope = wanted.scope AND version > wanted.after
        ORDER BY version
        FETCH FIRST ${limit} ROWS WITH TIES
      ) AS gone
      ORDER BY version
      FETCH FIRST ${limit} ROWS WITH TIES
    )
    SELECT found.tbl, found.id, found.version, content.scope, content.deleted_at, content.tags, content.fields
    FROM found CROSS JOIN LATERAL (
      SELECT scope, deleted_at, tags, fields FROM record
      WHERE NOT found.is_erased AND space = ${spaceId} AND tbl = found.tbl AND id = found.id
      UNION ALL
      SELECT scope, NULL, NULL, NULL FROM erasure
      WHERE found.is_erased AND space = ${spaceId} AND tbl = found.tbl AND id = found.id
    ) AS content
    ORDER BY found.version
  `.execute(tx);
  return rows.map(toChangedRow);
}

function toChangedRow({ tbl, fields, ...row }: Change): ChangedRow {
  if (fields !== null) return { table: tbl, row: toSyncedRow({ ...row, fields }) };
  return { table: tbl, erased: { id: row.id, promiseId: row.scope }, version: Number(row.version) };
}

/** What a device's numbers above `after` were. */
export async function readSequence(
  tx: Tx,
  spaceId: string,
  dev: string,
  after: number,
  limit: number,
): Promise<readonly SequenceEntry[]> {
  const rows = await tx
    .selectFrom('op_sequence')
    .select(['seq', 'op_id'])
    .where('space', '=', spaceId)
    .where('dev', '=', dev)
    .where('seq', '>', String(after))
    .orderBy('seq')
    .limit(limit)
    .execute();
  return rows.map(({ seq, op_id }) => ({ seq: Number(seq), id: op_id }));
}

/** The stored sums of scopes; nothing was ever in one that has none. */
export async function readSums(
  tx: Tx,
  spaceId: string,
  keys: readonly ScopeKey[],
): Promise<ReadonlyMap<ScopeKey, RowSum>> {
  if (keys.length === 0) return new Map();
  const rows = await tx
    .selectFrom('scope_sum')
    .select(['scope_key', 'rows', 'check_high', 'check_low'])
    .where('space', '=', spaceId)
    .where('scope_key', '=', sql<string>`ANY(${[...keys]}::text[])`)
    .execute();
  const sums = new Map<ScopeKey, RowSum>(keys.map((key) => [key, emptySum]));
  for (const { scope_key, rows: count, check_high, check_low } of rows) {
    sums.set(scope_key as ScopeKey, { count: Number(count), check: [Number(check_high), Number(check_low)] });
  }
  return sums;
}
