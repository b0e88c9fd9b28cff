import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { addDays, type Day } from '#domain/calendar/day.ts';
import { sumTallies, type Tally, tallyAsOf } from '#domain/progress/tally.ts';
import type { Goal } from '#domain/records/goal.ts';
import { useServices } from '#features/services.ts';
import { readActivityLogs, readLogsOfActivities } from '#storage/activity-logs.ts';
import { readDeviceMeta } from '#storage/device-meta.ts';
import { readGoalDays } from '#storage/goal-days.ts';
import { countDoneLogs } from '#storage/log-counts.ts';
import { readLatestLog } from '#storage/many-logs.ts';
import { overviewTables, readOverview } from '#storage/overview.ts';
import { readLogPage } from '#storage/progress-logs.ts';

const latestShown = 10;
/** Planned work hides among the latest while its day is today, so a few more are read than shown. */
const latestRead = 20;
const daysAhead = 28;
const mostPlanned = 60;

/** A promise with its goals and their tallies; O(goals) rows and no log. */
export function usePromiseOverview(promiseId: string) {
  const { db } = useServices();
  return useQuery({
    queryKey: ['goalTotals', 'overview', promiseId],
    queryFn: async () => (await readOverview(db, promiseId)) ?? null,
    placeholderData: keepPreviousData,
    meta: { tables: overviewTables },
  });
}

/** Every promise's overview, for the portfolio. */
export function usePortfolio(promiseIds: readonly string[]) {
  const { db } = useServices();
  return useQuery({
    queryKey: ['goalTotals', 'portfolio', ...promiseIds],
    queryFn: async () =>
      (await Promise.all(promiseIds.map((id) => readOverview(db, id)))).filter((one) => one !== undefined),
    placeholderData: keepPreviousData,
    meta: { tables: overviewTables },
  });
}

/** Every log that may count for any of the goals, standing or not. Read only where they are taken apart. */
export function useFeedingLogs(goals: readonly Goal[]) {
  const { db } = useServices();
  const activityIds = [...new Set(goals.flatMap(({ feeds }) => feeds.map((feed) => feed.activityId)))].sort();
  return useQuery({
    queryKey: ['progressLogs', 'feeding', ...activityIds],
    queryFn: () => readLogsOfActivities(db, activityIds),
    placeholderData: keepPreviousData,
  });
}

/** Whether the device has joined a server and has never had all that lies there. */
export function useFirstFetch(): boolean {
  const { db } = useServices();
  const { data } = useQuery({
    queryKey: ['meta', 'first-fetch'],
    queryFn: async () => (await readDeviceMeta(db))?.confirmedAt === 0,
    meta: { tables: ['meta'] },
  });
  return data ?? false;
}

export interface PeriodTallies {
  /** Everything until the end of the period: what the standing of that day rests on. */
  readonly untilThen: ReadonlyMap<string, Tally>;
  /** Only what the period itself holds. */
  readonly within: ReadonlyMap<string, Tally>;
}

/** Tallies of a chosen period, from the days of each goal. Reads nothing while no period is chosen. */
export function usePeriodTallies(goalIds: readonly string[], from: Day | undefined, to: Day | undefined) {
  const { db, clock } = useServices();
  const asOf = to ?? clock.today();
  return useQuery({
    queryKey: ['goalDays', 'period', from, asOf, ...goalIds],
    queryFn: async (): Promise<PeriodTallies> => {
      const days = await Promise.all(goalIds.map((id) => readGoalDays(db, id)));
      const byGoal = goalIds.map((id, index) => [id, days[index] ?? []] as const);
      return {
        untilThen: new Map(
          byGoal.map(([id, rows]) => [
            id,
            tallyAsOf(
              rows.map((row) => [row.date, row.tally]),
              asOf,
            ),
          ]),
        ),
        within: new Map(
          byGoal.map(([id, rows]) => [
            id,
            sumTallies(rows.filter(({ date }) => (from ?? '') <= date && date <= asOf).map((row) => row.tally)),
          ]),
        ),
      };
    },
    placeholderData: keepPreviousData,
    enabled: from !== undefined || to !== undefined,
  });
}

/** How much has been logged, and when last. Comes after the first paint. */
export function useLogCount(promiseId: string) {
  const { db, clock } = useServices();
  const today = clock.today();
  return useQuery({
    queryKey: ['progressLogs', 'count', promiseId, today],
    queryFn: async () => {
      const latest = await readLatestLog(db, promiseId, today);
      return { logs: latest ? await countDoneLogs(db, promiseId) : 0, latest: latest?.date };
    },
  });
}

/** The latest logs of a promise until a day, newest first. */
export function useLatestLogs(promiseId: string, from: Day | undefined, asOf: Day) {
  const { db } = useServices();
  return useQuery({
    queryKey: ['progressLogs', 'latest', promiseId, from, asOf],
    queryFn: async () => {
      const { logs } = await readLogPage(db, promiseId, { from, to: asOf, size: latestRead });
      return logs.filter((log) => log.state !== 'planned').slice(0, latestShown);
    },
  });
}

/** What is planned for the four weeks ahead, nearest first. */
export function usePlannedLogs(promiseId: string) {
  const { db, clock } = useServices();
  const today = clock.today();
  return useQuery({
    queryKey: ['progressLogs', 'planned', promiseId, today],
    queryFn: async () => {
      const range = { from: today, to: addDays(today, daysAhead), size: mostPlanned };
      const { logs } = await readLogPage(db, promiseId, range);
      return logs.filter((log) => log.state === 'planned').toReversed();
    },
  });
}

/** The logs of one activity, for its strip of weeks. */
export function useActivityLogs(activityId: string) {
  const { db } = useServices();
  return useQuery({
    queryKey: ['progressLogs', 'activity', activityId],
    queryFn: () => readActivityLogs(db, activityId),
  });
}
