import { expect, test } from 'vitest';
import { readFollowUpRecords } from '#features/follow-up/read-follow-up.ts';
import { createServices, savedPromise } from '#tests/features/promises/promise-services.ts';
import { createGoal } from '#tests/support/progress-builders.ts';

const today = '2027-01-12';
const target = { kind: 'count', value: 12, unit: 'kontroller' } as const;

test('a goal finds the one whose line it carries on, with the figures that it ended on', async () => {
  const services = createServices(today);
  const { db, newId } = services;
  const before = await savedPromise(services);
  const now = { ...before, id: newId(), promiseId: '', predecessorId: before.id, title: 'Medborgarlöfte 2027' };
  await db.promises.put({ ...now, promiseId: now.id });
  const [old, carried, fresh] = [newId(), newId(), newId()];
  await db.goals.bulkPut([
    createGoal(target, { id: old, promiseId: before.id }),
    createGoal(target, { id: carried, promiseId: now.id, predecessorId: old }),
    createGoal(target, { id: fresh, promiseId: now.id }),
  ]);
  const records = await readFollowUpRecords(db, { promiseId: now.id, today });
  expect(records?.former).toMatchObject([
    { goalId: carried, promiseTitle: 'Medborgarlöfte 2026', goal: { id: old }, progress: { status: 'not-met' } },
  ]);
});

test('without the promise before on the device nothing is told of it', async () => {
  const services = createServices(today);
  const promise = await savedPromise(services);
  await services.db.promises.update(promise.id, { predecessorId: services.newId() });
  const records = await readFollowUpRecords(services.db, { promiseId: promise.id, today });
  expect(records?.former).toEqual([]);
});
