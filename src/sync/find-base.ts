import type { DeviceView } from '#domain/delivery/device-state.ts';
import { isSyncedRow, type RowKey, type SyncedRow } from '#domain/delivery/synced-row.ts';

/** The base of a row: what the server has, without what is waiting. */
export function findBase(view: Pick<DeviceView, 'rows' | 'bases'>, key: RowKey): SyncedRow | undefined {
  const row = view.rows.get(key);
  return view.bases.get(key) ?? (isSyncedRow(row) ? row : undefined);
}
