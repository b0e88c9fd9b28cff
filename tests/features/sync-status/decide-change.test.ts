import { describe, expect, test } from 'vitest';
import type { BoxEntry } from '#domain/delivery/waiting-operation.ts';
import { aloneSharing, type Services } from '#features/services.ts';
import { keepMine, letItHold, restoreMine, restoreTheirs, takeTheirs } from '#features/sync-status/decide-change.ts';
import { compareFields, nameChange, nameWriter } from '#features/sync-status/describe-change.ts';
import { commitAction, type Write } from '#storage/commit-action.ts';
import { readUndecided } from '#storage/waiting-work.ts';
import { createGround, type Device, joinDevice } from '#tests/simulation/exchange-ground.ts';
import { createStory, createTools, toWrites } from '#tests/storage/records.ts';

async function startTwo() {
  const space = createGround();
  const story = createStory();
  const [first, second] = [await joinDevice(space, 'anna', 1), await joinDevice(space, 'anna', 2)];
  const tools = new Map([
    [first, createTools(1)],
    [second, createTools(2)],
  ]);
  const toolsOf = (device: Device) => tools.get(device) ?? createTools(3);
  const save = (device: Device, ...writes: Write[]) =>
    commitAction(device.db, { label: 'record-changed', writes }, toolsOf(device));
  await save(first, ...toWrites(story));
  const exchangeAll = async () => {
    for (let round = 0; round < 3; round++) for (const device of [first, second]) await device.exchange();
  };
  await exchangeAll();
  const servicesOf = (device: Device): Services => {
    const { now, newId, today } = toolsOf(device);
    const appVersion = { subscribe: () => () => {}, getState: () => 'unsupported' as const, applyUpdate: () => {} };
    return { db: device.db, newId, clock: { now, today: () => today() }, appVersion, sharing: aloneSharing };
  };
  const change = (fields: object) => ({ kind: 'set', table: 'promises', id: story.promise.id, fields }) as Write;
  return { first, second, story, save, change, exchangeAll, servicesOf };
}

/** Both change the status; the second comes second. Out: what the second device has to decide. */
async function startConflict() {
  const ground = await startTwo();
  await ground.save(ground.first, ground.change({ status: 'archived' }));
  await ground.save(ground.second, ground.change({ status: 'ended' }));
  await ground.exchangeAll();
  const { refused, rows } = await readUndecided(ground.second.db);
  return { ...ground, entry: refused[0] as BoxEntry, rows };
}

describe('a conflict', () => {
  test('is told with what each of them wrote', async () => {
    const { entry, rows } = await startConflict();
    const [op] = entry.operations;
    expect(op && nameChange(op, rows, 'sv')).toBe('Löfte: Tryggare centrum');
    expect(compareFields(entry, rows, 'sv')).toMatchObject([{ field: 'Läge', mine: 'Avslutat', theirs: 'Arkiverat' }]);
  });

  test('ends with mine on both devices when mine is kept', async () => {
    const { first, second, story, entry, rows, servicesOf, exchangeAll } = await startConflict();
    await keepMine(servicesOf(second), entry, rows);
    await exchangeAll();
    for (const { db } of [first, second]) expect((await db.promises.get(story.promise.id))?.status).toBe('ended');
    expect(await second.db.box.count()).toBe(0);
  });

  test('ends with theirs when theirs are taken', async () => {
    const { second, story, entry, servicesOf, exchangeAll } = await startConflict();
    await takeTheirs(servicesOf(second), entry);
    await exchangeAll();
    expect((await second.db.promises.get(story.promise.id))?.status).toBe('archived');
    expect(await second.db.box.count()).toBe(0);
  });

  test('with a removal keeps the text, and brings the record back when mine is kept', async () => {
    const { first, second, story, save, exchangeAll, servicesOf } = await startTwo();
    const id = story.goals[0].id;
    await save(first, { kind: 'delete', table: 'goals', id });
    await save(second, { kind: 'set', table: 'goals', id, fields: { shortName: 'Nytt namn' } });
    await exchangeAll();
    const { refused, rows } = await readUndecided(second.db);
    expect(compareFields(refused[0] as BoxEntry, rows, 'sv')).toMatchObject([{ mine: 'Nytt namn' }]);
    await keepMine(servicesOf(second), refused[0] as BoxEntry, rows);
    await exchangeAll();
    for (const { db } of [first, second]) {
      const goal = await db.goals.get(id);
      expect([goal?.shortName, goal?.deletedAt]).toEqual(['Nytt namn', undefined]);
    }
  });
});

describe('what was changed at the same time', () => {
  test('is told to who came second, who can put the other back with one choice', async () => {
    const { first, second, story, save, change, exchangeAll, servicesOf } = await startTwo();
    await save(first, change({ title: 'Deras namn' }));
    await save(second, change({ title: 'Mitt namn' }));
    await exchangeAll();
    const { overlaid, rows } = await readUndecided(second.db);
    expect(compareFields(overlaid[0] as BoxEntry, rows, 'sv')).toMatchObject([
      { field: 'Namn', mine: 'Mitt namn', theirs: 'Deras namn' },
    ]);
    await restoreTheirs(servicesOf(second), overlaid[0] as BoxEntry);
    await exchangeAll();
    for (const { db } of [first, second]) expect((await db.promises.get(story.promise.id))?.title).toBe('Deras namn');
    expect((await readUndecided(second.db)).overlaid).toEqual([]);
  });

  test('is told to who came first, who can put their own back with one choice', async () => {
    const { first, story, change, save, exchangeAll, servicesOf, second } = await startTwo();
    await save(first, change({ title: 'Deras namn' }));
    await exchangeAll();
    const [op, id] = [story.newId(), story.promise.id];
    const mine = { kind: 'set', tbl: 'promises', ent: id, scope: id, f: { title: 'Mitt namn' } } as const;
    const entry: BoxEntry = {
      tx: op,
      operations: [{ v: 1, sv: 1, id: op, tx: op, txi: 0, txn: 1, at: '', ...mine }],
      outcomes: [
        { seq: 0, id: op, kind: 'superseded', fields: [{ field: 'title', value: 'Deras namn', tag: op, by: 'Bo' }] },
      ],
      isOvertaken: true,
    };
    expect(nameWriter(entry.outcomes)).toBe('Bo');
    expect(compareFields(entry, new Map(), 'sv')).toMatchObject([{ mine: 'Mitt namn', theirs: 'Deras namn' }]);
    await restoreMine(servicesOf(first), entry);
    await exchangeAll();
    for (const { db } of [first, second]) expect((await db.promises.get(id))?.title).toBe('Mitt namn');
  });

  test('is forgotten when mine may hold', async () => {
    const { second, story, first, save, change, exchangeAll, servicesOf } = await startTwo();
    await save(first, change({ title: 'Deras namn' }));
    await save(second, change({ title: 'Mitt namn' }));
    await exchangeAll();
    const { overlaid } = await readUndecided(second.db);
    await letItHold(servicesOf(second), overlaid[0] as BoxEntry);
    expect((await second.db.promises.get(story.promise.id))?.title).toBe('Mitt namn');
    expect((await readUndecided(second.db)).overlaid).toEqual([]);
  });
});
