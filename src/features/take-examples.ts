import type { ExampleBundle } from '#domain/examples/example-bundle.ts';
import { type TableName, tableNames } from '#domain/records/tables.ts';
import { commitAction, type Write } from '#storage/commit-action.ts';
import { readPromises } from '#storage/promises.ts';
import type { Services } from './services.ts';

export type TakenExamples =
  | { readonly kind: 'taken'; readonly promiseIds: readonly string[] }
  | { readonly kind: 'already-there'; readonly promiseIds: readonly string[] };

/** Puts the clearly marked sample year on the device, once. */
export function takeSampleYear(services: Services): Promise<TakenExamples> {
  return take(services, 'sample-year', async () => {
    const { createSampleYear } = await import('#domain/examples/sample-year.ts');
    return [createSampleYear({ newId: services.newId, now: services.clock.now(), today: services.clock.today() })];
  });
}

/** Puts the five example promises on the device, once. */
export function takeExamplePromises(services: Services): Promise<TakenExamples> {
  return take(services, 'promise', async () => {
    const { createExamplePromises } = await import('#domain/examples/example-promises.ts');
    return createExamplePromises({ newId: services.newId, now: services.clock.now() });
  });
}

async function take(
  { db, clock, newId }: Services,
  mark: 'promise' | 'sample-year',
  create: () => Promise<readonly ExampleBundle[]>,
): Promise<TakenExamples> {
  const present = (await readPromises(db)).filter((promise) => promise.example === mark);
  if (present.length > 0) return { kind: 'already-there', promiseIds: present.map((promise) => promise.id) };

  const bundles = await create();
  await commitAction(
    db,
    { label: 'examples-taken', writes: bundles.flatMap(toWrites), batch: newId() },
    { now: clock.now, newId },
  );
  return { kind: 'taken', promiseIds: bundles.flatMap((bundle) => bundle.promises ?? []).map((promise) => promise.id) };
}

/** In the order of the tables: a promise before its goals, goals and activities before the logs they count. */
const toWrites = (bundle: ExampleBundle): Write[] =>
  tableNames.flatMap((table) => (bundle[table] ?? []).map((record) => toCreate(table, record)));

const toCreate = (table: TableName, record: unknown) => ({ kind: 'create', table, record }) as Write;
