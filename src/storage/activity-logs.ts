/** What was done in activities. Follows their index: their own logs and no others. */
import type { Database } from './database.ts';
import { compareLatest, type LogRow } from './log-rows.ts';
import { listActivityLogs } from './many-logs.ts';
import { isAfter, isStanding, type LogPage, type LogRange, toPage } from './progress-logs.ts';

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
