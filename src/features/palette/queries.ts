import { useQuery } from '@tanstack/react-query';
import { useServices } from '#features/services.ts';
import { readActivities } from '#storage/activities.ts';
import type { Database } from '#storage/database.ts';
import { readGoals } from '#storage/goals.ts';
import { readPromises } from '#storage/promises.ts';

/** Every promise with its goals and activities: names to go to. Read when the palette is first opened. */
export function useDestinations(enabled: boolean) {
  const { db } = useServices();
  return useQuery({
    queryKey: ['promises', 'destinations'],
    queryFn: () => readDestinations(db),
    meta: { tables: ['goals', 'activities'] },
    enabled,
  });
}

export type Destinations = Awaited<ReturnType<typeof readDestinations>>;

async function readDestinations(db: Database) {
  const promises = await readPromises(db);
  return Promise.all(
    promises.map(async (promise) => ({
      promise,
      goals: await readGoals(db, promise.id),
      activities: await readActivities(db, promise.id),
    })),
  );
}
