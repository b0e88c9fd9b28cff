import { addDays, type Day } from '#domain/calendar/day.ts';
import { normalizePlace } from '#domain/progress/counters.ts';
import type { Goal } from '#domain/records/goal.ts';
import { readActivityLogs } from '#storage/activity-logs.ts';
import type { Database } from '#storage/database.ts';
import { type LogRow, readLogPage, readLogs } from '#storage/progress-logs.ts';
import type { LogSearch } from '#storage/search-logs.ts';
import { type LogFilters, needsScan } from './log-filters.ts';

export interface FoundLogs {
  readonly logs: readonly LogRow[];
  readonly hasMore: boolean;
  /** How many there are in all. Undefined when only the days narrow the list and more remain: nobody has counted them. */
  readonly count: number | undefined;
  /** Work lies ahead that this view leaves out: the plain list ends with today. */
  readonly hasAhead: boolean;
}

export interface LogsWanted {
  readonly promiseId: string;
  readonly filters: LogFilters;
  /** The activities that the filters leave, as {@link narrowActivities} says; undefined for all. */
  readonly activityIds: readonly string[] | undefined;
  /** How many rows to show. */
  readonly size: number;
  readonly today: Day;
}

/** The latest logs that pass the filters. Reads the rows that are shown and no others; a search scans text kept in memory. */
export async function findLogs(db: Database, search: LogSearch, wanted: LogsWanted): Promise<FoundLogs> {
  const { promiseId, filters, activityIds, size, today } = wanted;
  const { text = '', partyId, place, state, from, to } = filters;
  if (!needsScan(filters)) {
    // What was done last comes first: plans to come would push it down, and are one tap away.
    const isPlain = from === undefined && to === undefined;
    const { logs, next } = await readLogPage(db, promiseId, { from, to: isPlain ? today : to, size });
    const ahead = isPlain ? await readLogPage(db, promiseId, { from: addDays(today, 1), size: 1 }) : undefined;
    const count = next === undefined ? logs.length : undefined;
    return { logs, hasMore: next !== undefined, count, hasAhead: (ahead?.logs.length ?? 0) > 0 };
  }
  if (text === '' && activityIds !== undefined && state !== 'withdrawn') {
    const logs = (await readLogsOf(db, activityIds, filters)).filter((log) => passes(log, filters));
    return { logs: logs.slice(0, size), hasMore: logs.length > size, count: logs.length, hasAhead: false };
  }
  const ids = await search.find(text, { promiseId, activityIds, partyId, place, state, from, to });
  return {
    logs: await readLogs(db, ids.slice(0, size)),
    hasMore: ids.length > size,
    count: ids.length,
    hasAhead: false,
  };
}

/** The logs of some activities, each once, the latest first: their index answers, however many other logs there are. */
async function readLogsOf(db: Database, activityIds: readonly string[], { from, to }: LogFilters) {
  const pages = await Promise.all(activityIds.map((id) => readActivityLogs(db, id, { from, to })));
  const logs = new Map(pages.flat().map((log) => [log.id, log]));
  return [...logs.values()].sort(latestFirst);
}

function passes(log: LogRow, { partyId, place, state }: LogFilters): boolean {
  if (partyId !== undefined && !log.partyIds.includes(partyId)) return false;
  if (place !== undefined && normalizePlace(log.place ?? '') !== normalizePlace(place)) return false;
  return state === undefined || log.state === state;
}

function latestFirst(left: LogRow, right: LogRow): number {
  if (left.date !== right.date) return left.date < right.date ? 1 : -1;
  return left.id < right.id ? 1 : -1;
}

/** In: the filters and the promise's goals. Out: the activities that both activity and goal allow; undefined for all. */
export function narrowActivities(
  { activityId, goalId }: LogFilters,
  goals: readonly Pick<Goal, 'id' | 'feeds'>[],
): readonly string[] | undefined {
  if (goalId === undefined) return activityId === undefined ? undefined : [activityId];
  const feeding = goals.find((goal) => goal.id === goalId)?.feeds.map((feed) => feed.activityId) ?? [];
  return activityId === undefined ? feeding : feeding.filter((id) => id === activityId);
}
