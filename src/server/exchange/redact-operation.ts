import { type RowKey, toRowKey } from '#domain/delivery/synced-row.ts';
import type { Operation } from '#domain/operations/operation.ts';

/**
 * What is left of an operation when its row is erased for everybody: that somebody did something to it, and nothing of
 * what they wrote (sync I15). A correction keeps which log it followed: the chain of the others hangs on it. History with
 * such operations in it is replayed around them.
 */
export function redactOperation(op: Operation): Operation {
  const { f, base, ...rest } = op;
  return { ...rest, ...(f && { f: keepLink(op, f) }), ...(base && { base: keepLink(op, base) }) };
}

const keepLink = <T>({ kind }: Operation, fields: Readonly<Record<string, T>>): Readonly<Record<string, T>> =>
  kind === 'correct' && fields.corrects !== undefined ? { corrects: fields.corrects } : {};

/** Whether nothing is left of what an operation wrote: no operation that was ever accepted had an empty list of fields. */
export const isRedacted = ({ f }: Operation): boolean => f !== undefined && Object.keys(f).length === 0;

/** Whether an operation writes into one of these rows. */
export const isErasedBy = (op: Pick<Operation, 'tbl' | 'ent'>, erased: ReadonlySet<RowKey>): boolean =>
  erased.has(toRowKey(op.tbl, op.ent));
