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
}

export const joinedKey = 'device/server';

export async function readJoinedServer(db: Database): Promise<JoinedServer | undefined> {
  const row = await db.meta.get(joinedKey);
  return row?.value as JoinedServer | undefined;
}

export const putJoinedServer = (db: Database, joined: JoinedServer): Promise<unknown> =>
  db.meta.put({ key: joinedKey, value: joined });
