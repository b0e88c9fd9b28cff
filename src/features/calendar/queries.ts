import { useQuery } from '@tanstack/react-query';
import { addDays } from '#domain/calendar/day.ts';
import { collectAgenda } from '#domain/progress/agenda.ts';
import { computePromise } from '#domain/progress/compute-promise.ts';
import { type Services, useServices } from '#features/services.ts';
import { readFollowUps } from '#storage/follow-ups.ts';
import { overviewTables, readOverview } from '#storage/overview.ts';
import { readLogPage } from '#storage/progress-logs.ts';

/** Planned work is kept some weeks ahead; this many is more than anyone plans. */
const mostPlanned = 200;

/** The days of a promise, live. Null when the promise is gone. */
export function useAgenda(promiseId: string) {
  const services = useServices();
  return useQuery({
    queryKey: ['progressLogs', 'agenda', promiseId],
    queryFn: () => readAgenda(services, promiseId),
    meta: { tables: [...overviewTables, 'followUps'] },
  });
}

async function readAgenda({ db, clock }: Services, promiseId: string) {
  const today = clock.today();
  const overview = await readOverview(db, promiseId);
  if (!overview) return null;
  // Work planned for a day that has passed may still be waiting to be logged as done.
  const { logs } = await readLogPage(db, promiseId, { from: addDays(today, -14), size: mostPlanned });
  return collectAgenda({
    promise: overview.promise,
    goals: computePromise(overview, today).filter(({ goal }) => goal.status === 'active'),
    deviations: overview.deviations,
    followUps: await readFollowUps(db, promiseId),
    plannedLogs: logs.filter((log) => log.state === 'planned'),
    activityNames: new Map(overview.activities.map((activity) => [activity.id, activity.shortName])),
  });
}
