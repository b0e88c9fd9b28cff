/** What a pull reads from its snapshot. */
import { sql } from 'kysely';
import { emptySum, type RowSum } from '#domain/delivery/row-sum.ts';
import type { ScopeKey } from '#domain/delivery/scope-key.ts';
import type { Json } from '#domain/operations/operation.ts';
import type { TableName } from '#domain/records/tables.ts';
import type { SequenceEntry } from '#server/exchange/exchange-rows.ts';
import type { ChangedRow, WantedScope } from '#server/exchange/space-store.ts';
import { toSyncedRow } from './record-rows.ts';
import type { Tx } from './server-database.ts';

/** A change as the database writes it: its length as JSON, and its columns. Of an erased row the contents are null. */
type Change = readonly [
  size: number,
  columns: readonly [
    table: TableName,
    id: string,
    scope: string,
    version: number,
    deletedAt: string | null,
    tags: Json,
    fields: Readonly<Record<string, Json>> | null,
  ],
];

/**
 * Rows and erasures of several scopes by rising version: the first `limit`, and the rest of the last version. Every scope
 * is read along its own index; of many scopes only a share of each, for as a rule that is a page. Where it is not, because
 * one scope has changed much more than the others, they are read again as far as a page can reach.
 */
export async function readChanges(
  tx: Tx,
  spaceId: string,
  scopes: readonly WantedScope[],
  limit: number,
): Promise<readonly ChangedRow[]> {
  if (scopes.length === 0) return [];
  const share = Math.min(limit, Math.ceil((1.5 * limit) / scopes.length));
  const page = await readPage(tx, spaceId, scopes, limit, share);
  const isPage = page.isWhole || page.changes.length >= limit;
  const { changes } = isPage ? page : await readPage(tx, spaceId, scopes, limit, limit);
  return changes.map(toChangedRow);
}

interface Page {
  /** Nothing was left out but by the limit. */
  readonly isWhole: boolean;
  readonly changes: readonly Change[];
}

/**
 * What lies before the first scope of which more than its share may be left. Contents are fetched only of what is sent,
 * from where the index found them, and come as one text: the embedded engine takes longer to hand over a row than to find it.
 */
async function readPage(
  tx: Tx,
  spaceId: string,
  scopes: readonly WantedScope[],
  limit: number,
  share: number,
): Promise<Page> {
  const ids = scopes.map(({ promiseId }) => promiseId);
  const after = scopes.map((scope) => String(scope.after));
  const deletedAfter = scopes.map((scope) => String(scope.deletedAfter));
  const { rows } = await sql<{ readonly is_whole: boolean; readonly changes: string | null }>`
    WITH wanted (scope, after, deleted_after) AS (
      SELECT * FROM unnest(${ids}::uuid[], ${after}::bigint[], ${deletedAfter}::bigint[])
    ), found (scope, tbl, id, version, place) AS MATERIALIZED (
      SELECT wanted.scope, live.* FROM wanted CROSS JOIN LATERAL (
        SELECT tbl, id, version, ctid
        FROM record
        WHERE space = ${spaceId} AND scope = wanted.scope AND version > wanted.after
          AND (deleted_at IS NULL OR version > wanted.deleted_after)
        ORDER BY version
        FETCH FIRST ${share} ROWS WITH TIES
      ) AS live
      UNION ALL
      SELECT wanted.scope, gone.* FROM wanted CROSS JOIN LATERAL (
        SELECT tbl, id, version, NULL::tid
        FROM erasure
        WHERE space = ${spaceId} AND scope = wanted.scope AND version > wanted.after
        ORDER BY version
        FETCH FIRST ${share} ROWS WITH TIES
      ) AS gone
    ), reached (version) AS (
      SELECT min(version) FROM (
        SELECT max(version) AS version FROM found GROUP BY scope, place IS NULL HAVING count(*) >= ${share}
      ) AS cut
    ), page AS (
      SELECT found.* FROM found CROSS JOIN reached
      WHERE reached.version IS NULL OR found.version <= reached.version
      ORDER BY found.version
      FETCH FIRST ${limit} ROWS WITH TIES
    ), written (change) AS (
      SELECT json_build_array(
        page.tbl, page.id, page.scope, page.version, content.deleted_at, content.tags, content.fields
      )::text
      FROM page LEFT JOIN LATERAL (SELECT deleted_at, tags, fields FROM record WHERE ctid = page.place) AS content ON true
      ORDER BY page.version
    )
    SELECT
      (SELECT version IS NULL FROM reached) AS is_whole,
      (SELECT string_agg(concat('[', octet_length(change), ',', change, ']'), ',') FROM written) AS changes
  `.execute(tx);
  const [row] = rows;
  return { isWhole: row?.is_whole === true, changes: JSON.parse(`[${row?.changes ?? ''}]`) };
}

function toChangedRow([size, [table, id, scope, version, deleted_at, tags, fields]]: Change): ChangedRow {
  if (fields === null) return { table, erased: { id, promiseId: scope }, version };
  return { table, row: toSyncedRow({ id, scope, version, deleted_at, tags, fields }), size };
}

/** What a device's numbers above `after` were. As one text, like the changes: after a long time offline they are thousands. */
export async function readSequence(
  tx: Tx,
  spaceId: string,
  dev: string,
  after: number,
  limit: number,
): Promise<readonly SequenceEntry[]> {
  const { rows } = await sql<{ readonly entries: string | null }>`
    SELECT json_agg(json_build_array(seq, op_id) ORDER BY seq)::text AS entries
    FROM (
      SELECT seq, op_id FROM op_sequence
      WHERE space = ${spaceId} AND dev = ${dev} AND seq > ${String(after)}
      ORDER BY seq
      LIMIT ${limit}
    ) AS numbered
  `.execute(tx);
  const entries: readonly (readonly [number, string | null])[] = JSON.parse(rows[0]?.entries ?? '[]');
  return entries.map(([seq, id]) => ({ seq, id }));
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
