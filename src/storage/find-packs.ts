/** Where packed logs lie (see `log-packs.ts`). Apart from what writes packs: every page that shows logs reads them. */
import type { Database } from './database.ts';
import type { LogPack } from './pack-rows.ts';

/** In: a day. Out: `YYYY-MM`. */
export const toMonth = (day: string): string => day.slice(0, 7);

/** By how many of their last characters ids are spread. */
const lengths = [1, 2] as const;
export const toEnding = (id: string, length: number): string => id.slice(-length);

/** A promise's packs by rising month. Both months are part of the range. */
export const packsOf = (db: Database, promiseId: string, from = '', to = '\uffff') =>
  db.logPacks
    .where('[promiseId+month+n]')
    .between([promiseId, from, 0], [promiseId, to, Number.MAX_SAFE_INTEGER], true, true);

/** Packs that hold any of these logs, once each. */
export async function findPacks(db: Database, ids: readonly string[]): Promise<readonly LogPack[]> {
  if (ids.length === 0 || (await db.logPacks.count()) === 0) return [];
  const endings = new Set(ids.flatMap((id) => lengths.map((length) => toEnding(id, length))));
  const rows = await db.packPlaces
    .where('ending')
    .anyOf([...endings])
    .toArray();
  const keys = new Map<string, [string, string, number]>();
  for (const { promiseId, places } of rows) {
    for (const id of ids) {
      const place = places[id];
      if (place) keys.set(`${promiseId}/${place[1]}`, [promiseId, ...place]);
    }
  }
  return (await db.logPacks.bulkGet([...keys.values()])).filter((pack) => pack !== undefined);
}
