/** Logs wherever they lie: each in a row of its own, or many in a pack. What reads logs reads them here. */
import type { Database, Row } from './database.ts';
import { findPacks, packsOf, toMonth } from './log-packs.ts';
import { readState } from './promise-state.ts';

export type LogRow = Row<'progressLogs'>;

/** The tables in which logs lie, and the one that says how many: a transaction that reads logs must hold them. */
export const logTables = ['progressLogs', 'logPacks', 'packPlaces', 'meta'] as const;

/** Logs by id, in the order asked for. */
export async function getLogs(db: Database, ids: readonly string[]): Promise<readonly (LogRow | undefined)[]> {
  const rows = await db.progressLogs.bulkGet([...ids]);
  const missing = ids.filter((_, index) => rows[index] === undefined);
  const packs = await findPacks(db, missing);
  if (packs.length === 0) return rows;
  const packed = new Map(packs.flatMap(({ logs }) => logs.map((log) => [log.id, log] as const)));
  return ids.map((id, index) => rows[index] ?? packed.get(id));
}

export const getLog = async (db: Database, id: string): Promise<LogRow | undefined> => (await getLogs(db, [id]))[0];

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

export interface LatestRange {
  readonly promiseId: string;
  /** Days, both part of the range. */
  readonly from: string;
  readonly to: string;
  readonly size: number;
  readonly isWanted?: (log: LogRow) => boolean;
}

/** A promise's latest logs by the day they are about: of packs only the months that are needed are read. */
export async function listLatestLogs(db: Database, range: LatestRange): Promise<readonly LogRow[]> {
  const { promiseId, from, to, size, isWanted = () => true } = range;
  const rows = db.progressLogs
    .where('[promiseId+date]')
    .between([promiseId, from], [promiseId, to], true, true)
    .reverse()
    .filter(isWanted)
    .limit(size);
  const [own, keys] = await Promise.all([
    rows.toArray(),
    packsOf(db, promiseId, toMonth(from), toMonth(to)).primaryKeys(),
  ]);
  const months = [...new Set(keys.map(([, month]) => month))].reverse();
  let found: readonly LogRow[] = own;
  for (const month of months) {
    const last = found[size - 1];
    // Nothing of an earlier month comes before what is found already.
    if (last !== undefined && toMonth(last.date) > month) break;
    const packs = await packsOf(db, promiseId, month, month).toArray();
    const packed = packs.flatMap(({ logs }) =>
      logs.filter((log) => from <= log.date && log.date <= to && isWanted(log)),
    );
    found = [...found, ...packed].sort(compareLatest).slice(0, size);
  }
  return found;
}

/** The latest day first; of one day the log that was made last. */
export const compareLatest = (left: LogRow, right: LogRow): number =>
  left.date === right.date ? compare(right.id, left.id) : compare(right.date, left.date);

const compare = (left: string, right: string): number => (left < right ? -1 : Number(left > right));

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
    if (made.length > 0) found = [...found, ...made].sort((left, right) => compare(right.id, left.id)).slice(0, size);
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
