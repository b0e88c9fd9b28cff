/** Reads of logs. Each follows an index and stops at its page: none grows with the number of logs on the device. */
import type { Database } from './database.ts';
import { getLog, getLogs, type LogRow, listLatestLogs } from './log-rows.ts';

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

/** Not corrected since, and not withdrawn. */
export const isStanding = (log: LogRow) => log.replacedBy === undefined && !log.withdrawn;

/** A page of a promise's logs, by the day they are about, the latest first. */
export async function readLogPage(db: Database, promiseId: string, range: LogRange = {}): Promise<LogPage> {
  const { from = '', to = '9999-12-31', after, size = 50, includeReplaced = false } = range;
  const upper = after && after.date < to ? after.date : to;
  const isWanted = (log: LogRow) => (includeReplaced || isStanding(log)) && isAfter(log, after);
  const logs = await listLatestLogs(db, { promiseId, from, to: upper, size: size + 1, isWanted });
  return toPage(logs, size);
}

export const readLog = (db: Database, id: string): Promise<LogRow | undefined> => getLog(db, id);

/** Logs by id, in the order asked for; unknown ones are left out. */
export const readLogs = async (db: Database, ids: readonly string[]): Promise<readonly LogRow[]> =>
  (await getLogs(db, ids)).filter((log) => log !== undefined);

export const isAfter = (log: LogRow, cursor: LogCursor | undefined) =>
  cursor === undefined || log.date < cursor.date || (log.date === cursor.date && log.id < cursor.id);

export function toPage(logs: readonly LogRow[], size: number): LogPage {
  const page = logs.slice(0, size);
  const last = page.at(-1);
  return { logs: page, next: logs.length > size && last ? { date: last.date, id: last.id } : undefined };
}
