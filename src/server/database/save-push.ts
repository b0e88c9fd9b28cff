/** What one push writes: in one statement, and one for what is rare. */
import { type RawBuilder, sql } from 'kysely';
import { splitRowKey } from '#domain/delivery/synced-row.ts';
import { describePush } from '#server/access-log/describe-push.ts';
import { noteAccess } from '#server/access-log/note-access.ts';
import type { PushChanges } from '#server/exchange/exchange-rows.ts';
import { spaceChannel } from './lock-space.ts';
import { toIds } from './read-space.ts';
import { toRecordColumns } from './record-rows.ts';
import type { SpaceIdentity, Tx } from './server-database.ts';

/** In: a transaction that holds the tenant's lock, whose push it is, and what was decided. */
export async function savePush(tx: Tx, identity: SpaceIdentity, changes: PushChanges): Promise<void> {
  const { spaceId } = identity;
  await saveTogether(tx, spaceId, changes);
  await saveGrants(tx, identity, changes);
  await saveParked(tx, spaceId, changes);
  // A push that names nothing (numbers given away) is not worth a row.
  if (changes.report.operations.length > 0) {
    await noteAccess(tx, identity, describePush(changes.report, changes.device.dev));
  }
}

/** Many rows as one parameter, named and typed by `columns`. */
export const toRecordset = (rows: readonly object[], columns: string): RawBuilder<unknown> =>
  sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS given (${sql.raw(columns)})`;

/**
 * What nearly every push writes, as one statement: others wait for the tenant's lock as long as this goes back and
 * forth. Its parts write to a table each, and none sees what the others write. Servers are told when it is committed.
 */
async function saveTogether(tx: Tx, spaceId: string, changes: PushChanges): Promise<void> {
  await sql`
    WITH
      reached AS (UPDATE space SET version = ${changes.version} WHERE id = ${spaceId} RETURNING id, epoch, version),
      devices AS (${writeDevice(spaceId, changes)}),
      numbers AS (${writeSequence(spaceId, changes)}),
      results AS (${writeResults(spaceId, changes)}),
      records AS (${writeRows(spaceId, changes)}),
      traces AS (${writeHistory(spaceId, changes)}),
      sums AS (${writeSums(spaceId, changes)})
    SELECT pg_notify(${spaceChannel}, concat_ws(' ', id, epoch, version)) FROM reached
  `.execute(tx);
}

function writeDevice(space: string, { device }: PushChanges): RawBuilder<unknown> {
  const { dev, userId, lastSeq, acked } = device;
  return sql`
    INSERT INTO device (space, id, user_id, last_seq, acked) VALUES (${space}, ${dev}, ${userId}, ${lastSeq}, ${acked})
    ON CONFLICT (space, id) DO UPDATE SET last_seq = excluded.last_seq, acked = excluded.acked, seen_at = now()
  `;
}

const writeSequence = (space: string, { device, sequence }: PushChanges): RawBuilder<unknown> => sql`
  INSERT INTO op_sequence (space, dev, seq, op_id)
  SELECT ${space}, ${device.dev}, seq, id FROM ${toRecordset(sequence, 'seq bigint, id uuid')}
