import { isCreation } from '#domain/operations/check-operation.ts';
import type { Operation } from '#domain/operations/operation.ts';
import { type Deed, orderByCauses } from './order-by-causes.ts';

/** An operation with the one that stood last in the order of its row when it was made; a creation has none. */
export interface KnownOperation {
  readonly op: Operation;
  readonly after?: string | undefined;
}

/** As a device has it stored: what was made here says nothing of what it came after, its place in the list does. */
export interface StoredOperation extends KnownOperation {
  readonly isForeign: boolean;
}

/**
 * Operations of one row in the order in which they are played (`order-by-causes.ts`): its creation first, and everything
 * after what its author had seen. In: operations of one row, with every operation that they come after.
 */
export function orderOperations<T extends KnownOperation>(known: readonly T[]): readonly T[] {
  if (known.length < 2) return known;
  const creations = known.flatMap(({ op }) => (isCreation(op.kind) ? [op.id] : []));
  const deeds = known.map((entry): Deed & { readonly entry: T } => ({
    id: entry.op.id,
    at: entry.op.at,
    causes: isCreation(entry.op.kind) ? [] : [...creations, ...listCauses(entry)],
    entry,
  }));
  return orderByCauses(deeds).map(({ entry }) => entry);
}

/** The operations of the same row that its author had seen. */
export const listCauses = ({ op, after }: KnownOperation): readonly string[] => [
  ...(after === undefined ? [] : [after]),
  ...(op.kind === 'correct' ? [] : Object.values(op.base ?? {}).filter((tag) => tag !== null)),
];

/**
 * Says of what was made on this device what it came after: whatever stood last at that time among all that was known.
 * In: operations of one row as this device stored them. Out: the same in the order in which they are played.
 */
export function nameForerunners(stored: readonly StoredOperation[]): readonly KnownOperation[] {
  let known: readonly KnownOperation[] = [];
  let isOrdered = true;
  for (const { op, after, isForeign } of stored) {
    if (!isForeign && !isOrdered) known = orderOperations(known);
    const forerunner = isForeign ? after : known.at(-1)?.op.id;
    known = [...known, { op, ...(forerunner !== undefined && { after: forerunner }) }];
    isOrdered = !isForeign;
  }
  return isOrdered ? known : orderOperations(known);
}
