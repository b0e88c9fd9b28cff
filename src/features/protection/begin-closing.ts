import { closeDevice } from '#storage/close-device.ts';
import type { Database } from '#storage/database.ts';
import { makeDeviceKey, wrapWithPassphrase } from '#storage/device-lock.ts';
import { flushDrafts } from '#storage/drafts.ts';
import { retire } from '#storage/running-actions.ts';
import { tellTabs } from './tell-tabs.ts';

/**
 * Closes every row of the device with a new key, which the passphrase opens. What runs is finished first, and this page
 * writes nothing any more: it is to be opened anew, as every other tab is told. Throws; then no row is closed.
 */
export async function beginClosing(db: Database, passphrase: string, language: 'sv' | 'en'): Promise<void> {
  flushDrafts(db);
  await retire(db);
  const key = makeDeviceKey();
  const ways = [await wrapWithPassphrase(key, passphrase)];
  await closeDevice({ name: db.name, key, lock: { ways, minutes: 10, language }, passphrase });
  tellTabs('reload');
}
