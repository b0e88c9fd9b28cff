/** A promise on a device, and a table of work about it, taken as the screen suggests. */
import { indexWork } from '#domain/importing/find-log-twins.ts';
import { commitImport } from '#features/importing/commit-import.ts';
import { type Sheet, startImport } from '#features/importing/import-state.ts';
import { planImport } from '#features/importing/plan-import.ts';
import { runCheck } from '#features/importing/run-check.ts';
import type { Services } from '#features/services.ts';
import { commitAction } from '#storage/commit-action.ts';
import { listPromiseLogs } from '#storage/many-logs.ts';
import { readOverview } from '#storage/overview.ts';
import { isStanding } from '#storage/progress-logs.ts';
import { createServices } from '#tests/features/promises/promise-services.ts';
import { createStory, toWrites } from '#tests/storage/records.ts';

export const occasions = { name: 'Antal insatser', unit: 'insatser' };

export async function startStory() {
  const services = createServices('2026-11-21');
  const story = createStory();
  await commitAction(
    services.db,
    { label: 'record-created', writes: toWrites(story) },
    {
      now: services.clock.now,
      newId: services.newId,
    },
  );
  return { services, story };
}

/** Reads, checks and plans a table as the screen does when nobody changes anything. */
export async function prepare(services: Services, promiseId: string, rows: Sheet['rows']) {
  const plan = await readOverview(services.db, promiseId);
  if (!plan) throw new Error('The promise is not there');
  const known = indexWork((await listPromiseLogs(services.db, promiseId)).filter(isStanding));
  const state = startImport({ name: 'tabell.csv', sheets: [{ name: 'tabell', rows }] }, plan, undefined);
  const checked = runCheck(state, {
    plan,
    known,
    today: services.clock.today(),
    profileKind: 'police',
    occasionsUnit: 'insatser',
  });
  const planned = planImport(services, checked, plan, occasions);
  return { plan, state, checked, planned, commit: () => commitImport(services, planned, plan) };
}

/** Days of 2026 until the story's today, places and activities in turn: no two rows say the same. */
export const makeWork = (count: number): Sheet['rows'] => [
  ['Datum', 'Aktivitet', 'Antal', 'Plats', 'Anteckning'],
  ...Array.from({ length: count }, (_, index) => [
    `2026-${String((Math.floor(index / 28) % 10) + 1).padStart(2, '0')}-${String((index % 28) + 1).padStart(2, '0')}`,
    index % 2 === 0 ? 'Trafikkontroll' : 'Nattvandring',
    String((index % 3) + 1),
    `Kvarter ${index}`,
    `Lugn kväll, pass ${index % 40}, många ute vid torget och stationen`,
  ]),
];
