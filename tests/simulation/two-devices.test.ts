import { describe, expect, test } from 'vitest';
import { tableNames } from '#domain/records/tables.ts';
import { auditTallies } from '#storage/audit-tallies.ts';
import { commitAction, type Write } from '#storage/commit-action.ts';
import type { Database } from '#storage/database.ts';
import { createStory, createTools, logWrite, toWrites } from '#tests/storage/records.ts';
import { createGround, type Device, joinDevice } from './exchange-ground.ts';
import { createRandom } from './random.ts';

const anna = 'anna';

async function startTwo() {
  const space = createGround();
  const story = createStory();
  const first = await joinDevice(space, anna, 1);
  const second = await joinDevice(space, anna, 2);
  const tools = [createTools(1), createTools(2)] as const;
  await commitAction(first.db, { label: 'record-created', writes: toWrites(story) }, tools[0]);
  await first.exchange();
  await second.exchange();
  const save = (device: Device, ...writes: Write[]) =>
    commitAction(device.db, { label: 'record-changed', writes }, tools[device === first ? 0 : 1]);
  const exchangeAll = async () => {
    for (let round = 0; round < 3; round++) for (const device of [first, second]) await device.exchange();
  };
  return { space, story, first, second, save, exchangeAll };
}

/** Every synced row and every tally of a device, in an order of its own. */
async function readAll(db: Database): Promise<unknown> {
  const rows = await Promise.all(tableNames.map((table) => db.table(table).orderBy('id').toArray()));
  return { rows, totals: await db.goalTotals.toArray(), days: await db.goalDays.toArray() };
}

async function expectQuiet(device: Device): Promise<void> {
  const { db } = device;
  expect(await db.outbox.count()).toBe(0);
  expect(await db.bases.count()).toBe(0);
  const before = await readAll(db);
  await auditTallies(db);
  expect(await readAll(db)).toEqual(before);
}

describe('what one device saves', () => {
  test('is on the other with the same rows and the same figures', async () => {
    const { first, second, story, save, exchangeAll } = await startTwo();
    await save(first, logWrite(story.log()), logWrite(story.log({ date: '2026-04-02' })));
    expect(await first.db.outbox.count()).toBe(2);
    await exchangeAll();
    expect(await second.db.progressLogs.count()).toBe(2);
    expect(await readAll(second.db)).toEqual(await readAll(first.db));
    for (const device of [first, second]) await expectQuiet(device);
  });

  test('adds up with what the other logged meanwhile', async () => {
    const { first, second, story, save, exchangeAll } = await startTwo();
    await save(first, logWrite(story.log()));
    await save(second, logWrite(story.log()));
    await exchangeAll();
    const [goal] = story.goals;
    for (const device of [first, second]) {
      expect((await device.db.goalTotals.get(goal.id))?.tally.sum).toBe(2);
      await expectQuiet(device);
    }
    expect(await readAll(second.db)).toEqual(await readAll(first.db));
  });

  test('is asked about where both changed what was agreed, and the text is kept', async () => {
    const { first, second, story, save, exchangeAll } = await startTwo();
    const change = (status: 'active' | 'archived' | 'ended') =>
      ({ kind: 'set', table: 'promises', id: story.promise.id, fields: { status } }) as Write;
    await save(first, change('archived'));
    await save(second, change('ended'));
    await exchangeAll();
    expect((await second.db.promises.get(story.promise.id))?.status).toBe('archived');
    const [kept] = await second.db.box.toArray();
    expect(kept?.operations[0]?.f).toEqual({ status: 'ended' });
    expect(kept?.outcomes[0]?.kind).toBe('conflict');
    expect(await first.db.box.count()).toBe(0);
    for (const device of [first, second]) await expectQuiet(device);
  });
});

describe('whatever two devices do apart', () => {
  test.each([1, 2, 3, 4, 5, 6])('they come to the same rows and figures, course %i', async (seed) => {
    const { first, second, story, save, exchangeAll } = await startTwo();
    const random = createRandom(seed);
    const actions = [
      (device: Device) => save(device, logWrite(story.log({ date: `2026-03-${10 + random.below(19)}` }))),
      async (device: Device) => {
        const logs = await device.db.progressLogs.toArray();
        if (logs.length === 0) return;
        const {
          tags: _tags,
          version: _version,
          ...old
        } = random.pick(logs) as (typeof logs)[number] & {
          tags?: unknown;
          version?: unknown;
        };
        const changes = random.chance(0.3) ? { withdrawn: true } : { date: '2026-05-05' };
        await save(device, logWrite(story.log({ ...old, id: story.newId(), corrects: old.id, ...changes })));
      },
      (device: Device) =>
        save(device, { kind: 'set', table: 'goals', id: story.goals[0].id, fields: { shortName: `${random.next()}` } }),
      (device: Device) =>
        save(device, {
          kind: 'set',
          table: 'activities',
          id: story.activities[random.below(2)]?.id ?? '',
          fields: { places: [`${random.next()}`], text: `${random.next()}` },
        }),
    ];
    for (let step = 0; step < 40; step++) {
      const device = random.pick([first, second]);
      if (random.chance(0.15)) await device.exchange();
      else await random.pick(actions)(device);
    }
    await exchangeAll();
    for (const device of [first, second]) await expectQuiet(device);
    expect(await readAll(second.db)).toEqual(await readAll(first.db));
  });
});
