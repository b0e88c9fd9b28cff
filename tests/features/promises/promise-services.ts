import { createPromise } from '#features/new-promise/create-promise.ts';
import { aloneSharing, type Services } from '#features/services.ts';
import { openDatabase } from '#storage/database.ts';
import type { Profile } from '#storage/settings.ts';

let made = 0;
export const newId = () => `019a0000-0000-7000-8000-${String(++made).padStart(12, '0')}`;

/** Services over a database of their own, on a day that the test chooses. */
export function createServices(today = '2026-01-02'): Services {
  const db = openDatabase({ name: `promises-${newId()}` });
  const appVersion = { subscribe: () => () => {}, getState: () => 'unsupported' as const, applyUpdate: () => {} };
  const clock = { now: () => `${today}T09:00:00.000+01:00`, today: () => today };
  return { db, newId, appVersion, clock, sharing: aloneSharing };
}

export const onDay = (services: Services, today: string): Services => ({
  ...services,
  clock: { now: () => `${today}T09:00:00.000+01:00`, today: () => today },
});

/** A draft for 2026 with police and municipality, saved. */
export async function savedPromise(services: Services) {
  const outcome = await createPromise(
    services,
    {
      title: 'Medborgarlöfte 2026',
      municipality: 'Exempelköping',
      policeName: 'Polisen',
      municipalityPartyName: 'Exempelköpings kommun',
      start: 'dates',
      from: '2026-01-01',
      to: '2026-12-31',
      months: '',
    },
    'new-promise',
  );
  if (outcome.kind !== 'created') throw new Error(`The promise was not created: ${JSON.stringify(outcome)}`);
  const promise = await services.db.promises.get(outcome.promiseId);
  if (!promise) throw new Error('The promise is not there');
  return promise;
}

export const profileOf = (partyKind: Profile['partyKind'], role: Profile['role'] = 'manager'): Profile => ({
  id: newId(),
  function: partyKind === 'police' ? 'lokalpolisområdeschef' : 'kommunstyrelsens ordförande',
  partyKind,
  role,
});
