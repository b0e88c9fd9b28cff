/** What the device knows about its exchange with a server, in `meta`. Absent while the app is used alone. */
import type { DeviceMeta } from '#domain/delivery/device-state.ts';
import type { Database, MetaRow } from './database.ts';
import { type JoinedServer, joinedKey } from './joined-server.ts';

/** The number that every save raises has a row of its own, so that saving writes a few bytes and not all scopes. */
export const deviceKeys = ['device', 'device/issued'] as const;
const [deviceKey, issuedKey] = deviceKeys;

/** In: the rows of {@link deviceKeys}, in their order. Out: undefined while no server was joined. */
export function toDeviceMeta([device, issued]: readonly (MetaRow | undefined)[]): DeviceMeta | undefined {
  if (device === undefined) return undefined;
  return { ...(device.value as Omit<DeviceMeta, 'issued'>), issued: Number(issued?.value ?? 0) };
}

/** The range in which the rows of {@link deviceKeys} lie: one request for both, and for none where no server was joined. */
export const listDeviceKeys = (): IDBKeyRange => IDBKeyRange.bound(deviceKey, issuedKey);

/** In: the rows of {@link listDeviceKeys}. */
export const findDeviceMeta = (rows: readonly MetaRow[]): DeviceMeta | undefined =>
  toDeviceMeta(deviceKeys.map((wanted) => rows.find(({ key }) => key === wanted)));

export const readDeviceMeta = async (db: Database): Promise<DeviceMeta | undefined> =>
  toDeviceMeta(await db.meta.bulkGet([...deviceKeys]));

/** The server with the state of the exchange, which belongs to the person who joined it: one question for both. */
export async function readJoinedDevice(
  db: Database,
): Promise<{ readonly server: JoinedServer; readonly meta: DeviceMeta | undefined } | undefined> {
  const [server, ...device] = await db.meta.bulkGet([joinedKey, ...deviceKeys]);
  return server && { server: server.value as JoinedServer, meta: toDeviceMeta(device) };
}

export const toIssuedRow = (issued: number): MetaRow => ({ key: issuedKey, value: issued });

export const putIssued = (db: Database, issued: number): Promise<unknown> => db.meta.put(toIssuedRow(issued));

/** `before`: what is stored. A number that stays is not written: whoever watches it would look for something to send. */
export async function putDeviceMeta(db: Database, meta: DeviceMeta, before?: DeviceMeta): Promise<void> {
  const { issued, ...device } = meta;
  const rows: readonly MetaRow[] = [{ key: deviceKey, value: device }, toIssuedRow(issued)];
  await db.meta.bulkPut(rows.slice(0, issued === before?.issued ? 1 : 2));
}
