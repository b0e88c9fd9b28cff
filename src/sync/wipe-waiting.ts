import type { RowKey } from '#domain/delivery/synced-row.ts';
import { toRowKey } from '#domain/delivery/synced-row.ts';
import type { WaitingOperation } from '#domain/delivery/waiting-operation.ts';
import type { DeviceRules } from './device-rules.ts';

/**
 * Takes what was erased for everybody out of the outbox. An operation keeps its number, or the sequence would have a
 * hole that nothing ever fills; what is left of its action counts itself anew.
 */
export function wipeWaiting(
  outbox: readonly WaitingOperation[],
  wiped: ReadonlySet<RowKey>,
  rules: DeviceRules,
): readonly WaitingOperation[] {
  const isWiped = ({ op }: WaitingOperation) => op !== undefined && wiped.has(toRowKey(op.tbl, op.ent));
  const hit = new Set(outbox.filter(isWiped).map(({ op }) => op?.tx));
  if (hit.size === 0) return outbox;
  const places = new Map<string, number>();
  const counts = new Map<string, number>();
  for (const entry of outbox) {
    if (entry.op !== undefined && !isWiped(entry)) counts.set(entry.op.tx, (counts.get(entry.op.tx) ?? 0) + 1);
  }
  return outbox.flatMap((entry): readonly WaitingOperation[] => {
    if (isWiped(entry)) return rules.wipedKeepsPlace ? [{ seq: entry.seq }] : [];
    if (entry.op === undefined || !hit.has(entry.op.tx)) return [entry];
    const txi = places.get(entry.op.tx) ?? 0;
    places.set(entry.op.tx, txi + 1);
    // Its receipt was for the operation as it was: without the other part it is asked about anew.
    return [{ seq: entry.seq, op: { ...entry.op, txi, txn: counts.get(entry.op.tx) ?? 1 } }];
  });
}
