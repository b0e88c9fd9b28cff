import type { RowKey } from '#domain/delivery/synced-row.ts';
import { toRowKey } from '#domain/delivery/synced-row.ts';
import type { WaitingOperation } from '#domain/delivery/waiting-operation.ts';
import { closeActions } from './close-actions.ts';
import type { DeviceRules } from './device-rules.ts';

/**
 * Takes what was erased for everybody out of the outbox. An operation keeps its number, or the sequence would have a
 * hole that nothing ever fills; what is left of its action counts itself anew, unless the server has it already: up to
 * `lastSeq`, or from before a restore. Then it stays as the server's receipt describes it.
 */
export function wipeWaiting(
  outbox: readonly WaitingOperation[],
  wiped: ReadonlySet<RowKey>,
  lastSeq: number,
  rules: DeviceRules,
): readonly WaitingOperation[] {
  const isWiped = ({ op }: WaitingOperation) => op !== undefined && wiped.has(toRowKey(op.tbl, op.ent));
  const hit = new Set(outbox.filter(isWiped).map(({ op }) => op?.tx));
  if (hit.size === 0) return outbox;
  const isOpen = ({ seq, op }: WaitingOperation) => seq > lastSeq && hit.has(op?.tx) && op !== undefined;
  const left = new Map(
    closeActions(outbox.filter((entry) => isOpen(entry) && !isWiped(entry))).map((entry) => [entry.seq, entry]),
  );
  return outbox.flatMap((entry): readonly WaitingOperation[] => {
    if (isWiped(entry)) return rules.wipedKeepsPlace ? [{ seq: entry.seq }] : [];
    return [left.get(entry.seq) ?? entry];
  });
}
