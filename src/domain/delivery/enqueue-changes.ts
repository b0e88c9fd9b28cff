import type { Operation, StoredRow } from '#domain/operations/operation.ts';
import type { DeviceChanges, DeviceMeta } from './device-state.ts';
import { isSyncedRow, type RowKey, type SyncedRow } from './synced-row.ts';

/**
 * What a saved action adds to the exchange, to be written in the very transaction that saves it.
 * In: the device's state as that transaction reads it, the operations of one action in order, the rows as they stood
 * before (every row that the action changes, also a log that is replaced), and which of them have a base already.
 * Out: the outbox with the next numbers, bases of the rows that are changed for the first time, and the state after it.
 */
export function enqueueChanges(
  meta: DeviceMeta,
  operations: readonly Operation[],
  before: ReadonlyMap<RowKey, StoredRow | undefined>,
  hasBase: (key: RowKey) => boolean,
): Required<Pick<DeviceChanges, 'meta' | 'outbox' | 'bases'>> {
  const outbox = new Map(
    operations.map((op, index) => [meta.issued + index + 1, { seq: meta.issued + index + 1, op }] as const),
  );
  const bases = new Map<RowKey, SyncedRow>();
  for (const [key, row] of before) if (isSyncedRow(row) && !hasBase(key)) bases.set(key, row);
  return { meta: { ...meta, issued: meta.issued + operations.length }, outbox, bases };
}
