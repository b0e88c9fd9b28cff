/** Reads of logs. Each follows an index and stops at its page: none grows with the number of logs on the device. */
import type { Database } from './database.ts';
import {
  compareLatest,
  getLog,
  getLogs,
  type LogRow,
  listActivityLogs,
  listLatestLogs,
  listPromiseLogs,
} from './log-rows.ts';

export type { LogRow } from './log-rows.ts';

/** Where a page of a promise's logs ended, to go on from. */
export interface LogCursor {
  readonly date: string;
  readonly id: string;
}
export interface LogPage {
  readonly logs: readonly LogRow[];
  /** Undefined on the last page. */
  readonly next: LogCursor | undefined;
}
export interface LogRange {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly after?: LogCursor | undefined;
  readonly size?: number | undefined;
  /** Logs that have been corrected or withdrawn, too. */
  readonly includeReplaced?: boolean | undefined;
}

const isStanding = (log: LogRow) => log.replacedBy === undefined && !log.withdrawn;

/** A page of a promise's logs, by the day they are about, the latest first. */
export async function readLogPage(db: Database, promiseId: string, range: LogRange = {}): Promise<LogPage> {
  const { from = '', to = '9999-12-31', after, size = 50, includeReplaced = false } = range;
  const upper = after && after.date < to ? after.date : to;
  const isWanted = (log: LogRow) => (includeReplaced || isStanding(log)) && isAfter(log, after);
  const logs = await listLatestLogs(db, { promiseId, from, to: upper, size: size + 1, isWanted });
  return toPage(logs, size);
}

/** A page of an activity's logs, the latest first. */
export async function readActivityLogPage(db: Database, activityId: string, range: LogRange = {}): Promise<LogPage> {
  const { size = 50, after } = range;
  const logs = (await readActivityLogs(db, activityId, range)).filter((log) => isAfter(log, after));
  return toPage(logs.slice(0, size + 1), size);
}

/** All logs of an activity between two days, the latest first. Follows the activity's index: its own logs and no others. */
export async function readActivityLogs(
  db: Database,
  activityId: string,
  range: LogRange = {},
): Promise<readonly LogRow[]> {
  const { from = '', to = '9999-12-31', includeReplaced = false } = range;
  const logs = await listActivityLogs(db, [activityId]);
  return logs
    .filter((log) => (includeReplaced || isStanding(log)) && from <= log.date && log.date <= to)
    .sort(compareLatest);
}

/** Every log of the activities that feed a goal, standing or not, once each, the latest first: what its figure is explained from. */
export async function readLogsOfActivities(db: Database, activityIds: readonly string[]): Promise<readonly LogRow[]> {
  const logs = await listActivityLogs(db, activityIds);
  return logs.toSorted(compareLatest);
}

export const readLog = (db: Database, id: string): Promise<LogRow | undefined> => getLog(db, id);

/** Logs by id, in the order asked for; unknown ones are left out. */
export const readLogs = async (db: Database, ids: readonly string[]): Promise<readonly LogRow[]> =>
  (await getLogs(db, ids)).filter((log) => log !== undefined);

/** A log with everything it has been: from the first entry through the one that stands. Any log of it may be asked for. */
export async function readLogChain(db: Database, id: string): Promise<readonly LogRow[]> {
  const chain: LogRow[] = [];
  for (let log = await getLog(db, id); log; log = log.corrects ? await getLog(db, log.corrects) : undefined) {
    chain.unshift(log);
  }
  for (let next = chain.at(-1)?.replacedBy; next !== undefined; next = chain.at(-1)?.replacedBy) {
    const log = await getLog(db, next);
    if (!log) break;
    chain.push(log);
  }
  return chain;
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

const isAfter = (log: LogRow, cursor: LogCursor | undefined) =>
  cursor === undefined || log.date < cursor.date || (log.date === cursor.date && log.id < cursor.id);

function toPage(logs: readonly LogRow[], size: number): LogPage {
  const page = logs.slice(0, size);
  const last = page.at(-1);
  return { logs: page, next: logs.length > size && last ? { date: last.date, id: last.id } : undefined };
}
