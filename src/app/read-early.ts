import type { QueryClient } from '@tanstack/react-query';
import { promisesQuery } from '#features/current-promise.ts';
import { settingsQuery } from '#features/use-settings.ts';
import type { Database } from '#storage/database.ts';

/** What every page asks first is read while the page itself is still on its way. A failure is the page's to tell. */
export function readEarly(db: Database, queryClient: QueryClient): void {
  void queryClient.prefetchQuery(settingsQuery(db));
  void queryClient.prefetchQuery(promisesQuery(db));
}
