/** Erasing rows for everybody (sync 2.14, I15): as the owner of the tables, since no request may change history. */
import { type Kysely, sql } from 'kysely';
import type { RowSum } from '#domain/delivery/row-sum.ts';
import type { ScopeKey } from '#domain/delivery/scope-key.ts';
import { type RowKey, splitRowKey, toRowKey } from '#domain/delivery/synced-row.ts';
import { isTableName } from '#domain/operations/merge-class.ts';
import type { Operation } from '#domain/operations/operation.ts';
import { isId } from '#domain/records/fields.ts';
import type { TableName } from '#domain/records/tables.ts';
import { noteByOperator } from '#server/access-log/note-access.ts';
import { moveRowSums } from '#server/exchange/draft.ts';
import type { ParkedAction } from '#server/exchange/exchange-rows.ts';
import { isErasedBy, redactOperation } from '#server/exchange/redact-operation.ts';
import { listSpaces } from './list-spaces.ts';
import { lockSpace, notifySpace } from './lock-space.ts';
import { readErased, readParked, readRows } from './read-rows.ts';
import { toIds } from './read-space.ts';
import { saveParked, toRecordset, writeSums } from './save-push.ts';
import type { Tx } from './server-database.ts';
import type { ServerTables } from './tables.ts';

/** One row that is to be gone, on whose decision, and when that was carried out (ISO, UTC). */
export interface Erasure {
  readonly spaceId: string;
  readonly table: TableName;
  readonly id: string;
  /** The promise it belonged to: whoever may see that is told to wipe it. */
  readonly scope: string;
  readonly decision: string;
  readonly at: string;
}

/** Reads the name of a row, `table/id`. Out: undefined when there cannot be such a row. */
export function readRowName(text: string): Pick<Erasure, 'table' | 'id'> | undefined {
  const [table = '', id = '', ...rest] = text.split('/');
  return isTableName(table) && isId(id) && rest.length === 0 ? { table, id } : undefined;
}

type Owner = Kysely<ServerTables>;

/** Rows in one transaction and under one version: what a pull gives as a whole. */
const batch = 500;

/**
 * What goes when a row is erased, in whatever space it is: the row, and with a promise everything that belongs to it,
 * also what was deleted before. In: a connection as the owner, and the row's name. Out: names with their space and
 * promise; none where nobody ever wrote such a row, or all of it is gone.
 */
export async function findErasable(
  owner: Owner,
  { table, id }: Pick<Erasure, 'table' | 'id'>,
): Promise<readonly Pick<Erasure, 'spaceId' | 'table' | 'id' | 'scope'>[]> {
  const found: Pick<Erasure, 'spaceId' | 'table' | 'id' | 'scope'>[] = [];
  for (const spaceId of await listSpaces(owner)) {
    const { rows } = await inSpace(owner, spaceId, (tx) =>
      sql<{ readonly table: TableName; readonly id: string; readonly scope: string }>`
        WITH known (tbl, id, scope) AS (
          SELECT tbl, id, scope FROM record WHERE space = ${spaceId}
          UNION
          SELECT tbl, ent, (op ->> 'scope')::uuid FROM history WHERE space = ${spaceId} AND op ->> 'scope' IS NOT NULL
        )
        SELECT tbl AS table, id, scope FROM known
        WHERE ((tbl = ${table} AND id = ${id}) OR (${table} = 'promises' AND scope = ${id}))
          AND NOT EXISTS (
            SELECT FROM erasure WHERE space = ${spaceId} AND erasure.tbl = known.tbl AND erasure.id = known.id
          )
        ORDER BY tbl, id
      `.execute(tx),
    );
    found.push(...rows.map((row) => ({ spaceId, ...row })));
  }
  return found;
}

/** Of these, those that the database does not know to be erased: after a restore, or where erasing was interrupted. */
export async function listMissing(owner: Owner, erasures: readonly Erasure[]): Promise<readonly Erasure[]> {
  const missing: Erasure[] = [];
  for (const [spaceId, own] of groupBySpace(erasures)) {
    const known = await inSpace(owner, spaceId, (tx) => readErased(tx, spaceId, own.map(toKey)));
    missing.push(...own.filter((one) => !known.has(toKey(one))));
  }
  return missing;
}

/**
 * Erases rows for everybody: their content leaves the rows, the history, the answers and what is parked. Devices are
 * told to wipe it, and an operation that comes back to it is refused.
 * In: a connection as the owner, and what to erase; what is erased already stays as it is. Waits for the tenant's lock.
 */
export async function eraseRows(owner: Owner, erasures: readonly Erasure[]): Promise<void> {
  for (const [spaceId, own] of groupBySpace(erasures)) {
    for (let start = 0; start < own.length; start += batch) {
      await inSpace(owner, spaceId, (tx) => eraseBatch(tx, spaceId, own.slice(start, start + batch)));
    }
  }
}

const toKey = ({ table, id }: Erasure): RowKey => toRowKey(table, id);

function groupBySpace(erasures: readonly Erasure[]): ReadonlyMap<string, readonly Erasure[]> {
  const groups = new Map<string, Erasure[]>();
  for (const one of erasures) groups.set(one.spaceId, [...(groups.get(one.spaceId) ?? []), one]);
  return groups;
}

