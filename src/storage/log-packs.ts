/**
 * Many logs that came together lie in packs: one row for an activity's month, not one for each log. A first sync then
 * writes a tenth of what it would, and the storage holds less. A pack is never changed: a log of it that is to change is
 * laid out beside the others first, with the rest of its pack. Everything saved on the device is a row of its own.
 */
import type { Database, Row } from './database.ts';
import { findPacks, packsOf, toEnding, toMonth } from './find-packs.ts';
import type { LogPack, PackPlaces, StoredPack, StoredPlaces } from './pack-rows.ts';
import { changeState, readState } from './promise-state.ts';

type LogRow = Row<'progressLogs'>;

/** Stores logs of one promise that has none on the device yet, inside the running transaction. */
export async function putPacks(db: Database, promiseId: string, logs: readonly LogRow[]): Promise<void> {
  const packs = packLogs(promiseId, logs);
  await Promise.all([
    db.logPacks.bulkAdd(packs.map(closePack)),
    db.packPlaces.bulkPut(listPlaces(promiseId, packs, chooseLength(logs.length)).map(closePlaces)),
  ]);
  await countPacked(db, packs, 1);
}

const closePack = (pack: LogPack): StoredPack => ({ ...pack, logs: JSON.stringify(pack.logs) });
const closePlaces = (row: PackPlaces): StoredPlaces => ({ ...row, places: JSON.stringify(row.places) });

/** Logs by month and the first of their activities. */
function packLogs(promiseId: string, logs: readonly LogRow[]): readonly LogPack[] {
  const packs = new Map<string, LogRow[]>();
  for (const log of logs) {
    const key = `${toMonth(log.date)}/${log.activityIds[0] ?? ''}`;
    const pack = packs.get(key);
    if (pack) pack.push(log);
    else packs.set(key, [log]);
  }
  return Array.from(packs.values(), (own, n): LogPack => {
    const activityIds = [...new Set(own.flatMap((log) => log.activityIds))];
    const lastId = own.reduce((last, { id }) => (id > last ? id : last), '');
    return { promiseId, month: toMonth(own[0]?.date ?? ''), n, activityIds, lastId, logs: own };
  });
}

/** So many characters at the end of an id are random enough to spread this many logs over rows of some dozens. */
const chooseLength = (logs: number): 1 | 2 => (logs < 4000 ? 1 : 2);

function listPlaces(promiseId: string, packs: readonly LogPack[], length: number): readonly PackPlaces[] {
  const byEnding = new Map<string, Record<string, readonly [string, number]>>();
  for (const { month, n, logs } of packs) {
    for (const { id } of logs) {
      const ending = toEnding(id, length);
      const places = byEnding.get(ending) ?? {};
      byEnding.set(ending, places);
      places[id] = [month, n];
    }
  }
  return Array.from(byEnding, ([ending, places]) => ({ ending, promiseId, places }));
}

/** Lays out the packs that hold any of these logs, so that they can be changed, inside the running transaction. */
export async function layOut(db: Database, ids: readonly string[]): Promise<void> {
  await moveOut(db, await findPacks(db, ids));
}

/** Lays out everything, inside the running transaction. */
export async function layOutAll(db: Database): Promise<void> {
  const most = 200;
  for (let isMore = true; isMore; ) {
    const packs = await db.logPacks.limit(most).toArray();
    await moveOut(db, packs);
    isMore = packs.length === most;
  }
  await db.packPlaces.clear();
}

async function moveOut(db: Database, packs: readonly LogPack[]): Promise<void> {
  if (packs.length === 0) return;
  await db.progressLogs.bulkAdd(packs.flatMap(({ logs }) => [...logs]));
  await db.logPacks.bulkDelete(packs.map(({ promiseId, month, n }) => [promiseId, month, n]));
  await countPacked(db, packs, -1);
}

/** Of promises that leave the device, inside the running transaction. */
export async function deletePacksOf(db: Database, promiseIds: readonly string[]): Promise<void> {
  if (promiseIds.length === 0 || (await db.logPacks.count()) === 0) return;
  const endings = (await db.packPlaces.toCollection().primaryKeys()).filter(([, id]) => promiseIds.includes(id));
  await db.packPlaces.bulkDelete(endings);
  for (const promiseId of promiseIds) await packsOf(db, promiseId).delete();
}

/** How many logs of a promise lie in packs, counted there. */
export async function countPackedLogs(db: Database, promiseId: string): Promise<number> {
  const packs = await packsOf(db, promiseId).toArray();
  return packs.reduce((sum, { logs }) => sum + logs.length, 0);
}

async function countPacked(db: Database, packs: readonly LogPack[], step: 1 | -1): Promise<void> {
  const counts = new Map<string, number>();
  for (const { promiseId, logs } of packs) counts.set(promiseId, (counts.get(promiseId) ?? 0) + logs.length * step);
  for (const [promiseId, change] of counts) {
    await changeState(db, promiseId, { packedLogs: (await readState(db, promiseId)).packedLogs + change });
  }
}
