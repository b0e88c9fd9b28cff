import type { DeviceStep, DeviceStore } from '#domain/delivery/device-store.ts';
import { tableNames } from '#domain/records/tables.ts';
import { countingTables } from './counting.ts';
import type { Database } from './database.ts';
import { readDeviceMeta } from './device-meta.ts';
import { readDeviceHead, readDeviceView } from './read-device-view.ts';
import { runTransaction } from './run-transaction.ts';
import { runAction } from './running-actions.ts';
import { writeDeviceChanges } from './write-device-changes.ts';

const tables = [
  ...new Set([...tableNames, ...countingTables, 'goalTotals', 'goalDays', 'history', 'outbox', 'bases', 'ring', 'box']),
];

/** The device's side of the exchange in Dexie: one durable transaction for each step. `newId`: ids never used before. */
export const createDeviceStore = (db: Database, newId: () => string): DeviceStore => ({
  readMeta: () => readDeviceMeta(db),
  readWaiting: (seq, limit) => db.outbox.where('seq').above(seq).limit(limit).toArray(),
  changeDevice: (step) => runAction(db, () => runTransaction(db, 'rw', tables, () => takeStep(db, step, newId()))),
});

async function takeStep<T>(db: Database, step: DeviceStep<T>, revision: string): Promise<T | undefined> {
  const head = await readDeviceHead(db);
  if (head === undefined) return undefined;
  const view = await readDeviceView(db, head, step.needs(head));
  const { changes, result } = step.decide(view);
  await writeDeviceChanges(db, view, changes, revision);
  return result;
}