/** The owner is bound by the walls, too: it sees a tenant only where it says which. */
export const inSpace = <T>(owner: Owner, spaceId: string, work: (tx: Tx) => Promise<T>): Promise<T> =>
  owner.transaction().execute(async (tx) => {
    await sql`
      SELECT set_config('app.space', ${spaceId}, true), set_config('app.reach', 'space', true),
        set_config('timezone', 'UTC', true)
    `.execute(tx);
    return await work(tx);
  });

async function eraseBatch(tx: Tx, spaceId: string, given: readonly Erasure[]): Promise<void> {
  const space = await lockSpace(tx);
  // The space was begun after the copy that was brought back.
  if (space === undefined) return;
  const known = await readErased(tx, spaceId, given.map(toKey));
  const erasures = given.filter((one) => !known.has(toKey(one)));
  if (erasures.length === 0) return;
  const keys = new Set(erasures.map(toKey));
  const version = Number(space.version) + 1;
  await tx.updateTable('space').set({ version }).where('id', '=', spaceId).execute();
  await removeRows(tx, spaceId, keys);
  const operationIds = await redactHistory(tx, spaceId, keys);
  await redactAnswers(tx, spaceId, erasures, operationIds);
  await redactParked(tx, spaceId, keys);
  const rows = erasures.map(({ table, id, scope, decision, at }) => ({
    ...{ space: spaceId, tbl: table, id, scope, version },
    ...{ decision_ref: decision, erased_at: at },
  }));
  await tx.insertInto('erasure').values(rows).execute();
  const decisions = [...new Set(erasures.map(({ decision }) => decision))];
  const facts = { rows: [...keys], scopes: [...new Set(erasures.map(({ scope }) => scope))], decisions };
  await noteByOperator(tx, spaceId, {
    event: 'erased',
    at: Math.max(...erasures.map((one) => Date.parse(one.at))),
    facts,
  });
  await notifySpace(tx, spaceId);
}

async function removeRows(tx: Tx, spaceId: string, keys: ReadonlySet<RowKey>): Promise<void> {
  const sums = new Map<ScopeKey, RowSum>();
  for (const [key, row] of await readRows(tx, spaceId, [...keys])) if (keys.has(key)) moveRowSums(sums, key, row, -1);
  await writeSums(spaceId, { sums }).execute(tx);
  await sql`DELETE FROM record WHERE space = ${spaceId} AND (tbl, id) IN ${toNames(keys)}`.execute(tx);
}

/** Out: the ids of the operations that had an effect on these rows. */
async function redactHistory(tx: Tx, spaceId: string, keys: ReadonlySet<RowKey>): Promise<readonly string[]> {
  const { rows } = await sql<{ readonly version: string; readonly n: number; readonly op: Operation }>`
    SELECT version, n, op FROM history WHERE space = ${spaceId} AND (tbl, ent) IN ${toNames(keys)}
  `.execute(tx);
  const given = rows.map(({ version, n, op }) => ({ version, n, op: redactOperation(op) }));
  await sql`
    UPDATE history SET op = given.op
    FROM ${toRecordset(given, 'version bigint, n integer, op jsonb')}
    WHERE history.space = ${spaceId} AND history.version = given.version AND history.n = given.n
  `.execute(tx);
  return rows.map(({ op }) => op.id);
}

/** What stood in a row was told to those whose change met it; and the hash of a short text can be guessed back to it. */
async function redactAnswers(
  tx: Tx,
  spaceId: string,
  erasures: readonly Erasure[],
  operationIds: readonly string[],
): Promise<void> {
  const [ids, scopes] = [erasures.map(({ id }) => id), erasures.map(({ scope }) => scope)];
  await sql`
    UPDATE op_result SET fields = NULL, fields_of = NULL
    WHERE space = ${spaceId} AND fields IS NOT NULL
      AND (fields_of = ANY(${toIds(ids)}) OR (fields_of IS NULL AND scope = ANY(${toIds(scopes)})))
  `.execute(tx);
  await sql`
    UPDATE op_result SET digest = '' WHERE space = ${spaceId} AND op_id = ANY(${toIds(operationIds)})
  `.execute(tx);
}

async function redactParked(tx: Tx, spaceId: string, keys: ReadonlySet<RowKey>): Promise<void> {
  const hit = (await readParked(tx, spaceId)).filter(({ operations }) =>
    operations.some(({ op }) => isErasedBy(op, keys)),
  );
  const left = hit.map((action): ParkedAction => {
    const operations = action.operations.filter(({ op }) => !isErasedBy(op, keys));
    return { ...action, operations };
  });
  await saveParked(tx, spaceId, {
    parked: left.filter(({ operations }) => operations.length > 0),
    unparked: hit.map((action) => action.tx),
  });
}

function toNames(keys: ReadonlySet<RowKey>) {
  const names = [...keys].map(splitRowKey);
  return sql`(SELECT * FROM unnest(${names.map(({ table }) => table)}::text[], ${names.map(({ id }) => id)}::uuid[]))`;
}
