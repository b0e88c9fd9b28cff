/** Which server this device has joined, and as whom. Absent while the app is used alone. */
import type { Database } from './database.ts';

export interface JoinedServer {
  readonly spaceId: string;
  readonly spaceName: string;
  /** Whose work this is: it is sent under nobody else's name (sync I13). */
  readonly userId: string;
  readonly userName: string;
  /** ISO instant of the device's clock. */
  readonly joinedAt: string;
  /** Milliseconds: how long the device may show what it has without hearing from the server (sync 2.11). */
  readonly leaseUntil?: number | undefined;
}

export const joinedKey = 'device/server';

export async function readJoinedServer(db: Database): Promise<JoinedServer | undefined> {
  const row = await db.meta.get(joinedKey);
  return row?.value as JoinedServer | undefined;
}

/**
 * Whether the device has been without the server for too long. In: what it joined, and the latest time that is known,
 * in milliseconds. A server that sets no limit never locks.
 */
export const isLeaseOver = ({ leaseUntil }: JoinedServer, now: number): boolean =>
  leaseUntil !== undefined && now > leaseUntil;

export const putJoinedServer = (db: Database, joined: JoinedServer): Promise<unknown> =>
  db.meta.put({ key: joinedKey, value: joined });

/** The server has been heard: the device may show what it has until then. Nothing while none is joined. */
export const renewLease = (db: Database, leaseUntil: number): Promise<void> =>
  db.transaction('rw', db.meta, async () => {
    const joined = await readJoinedServer(db);
    if (joined !== undefined && joined.leaseUntil !== leaseUntil) await putJoinedServer(db, { ...joined, leaseUntil });
  });
