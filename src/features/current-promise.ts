import { queryOptions, useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import type { CitizenPromise } from '#domain/records/citizen-promise.ts';
import type { Database } from '#storage/database.ts';
import { readPromises } from '#storage/promises.ts';
import { useServices } from './services.ts';
import { useSettings } from './use-settings.ts';

export type CurrentPromise =
  | { readonly kind: 'loading' }
  | { readonly kind: 'none' }
  | { readonly kind: 'chosen'; readonly promise: CitizenPromise; readonly promises: readonly CitizenPromise[] };

export const promisesQuery = (db: Database) =>
  queryOptions({ queryKey: ['promises'], queryFn: () => readPromises(db) });

/** The promise that the page is about: the address says which (`?lofte=`), else the one last used, else a running one. */
export function useCurrentPromise(): CurrentPromise & { readonly choose: (promiseId: string) => void } {
  const { db, clock } = useServices();
  const [search, setSearch] = useSearchParams();
  const { settings, change } = useSettings();
  const { data: promises } = useQuery(promisesQuery(db));

  const choose = (promiseId: string) => {
    void change({ currentPromiseId: promiseId });
    setSearch(
      (before) => {
        const next = new URLSearchParams(before);
        next.set('lofte', promiseId);
        return next;
      },
      { replace: true },
    );
  };

  if (!promises) return { kind: 'loading', choose };
  const byId = (id: string | null | undefined) => promises.find((promise) => promise.id === id);
  const promise =
    byId(search.get('lofte')) ?? byId(settings.currentPromiseId) ?? pickRunning(promises, clock.today()) ?? promises[0];
  return promise ? { kind: 'chosen', promise, promises, choose } : { kind: 'none', choose };
}

const pickRunning = (promises: readonly CitizenPromise[], today: string) =>
  promises.find(
    ({ period, status }) =>
      status !== 'archived' && (period.from ?? '') <= today && today <= (period.to ?? '9999-12-31') && period.from,
  );
