import type { DeviceStore } from '#domain/delivery/device-store.ts';
import type { ScopeKey } from '#domain/delivery/scope-key.ts';
import type { Database } from '#storage/database.ts';
import { putRowAudit, readRowAudit } from '#storage/row-audit.ts';
import { createAuditStep } from './audit-scope.ts';

/** Milliseconds. It reads every row of the device. */
const daily = 86_400_000;

/**
 * Looks, once a day, whether every row that was fetched is still on the device: a browser may lose some, and a pull that
 * brings nothing of a promise would not notice. In: the database, its store, and milliseconds of the device's clock. Out:
 * `lacking` when something must be fetched anew, with the next pull; what waits to be sent is untouched. The first time
 * only the day is noted. Throws what the database throws.
 */
export async function auditRows(
  db: Database,
  store: DeviceStore,
  now: number,
): Promise<'not-due' | 'well' | 'lacking'> {
  const [before, meta] = await Promise.all([readRowAudit(db), store.readMeta()]);
  // A clock that was set back must not put the next look off for years.
  const isDue = before !== undefined && Math.abs(now - before.at) >= daily;
  if (meta === undefined || (before !== undefined && !isDue)) return 'not-due';
  let lacking = 0;
  for (const key of before === undefined ? [] : (Object.keys(meta.scopes) as ScopeKey[])) {
    if ((await store.changeDevice(createAuditStep(key))) === false) lacking += 1;
  }
  await putRowAudit(db, { at: now, lacking });
  return lacking > 0 ? 'lacking' : 'well';
}
