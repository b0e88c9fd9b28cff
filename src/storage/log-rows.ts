/** Logs wherever they lie: each in a row of its own, or many in a pack. What reads logs reads them here. */
import type { Database, Row } from './database.ts';
import { findPacks, packsOf, toMonth } from './find-packs.ts';

export type LogRow = Row<'progressLogs'>;

/** The tables in which logs lie, and the one that says how many: a transaction that reads logs must hold them. */
export const logTables = ['progressLogs', 'logPacks', 'packPlaces', 'meta'] as const;

/** Logs by id, in the order asked for. */
export async function getLogs(db: Database, ids: readonly string[]): Promise<readonly (LogRow | undefined)[]> {
  return addPacked(db, ids, await db.progressLogs.bulkGet([...ids]));
}

/** In: ids, and for each of them the row of its own, if there is one. Out: the same with those that lie in packs. */
export async function addPacked(
  db: Database,
  ids: readonly string[],
  rows: readonly (LogRow | undefined)[],
): Promise<readonly (LogRow | undefined)[]> {
  const missing = ids.filter((_, index) => rows[index] === undefined);
  const packs = await findPacks(db, missing);
  if (packs.length === 0) return rows;
  const packed = new Map(packs.flatMap(({ logs }) => logs.map((log) => [log.id, log] as const)));
  return ids.map((id, index) => rows[index] ?? packed.get(id));
}

export const getLog = async (db: Database, id: string): Promise<LogRow | undefined> => (await getLogs(db, [id]))[0];

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
  left.date === right.date ? compareTexts(right.id, left.id) : compareTexts(right.date, left.date);

/** In the order of the characters. */
export const compareTexts = (left: string, right: string): number => (left < right ? -1 : Number(left > right));
