import type { WaitingOperation } from '#domain/delivery/waiting-operation.ts';

/**
 * Makes whole actions of what is left of actions after a part of them was erased for everybody.
 * In: operations that wait, in order, without those that were erased. Out: the same; an action that lacks a part counts
 * itself anew. Operations with a receipt stay as the receipt describes them: the server knows that they were whole.
 */
export function closeActions(waiting: readonly WaitingOperation[]): readonly WaitingOperation[] {
  const counts = new Map<string, number>();
  for (const { op } of waiting) if (op !== undefined) counts.set(op.tx, (counts.get(op.tx) ?? 0) + 1);
  const places = new Map<string, number>();
  return waiting.map((entry) => {
    const { op, proof } = entry;
    const txn = counts.get(op?.tx ?? '');
    if (op === undefined || proof !== undefined || txn === undefined || txn === op.txn) return entry;
    const txi = places.get(op.tx) ?? 0;
    places.set(op.tx, txi + 1);
    return { ...entry, op: { ...op, txi, txn } };
  });
}
