/** Many logs at once, wherever they lie: what counts, explains, searches and tells history reads them here. */
import type { Database } from './database.ts';
import { packsOf } from './find-packs.ts';
import { compareLatest, compareTexts, type LogRow, listLatestLogs } from './log-rows.ts';
import { isStanding } from './progress-logs.ts';
import { readState } from './promise-state.ts';

/** Every log of a promise, by rising day. */
export async function listPromiseLogs(db: Database, promiseId: string): Promise<readonly LogRow[]> {
  const [rows, packs] = await Promise.all([
    db.progressLogs.where('[promiseId+date]').between([promiseId, ''], [promiseId, '\uffff']).toArray(),
    packsOf(db, promiseId).toArray(),
  ]);
  if (packs.length === 0) return rows;
  return [...rows, ...packs.flatMap(({ logs }) => logs)].sort((left, right) => compareLatest(right, left));
}

/** How many logs a promise has, whatever they say. Reads none of them. */
export async function countPromiseLogs(db: Database, promiseId: string): Promise<number> {
  const [rows, { packedLogs }] = await Promise.all([
    db.progressLogs.where('[promiseId+date]').between([promiseId, ''], [promiseId, '\uffff']).count(),
    readState(db, promiseId),
  ]);
  return rows + packedLogs;
}

/** Every log of any of these activities, once each, in no order. */
export async function listActivityLogs(db: Database, activityIds: readonly string[]): Promise<readonly LogRow[]> {
  const wanted = new Set(activityIds);
  const [rows, packs] = await Promise.all([
    db.progressLogs.where('activityIds').anyOf(activityIds).distinct().toArray(),
    db.logPacks.where('activityIds').anyOf(activityIds).distinct().toArray(),
  ]);
  if (packs.length === 0) return rows;
  return [...rows, ...packs.flatMap(({ logs }) => logs.filter((log) => log.activityIds.some((id) => wanted.has(id))))];
}

const chunk = 10_000;

/** Hands over every log of the device, in no order, some thousands at a time. */
export async function forEachLog(db: Database, use: (log: LogRow) => void): Promise<void> {
  for (let after = '', isMore = true; isMore; ) {
    const logs = await db.progressLogs.where('id').above(after).limit(chunk).toArray();
    for (const log of logs) use(log);
    isMore = logs.length === chunk;
    after = logs.at(-1)?.id ?? after;
  }
  let offset = 0;
  for (let isMore = true; isMore; offset += chunk) {
    const packs = await db.logPacks.offset(offset).limit(chunk).toArray();
    for (const { logs } of packs) for (const log of logs) use(log);
    isMore = packs.length === chunk;
  }
}

/** The logs that were made last before one, the latest first: their ids begin with the time. */
export async function listMadeBefore(db: Database, id: string, size: number): Promise<readonly LogRow[]> {
  let found: readonly LogRow[] = await db.progressLogs.where('id').below(id).reverse().limit(size).toArray();
  for (let read = 0, isMore = true; isMore; read += fewPacks) {
    const packs = await db.logPacks.orderBy('lastId').reverse().offset(read).limit(fewPacks).toArray();
    const made = packs.flatMap(({ logs }) => logs.filter((log) => log.id < id));
    if (made.length > 0)
      found = [...found, ...made].sort((left, right) => compareTexts(right.id, left.id)).slice(0, size);
    const lastId = packs.at(-1)?.lastId ?? '';
    // What is left was all made before what is found already.
    isMore = packs.length === fewPacks && !(found.length === size && (found[size - 1]?.id ?? '') > lastId);
  }
  return found;
}

const fewPacks = 50;

/** Ids of a promise's logs, in no order. */
export async function listPromiseLogIds(db: Database, promiseId: string): Promise<readonly string[]> {
  const [own, packs] = await Promise.all([
    db.progressLogs.where('[promiseId+date]').between([promiseId, ''], [promiseId, '\uffff']).primaryKeys(),
    packsOf(db, promiseId).toArray(),
  ]);
  return [...own, ...packs.flatMap(({ logs }) => logs.map(({ id }) => id))];
}

/** How many logs lie on the device, whatever they say and whosever they are. Reads none of them. */
export async function countAllLogs(db: Database): Promise<number> {
  const [rows, promiseIds] = await Promise.all([db.progressLogs.count(), db.promises.toCollection().primaryKeys()]);
  const states = await Promise.all(promiseIds.map((id) => readState(db, id)));
  return states.reduce((sum, { packedLogs }) => sum + packedLogs, rows);
}

/** The latest standing, done log of a promise, by the day it is about. */
export async function readLatestLog(
  db: Database,
  promiseId: string,
  until = '9999-12-31',
): Promise<LogRow | undefined> {
  const isWanted = (log: LogRow) => isStanding(log) && log.state === 'done';
  const [latest] = await listLatestLogs(db, { promiseId, from: '', to: until, size: 1, isWanted });
  return latest;
}

/** How many logs stand in a promise, planned ones too. Reads them; what is done alone is `countDoneLogs`. */
export const countLogs = async (db: Database, promiseId: string): Promise<number> =>
  (await listPromiseLogs(db, promiseId)).filter(isStanding).length;
