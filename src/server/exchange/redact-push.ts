import { type RowKey, toRowKey } from '#domain/delivery/synced-row.ts';
import { isTableName } from '#domain/operations/merge-class.ts';
import type { Operation } from '#domain/operations/operation.ts';
import type { TableName } from '#domain/records/tables.ts';
import type { ReceivedPush } from '#protocol/push.ts';
import type { PushEntry } from './exchange-service.ts';
import { isErasedBy, redactOperation } from './redact-operation.ts';

/** The rows that a push writes into, by name. */
export const listWritten = ({ operations }: ReceivedPush): readonly RowKey[] =>
  operations.flatMap((one) =>
    one.kind === 'operation' && isTableName(one.op.tbl) ? [toRowKey(one.op.tbl, one.op.ent)] : [],
  );

/**
 * What becomes of the journal's pushes when rows are erased (sync I15): every operation stays in its place, those into
 * erased rows without their content, and without a name that the database would be asked for.
 * In: the names of the rows. Out: a function from an entry as it was written; it gives the entry itself where nothing of it goes.
 */
export function createRedaction(names: readonly ErasedName[]): (entry: PushEntry) => PushEntry {
  const bySpace = new Map<string, Set<RowKey>>();
  for (const { spaceId, table, id } of names) {
    bySpace.set(spaceId, (bySpace.get(spaceId) ?? new Set()).add(toRowKey(table, id)));
  }
  return (entry) => redactPush(entry, bySpace.get(entry.spaceId) ?? new Set());
}

interface ErasedName {
  readonly spaceId: string;
  readonly table: TableName;
  readonly id: string;
}

function redactPush(entry: PushEntry, erased: ReadonlySet<RowKey>): PushEntry {
  const { operations = [] } = entry.body as { readonly operations?: readonly { readonly op?: Operation }[] };
  const hit = operations.flatMap(({ op }) => (op !== undefined && isErasedBy(op, erased) ? [op.id] : []));
  if (hit.length === 0) return entry;
  const left = operations.map((one) =>
    one.op !== undefined && isErasedBy(one.op, erased) ? { ...one, op: redactOperation(one.op) } : one,
  );
  const operationIds = entry.operationIds.filter((id) => !hit.includes(id));
  return { ...entry, operationIds, body: { ...(entry.body as object), operations: left } };
}

/**
 * A push of the journal as it is played again: what goes into erased rows keeps its number only. What is left of its
 * action was whole when it was accepted. In: the push, and which of its rows are erased. Out: the push, and those actions.
 */
export function leaveOutErased(
  request: ReceivedPush,
  erased: ReadonlySet<RowKey>,
): { readonly request: ReceivedPush; readonly closed: ReadonlySet<string> } {
  if (erased.size === 0) return { request, closed: new Set() };
  const counts = new Map<string, number>();
  for (const one of request.operations) {
    if (one.kind !== 'noop') counts.set(one.op.tx, (counts.get(one.op.tx) ?? 0) + 1);
  }
  const closed = new Set<string>();
  const operations = request.operations.map((one) => {
    if (one.kind !== 'operation' || !isErasedBy(one.op, erased)) return one;
    if (counts.get(one.op.tx) === one.op.txn) closed.add(one.op.tx);
    return { kind: 'noop', seq: one.seq } as const;
  });
  return { request: { ...request, operations }, closed };
}
