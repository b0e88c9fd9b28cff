/** What a disposal order names, and whether two accounts of the tenant stand behind it (guard P7). Read as the owner of the tables. */
import { type Kysely, sql } from 'kysely';
import { splitRowKey } from '#domain/delivery/synced-row.ts';
import type { Operation } from '#domain/operations/operation.ts';
import { type DisposalOrder, retentionSchema } from '#domain/records/retention.ts';
import type { TableName } from '#domain/records/tables.ts';
import type { DisposalFile } from '#domain/retention/disposal-order.ts';
import { type Erasure, inSpace } from './erase-rows.ts';
import { listSpaces } from './list-spaces.ts';
import type { Tx } from './server-database.ts';
import type { ServerTables } from './tables.ts';

export type Ordered =
  | { readonly kind: 'found'; readonly rows: readonly Pick<Erasure, 'spaceId' | 'table' | 'id' | 'scope'>[] }
  /** No tenant has the promise, or nothing of what is named is left. */
  | { readonly kind: 'unknown' }
  /** One person, somebody who has no account, or who did not do what the file says: nobody stands behind it. */
  | { readonly kind: 'unsigned' }
  /** It names a row of another promise. */
  | { readonly kind: 'foreign' };

type Owner = Kysely<ServerTables>;

/**
 * In: a connection as the owner, and an order whose checksum holds. Out: the rows with their space, or why not. Both
 * approvals are looked up in history: the account that is named must itself have written that version of the order.
 */
export async function findOrdered(owner: Owner, file: DisposalFile): Promise<Ordered> {
  for (const spaceId of await listSpaces(owner)) {
    const read = await inSpace(owner, spaceId, (tx) => readInSpace(tx, spaceId, file));
    if (read === undefined) continue;
    if (read.kind !== 'found' || read.rows.length > 0) return read;
    return { kind: 'unknown' };
  }
  return { kind: 'unknown' };
}

async function readInSpace(tx: Tx, spaceId: string, file: DisposalFile): Promise<Ordered | undefined> {
  const { rows } = await sql<{ readonly user_id: string; readonly op: Operation }>`
    SELECT user_id, op FROM history
    WHERE space = ${spaceId} AND tbl = 'promises' AND ent = ${file.promiseId} ORDER BY version, n
  `.execute(tx);
  if (rows.length === 0) return undefined;
  if (!(await isSigned(tx, spaceId, file, rows))) return { kind: 'unsigned' };
  const named = await readNamed(tx, spaceId, file);
  if (named.some(({ scope }) => scope !== file.promiseId)) return { kind: 'foreign' };
  return { kind: 'found', rows: named.map((row) => ({ spaceId, ...row })) };
}

async function isSigned(
  tx: Tx,
  spaceId: string,
  { order }: DisposalFile,
  history: readonly { readonly user_id: string; readonly op: Operation }[],
): Promise<boolean> {
  const people = [order.prepared.profileId, order.approved.profileId];
  if (new Set(people).size !== 2) return false;
  const { rows } = await sql<{ readonly id: string }>`
    SELECT id FROM account WHERE space = ${spaceId} AND id = ANY(${people}::uuid[])
  `.execute(tx);
  if (rows.length !== 2) return false;
  const written = history.flatMap(({ user_id: userId, op }) => {
    const version = findOrder(op, order.id);
    return version?.digest === order.digest ? [{ userId, version }] : [];
  });
  const [first] = written;
  const last = written.findLast(({ version }) => version.approved !== undefined);
  const isPrepared = first?.userId === order.prepared.profileId && first.version.approved === undefined;
  const approval = written.find(({ version }) => version.approved !== undefined);
  return isPrepared && approval?.userId === order.approved.profileId && isSameSigner(last?.version, order);
}

function findOrder({ f }: Operation, orderId: string): DisposalOrder | undefined {
  const read = retentionSchema.safeParse(f?.retention);
  return read.success ? read.data.orders.find(({ id }) => id === orderId) : undefined;
}

const isSameSigner = (version: DisposalOrder | undefined, { prepared, approved }: DisposalFile['order']): boolean =>
  version?.prepared.profileId === prepared.profileId && version.approved?.profileId === approved.profileId;

async function readNamed(tx: Tx, spaceId: string, { promiseId, rows }: DisposalFile) {
  const names = rows.map(splitRowKey);
  const tables = names.map(({ table }) => table);
  const ids = names.map(({ id }) => id);
  const isWhole = names.some(({ table, id }) => table === 'promises' && id === promiseId);
  const found = await sql<{ readonly table: TableName; readonly id: string; readonly scope: string }>`
    WITH named AS (SELECT * FROM unnest(${tables}::text[], ${ids}::uuid[]) AS named (tbl, id)),
    known (tbl, id, scope) AS (
      SELECT record.tbl, record.id, record.scope FROM record
      WHERE space = ${spaceId}
        AND ((${isWhole} AND scope = ${promiseId}) OR (record.tbl, record.id) IN (SELECT tbl, id FROM named))
      UNION
      SELECT history.tbl, history.ent, (op ->> 'scope')::uuid FROM history
      WHERE space = ${spaceId} AND op ->> 'scope' IS NOT NULL
        AND ((${isWhole} AND (op ->> 'scope')::uuid = ${promiseId})
          OR (history.tbl, history.ent) IN (SELECT tbl, id FROM named))
    )
    SELECT tbl AS table, id, scope FROM known
    WHERE NOT EXISTS (
      SELECT FROM erasure WHERE space = ${spaceId} AND erasure.tbl = known.tbl AND erasure.id = known.id
    )
    ORDER BY tbl, id
  `.execute(tx);
  return found.rows;
}
