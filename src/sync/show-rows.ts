import type { DeviceView } from '#domain/delivery/device-state.ts';
import { type FindRow, playOperation } from '#domain/delivery/play-operation.ts';
import { type RowKey, type SyncedRow, toRowKey } from '#domain/delivery/synced-row.ts';
import type { WaitingOperation } from '#domain/delivery/waiting-operation.ts';
import { findTag } from '#domain/operations/apply-operation.ts';
import type { Operation, StoredRow } from '#domain/operations/operation.ts';
import type { DeviceRules } from './device-rules.ts';
import { findBase } from './find-base.ts';
import { followTouched } from './touched-rows.ts';

interface ShownRows {
  readonly rows: ReadonlyMap<RowKey, StoredRow | undefined>;
  readonly bases: ReadonlyMap<RowKey, SyncedRow | undefined>;
}

/**
 * What is shown is what the server has and, over it, everything that is waiting, in the order in which it was done.
 * In: the device, what the server has now of some rows, the rows that are no longer as they were, and what still waits.
 * Out: every row that must be stored anew; a base only where something that waits has changed the row.
 */
export function showRows(
  view: DeviceView,
  renewed: ReadonlyMap<RowKey, SyncedRow | undefined>,
  changed: readonly RowKey[],
  waiting: readonly WaitingOperation[],
  rules: DeviceRules,
): ShownRows {
  const baseNow = (key: RowKey) => (renewed.has(key) ? renewed.get(key) : findBase(view, key));
  const finders = rules.chainReplayed ? [baseNow, (key: RowKey) => view.rows.get(key)] : [];
  const touched = followTouched(changed, waiting, finders);
  const rows = new Map<RowKey, StoredRow | undefined>();
  for (const key of touched.rows) {
    rows.set(key, rules.refusedLeaveView ? baseNow(key) : (baseNow(key) ?? view.rows.get(key)));
  }
  const findRow: FindRow = (key) => (rows.has(key) ? rows.get(key) : view.rows.get(key));
  for (const op of rules.waitingReplayed ? touched.operations : []) {
    for (const [key, row] of playWaiting(op, findRow)) rows.set(key, row);
  }
  const bases = new Map<RowKey, SyncedRow | undefined>();
  for (const [key, row] of rows) bases.set(key, baseNow(key) === row ? undefined : baseNow(key));
  return { rows, bases };
}

/**
 * A waiting change is shown until its author is told that it was refused, also where it will be: a guarded value that
 * somebody else has changed meanwhile. In: the operation and the rows. Out: the rows that change.
 */
export function playWaiting(op: Operation, findRow: FindRow): ReadonlyMap<RowKey, StoredRow> {
  const played = playOperation(op, findRow);
  if (played.kind === 'applied' || played.kind === 'concurrent') return played.rows;
  const row = findRow(toRowKey(op.tbl, op.ent));
  if (played.kind === 'refused' || op.kind !== 'guard' || row === undefined) return new Map();
  const base = Object.fromEntries(Object.keys(op.f ?? {}).map((field) => [field, findTag(row, field)]));
  const forced = playOperation({ ...op, base }, findRow);
  return forced.kind === 'applied' ? forced.rows : new Map();
}
