import type { DeviceStep, DeviceStore } from '#domain/delivery/device-store.ts';
import { tableNames } from '#domain/records/tables.ts';
import { countingTables } from './counting.ts';
import type { Database } from './database.ts';
import { readDeviceMeta } from './device-meta.ts';
import { logTables } from './log-rows.ts';
import { readDeviceHead, readDeviceView } from './read-device-view.ts';
import { ringTables } from './ring.ts';
import { runTransaction } from './run-transaction.ts';
import { runAction } from './running-actions.ts';
import { type WritingOptions, writeDeviceChanges } from './write-device-changes.ts';

const tables = [
  ...new Set([
    ...tableNames,
    ...countingTables,
    ...logTables,
    'goalTotals',
    'goalDays',
    'history',
    'outbox',
    'bases',
    ...ringTables,
    'box',
  ]),
];

/** Of a promise that arrives, so many logs and more are packed: fewer are as quick to write one by one. */
const fewestPacked = 200;

/** The device's side of the exchange in Dexie: one durable transaction for each step. `newId`: ids never used before. */
export const createDeviceStore = (db: Database, newId: () => string, fewest: number = fewestPacked): DeviceStore => ({
  readMeta: () => readDeviceMeta(db),
  readWaiting: (seq, limit) => db.outbox.where('seq').above(seq).limit(limit).toArray(),
  changeDevice: (step) =>
    runAction(db, () =>
      runTransaction(db, 'rw', tables, () => takeStep(db, step, { revision: newId(), fewestPacked: fewest })),
    ),
});

async function takeStep<T>(db: Database, step: DeviceStep<T>, options: WritingOptions): Promise<T | undefined> {
  const head = await readDeviceHead(db);
  if (head === undefined) return undefined;
  const view = await readDeviceView(db, head, step.needs(head));
  const { changes, result } = step.decide(view);
  await writeDeviceChanges(db, view, changes, options);
  return result;
}
