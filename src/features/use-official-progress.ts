import { useQuery } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import type { Day } from '#domain/calendar/day.ts';
import { computeProgress } from '#domain/progress/compute-progress.ts';
import type { GoalProgress } from '#domain/progress/goal-progress.ts';
import { emptyTally, subtractTally } from '#domain/progress/tally.ts';
import type { Goal } from '#domain/records/goal.ts';
import type { PromiseOverview } from '#storage/overview.ts';
import { readWaitingTallies } from '#storage/waiting-tallies.ts';
import { useServices } from './services.ts';

/**
 * The same figures by the same engine, without what waits to be shared. In: a promise and the day. Out: a goal's
 * official progress; undefined where nothing waits, for a day that has been, and for who uses the app alone.
 */
export function useOfficialProgress(
  overview: PromiseOverview | undefined,
  asOf: Day,
): (goal: Goal) => GoalProgress | undefined {
  const { db, clock, sharing } = useServices();
  const isAlone = useSyncExternalStore(sharing.subscribe, sharing.getStatus) === 'alone';
  const promiseId = overview?.promise.id ?? '';
  const { data: waiting } = useQuery({
    queryKey: ['outbox', 'waiting-tallies', promiseId],
    queryFn: () => readWaitingTallies(db, promiseId),
    meta: { tables: ['progressLogs', 'bases', 'goals', 'activities', 'promises'] },
    enabled: !isAlone && overview !== undefined,
  });
  return (goal) => {
    const part = waiting?.get(goal.id);
    if (isAlone || overview === undefined || part === undefined || asOf < clock.today()) return undefined;
    const { promise, measurements, assessments, deviations, totals } = overview;
    const tally = subtractTally(totals.get(goal.id) ?? emptyTally, part);
    return computeProgress({ goal, promise, tally, measurements, assessments, deviations, asOf });
  };
}