`;

function writeResults(space: string, { results }: PushChanges): RawBuilder<unknown> {
  const columns =
    'id uuid, "userId" uuid, "promiseId" uuid, kind text, code text, fields jsonb, "fieldsOf" uuid, version bigint, original bigint, digest text';
  return sql`
    INSERT INTO op_result (space, op_id, user_id, scope, kind, code, fields, fields_of, version, original, digest)
    SELECT ${space}, id, "userId", "promiseId", kind, code, fields, "fieldsOf", version, original, digest
    FROM ${toRecordset(results, columns)}
    ON CONFLICT (space, op_id) DO UPDATE SET
      user_id = excluded.user_id, scope = excluded.scope, kind = excluded.kind, code = excluded.code,
      fields = excluded.fields, fields_of = excluded.fields_of, version = excluded.version, original = excluded.original, digest = excluded.digest,
      answered_at = now()
  `;
}

function writeRows(space: string, { rows }: PushChanges): RawBuilder<unknown> {
  const given = rows.map(({ key, after }) => ({ tbl: splitRowKey(key).table, ...toRecordColumns(after) }));
  const columns = 'tbl text, id uuid, scope uuid, version bigint, deleted_at text, tags jsonb, fields jsonb';
  return sql`
    INSERT INTO record (space, tbl, id, scope, version, deleted_at, tags, fields)
    SELECT ${space}, tbl, id, scope, version, deleted_at, nullif(tags, 'null'), fields
    FROM ${toRecordset(given, columns)}
    ON CONFLICT (space, tbl, id) DO UPDATE SET
      scope = excluded.scope, version = excluded.version, deleted_at = excluded.deleted_at, tags = excluded.tags,
      fields = excluded.fields
  `;
}

function writeHistory(space: string, { history }: PushChanges): RawBuilder<unknown> {
  const given = history.map(({ op, ...entry }) => ({ ...entry, op, tbl: op.tbl, ent: op.ent }));
  const columns =
    'version bigint, n integer, "userId" uuid, tbl text, ent uuid, op jsonb, "placedAt" bigint, "receivedAt" bigint';
  return sql`
    INSERT INTO history (space, version, n, user_id, tbl, ent, op, placed_at, received_at)
    SELECT ${space}, version, n, "userId", tbl, ent, op, "placedAt", "receivedAt" FROM ${toRecordset(given, columns)}
  `;
}

/** Adds to the stored sums: counts add up, checks by exclusive or. */
export function writeSums(space: string, { sums }: Pick<PushChanges, 'sums'>): RawBuilder<unknown> {
  const given = Array.from(sums, ([key, { count, check }]) => ({ key, count, high: check[0], low: check[1] }));
  return sql`
    INSERT INTO scope_sum (space, scope_key, rows, check_high, check_low)
    SELECT ${space}, key, count, high, low FROM ${toRecordset(given, 'key text, count bigint, high bigint, low bigint')}
    ON CONFLICT (space, scope_key) DO UPDATE SET
      rows = scope_sum.rows + excluded.rows,
      check_high = scope_sum.check_high # excluded.check_high,
      check_low = scope_sum.check_low # excluded.check_low
  `;
}

/** Whoever begins a promise may work in it. */
async function saveGrants(tx: Tx, { spaceId, userId }: SpaceIdentity, { grants, history }: PushChanges): Promise<void> {
  if (grants.length === 0) return;
  // The last one holds where the same right comes twice.
  const last = new Map(grants.map((grant) => [`${grant.userId} ${grant.promiseId}`, grant]));
  const rows = [...last.values()].map((grant) => ({
    ...{ space: spaceId, user_id: grant.userId, scope: grant.promiseId },
    ...{ role: grant.role, lens: grant.lens, version: grant.version },
  }));
  await tx
    .insertInto('member')
    .values(rows)
    .onConflict((on) =>
      on.columns(['space', 'user_id', 'scope']).doUpdateSet((given) => ({
        role: given.ref('excluded.role'),
        lens: given.ref('excluded.lens'),
        version: given.ref('excluded.version'),
        revoked_at: null,
      })),
    )
    .execute();
  const noted = { changed_by: userId, changed_at: history[0]?.receivedAt ?? 0 };
  await tx
    .insertInto('member_change')
    .values(rows.map((row) => ({ ...row, ...noted })))
    .execute();
}

/** Actions that wait for their rows, and those that wait no more. */
export async function saveParked(
  tx: Tx,
  space: string,
  { parked, unparked }: Pick<PushChanges, 'parked' | 'unparked'>,
): Promise<void> {
  if (unparked.length > 0) {
    await tx
      .deleteFrom('parked')
      .where('space', '=', space)
      .where('tx', '=', sql<string>`ANY(${toIds(unparked)})`)
      .execute();
  }
  if (parked.length === 0) return;
  const columns = 'tx uuid, "userId" uuid, operations jsonb, "parkedAt" bigint';
  await sql`
    INSERT INTO parked (space, tx, user_id, operations, parked_at)
    SELECT ${space}, tx, "userId", operations, "parkedAt" FROM ${toRecordset(parked, columns)}
    ON CONFLICT (space, tx) DO UPDATE SET
      user_id = excluded.user_id, operations = excluded.operations, parked_at = excluded.parked_at
  `.execute(tx);
}
