import { aloneSharing, type Services } from '#features/services.ts';
import { commitAction } from '#storage/commit-action.ts';
import { Database } from '#storage/database.ts';
import { context, idOf, now, today } from './sample.ts';

let opened = 0;
const open: Database[] = [];

/** An empty device with the sample promise on it, a clock that stands still and ids that count. */
export async function openServices(): Promise<Services> {
  opened += 1;
  const db = new Database(`logging-${opened}`);
  open.push(db);
  let next = 1000;
  const services: Services = {
    db,
    clock: { now: () => now, today: () => today },
    newId: () => {
      next += 1;
      return idOf(next);
    },
    appVersion: { subscribe: () => () => undefined, getState: () => 'unsupported', applyUpdate: () => undefined },
    sharing: aloneSharing,
  };
  await commitAction(
    db,
    {
      label: 'record-created',
      writes: [
        { kind: 'create', table: 'promises', record: context.promise },
        ...context.activities.map((record) => ({ kind: 'create', table: 'activities', record }) as const),
        ...context.goals.map((record) => ({ kind: 'create', table: 'goals', record }) as const),
      ],
    },
    { now: services.clock.now, newId: services.newId },
  );
  return services;
}

export async function closeServices(): Promise<void> {
  for (const db of open.splice(0)) await db.delete();
}
