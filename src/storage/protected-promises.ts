import { mayBeIn, type Place } from '#domain/disclosure/protection.ts';
import type { Database } from './database.ts';

/** What may not come to a place because of its classification. Out: ids of promises. Examples are nobody's. */
export async function listKeptFrom(db: Database, place: Place): Promise<ReadonlySet<string>> {
  const kept = await db.promises
    .filter((promise) => promise.example === undefined && !mayBeIn(promise, place))
    .toArray();
  return new Set(kept.map(({ id }) => id));
}

/** Whether anything on the device may not come to a place. */
export const isKeptFrom = async (db: Database, place: Place): Promise<boolean> =>
  (await listKeptFrom(db, place)).size > 0;
