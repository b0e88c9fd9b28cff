import { type RowKey, toRowKey } from '#domain/delivery/synced-row.ts';
import { toMembers } from '#domain/operations/members.ts';
import type { Operation, StoredRow } from '#domain/operations/operation.ts';

/**
 * Marks on a row which addition each removal of a member had seen: after a restore the addition may come back later than
 * its removal (see `place-operation.ts`). In: the operation, its row before it, and the rows it leaves. Out: the rows.
 */
export function rememberRemovals(
  op: Operation,
  before: StoredRow | undefined,
  rows: ReadonlyMap<RowKey, StoredRow>,
): ReadonlyMap<RowKey, StoredRow> {
  if (op.kind !== 'remove' || before === undefined) return rows;
  const key = toRowKey(op.tbl, op.ent);
  const after = rows.get(key) ?? before;
  const marks = Object.entries(op.f ?? {}).flatMap(([field, keys]) =>
    toMembers(keys).flatMap((member): [string, string][] => {
      const name = `${field}/${String(member)}`;
      const seen = op.base?.[name];
      return typeof seen === 'string' ? [[`-${name}`, seen]] : [];
    }),
  );
  if (marks.length === 0) return rows;
  return new Map([...rows, [key, { ...after, tags: { ...after.tags, ...Object.fromEntries(marks) } }]]);
}
