/** Apart from `pack-rows.ts`, which comes with every page: only who looks at a broken database needs it. */
import { openPack, type StoredPack } from './pack-rows.ts';

/** The logs in what may be a pack, as it was found lying there: nothing about it is sure. */
export function listPackedLogs(found: unknown): readonly unknown[] {
  try {
    const { logs } = openPack(found as StoredPack) as { readonly logs: unknown };
    return Array.isArray(logs) ? logs : [];
  } catch {
    return [];
  }
}
