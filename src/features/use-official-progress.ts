import { useQuery } from '@tanstack/react-query';
import type { Day } from '#domain/calendar/day.ts';
import { computeProgress } from '#domain/progress/compute-progress.ts';
import type { GoalTallies } from '#domain/progress/contribution.ts';
import type { GoalProgress } from '#domain/progress/goal-progress.ts';
import { emptyTally, subtractTally } from '#domain/progress/tally.ts';
import type { Goal } from '#domain/records/goal.ts';
import type { PromiseOverview } from '#storage/overview.ts';
import { readWaitingTallies } from '#storage/waiting-tallies.ts';
import { useServices } from './services.ts';
import { useSharingStatus } from './use-sharing-status.ts';

/**
 * What waits to be shared of each goal's figures. In: a promise and the day that is looked at. Out: undefined for who
 * uses the app alone, and for a day that has been.
 */
export function useWaitingTallies(promiseId: string, asOf: Day): ReadonlyMap<string, GoalTallies> | undefined {
  const { db, clock } = useServices();
  const isAlone = useSharingStatus() === 'alone';
  const { data } = useQuery({
    queryKey: ['outbox', 'waiting-tallies', promiseId],
    queryFn: () => readWaitingTallies(db, promiseId),
    meta: { tables: ['progressLogs', 'bases', 'goals', 'activities', 'promises'] },
    enabled: !isAlone && promiseId !== '',
  });
  return isAlone || asOf < clock.today() ? undefined : data;
}

/**
 * The same figures by the same engine, without what waits to be shared. In: a promise and the day. Out: a goal's
 * official progress; undefined where nothing waits, for a day that has been, and for who uses the app alone.
 */
export function useOfficialProgress(
  overview: PromiseOverview | undefined,
  asOf: Day,
): (goal: Goal) => GoalProgress | undefined {
  const waiting = useWaitingTallies(overview?.promise.id ?? '', asOf);
  return (goal) => {
    const part = waiting?.get(goal.id);
    if (overview === undefined || part === undefined) return undefined;
    const { promise, measurements, assessments, deviations, totals } = overview;
    const tally = subtractTally(totals.get(goal.id) ?? emptyTally, part.total);
    return computeProgress({ goal, promise, tally, measurements, assessments, deviations, asOf });
  };
}
