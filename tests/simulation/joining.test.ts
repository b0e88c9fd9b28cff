import { describe, expect, test } from 'vitest';
import { tableNames } from '#domain/records/tables.ts';
import { auditTallies } from '#storage/audit-tallies.ts';
import { commitAction } from '#storage/commit-action.ts';
import type { Database } from '#storage/database.ts';
import { readDeviceMeta } from '#storage/device-meta.ts';
import { joinServer, leaveServer } from '#storage/join-server.ts';
import { readOwnRows } from '#storage/own-rows.ts';
import { compareRows } from '#sync/preview-joining.ts';
import { createStory, createTools, logWrite, toWrites } from '#tests/storage/records.ts';
import { createGround, type Device, joinDevice } from './exchange-ground.ts';
import { idOf } from './random.ts';

const server = (userId: string) => ({
  spaceId: idOf(9, 1),
  spaceName: 'Exempelby',
  userId,
  userName: userId,
  joinedAt: '2026-11-21T09:00:00.000+01:00',
});

/** A device that has not joined anything yet, on a ground where it can. */
async function openAlone(space: ReturnType<typeof createGround>, userId: string, number: number): Promise<Device> {
  const device = await joinDevice(space, userId, number);
  await leaveServer(device.db, { keep: true });
  return device;
}

const join = (device: Device, userId: string, number: number, known = new Set<never>()) =>
  joinServer(device.db, { server: server(userId), dev: idOf(7, number), known }, createTools(700 + number));

async function readContent(db: Database): Promise<readonly (readonly { readonly deletedAt?: string }[])[]> {
  return Promise.all(
    tableNames.map(async (table) => {
      const rows = await db.table(table).orderBy('id').toArray();
      return rows.map(({ tags: _tags, version: _version, ...content }) => content);
    }),
  );
}

/** What was removed before a device came is on the server, and not sent to it. */
const leaveOutRemoved = (content: Awaited<ReturnType<typeof readContent>>) =>
  content.map((rows) => rows.filter(({ deletedAt }) => deletedAt === undefined));

/** A year's worth of everything that can be odd: corrections of corrections, a removed goal, a removed promise. */
async function fill(db: Database, series: number) {
  const story = createStory(9000 + series);
  const tools = createTools(series);
  await commitAction(db, { label: 'record-created', writes: toWrites(story) }, tools);
  const first = story.log();
  const second = story.log({ corrects: first.id, date: '2026-04-01' });
  const third = story.log({ corrects: first.id, date: '2026-04-02' });
  for (const log of [first, second, third, story.log()]) {
    await commitAction(db, { label: 'log-created', writes: [logWrite(log)] }, tools);
  }
  await commitAction(
    db,
    { label: 'record-deleted', writes: [{ kind: 'delete', table: 'goals', id: story.goals[2].id }] },
    tools,
  );
  const gone = createStory(9500 + series);
  await commitAction(db, { label: 'record-created', writes: toWrites(gone) }, tools);
  await commitAction(
    db,
    { label: 'record-deleted', writes: [{ kind: 'delete', table: 'promises', id: gone.promise.id }] },
    tools,
  );
  return { story, tools };
}

describe('a device that was used alone', () => {
  test('brings everything along, and a second device then has the same content', async () => {
    const space = createGround();
    const first = await openAlone(space, 'anna', 1);
    await fill(first.db, 1);
    const before = await readContent(first.db);
    expect((await join(first, 'anna', 1)).kind).toBe('joined');
    expect(await readContent(first.db)).toEqual(before);
    expect(await first.exchange()).toBe('resting');
    expect(await first.db.box.toArray()).toEqual([]);
    expect(await first.db.outbox.count()).toBe(0);
    expect(await readContent(first.db)).toEqual(leaveOutRemoved(before));

    const second = await openAlone(space, 'anna', 2);
    await join(second, 'anna', 2);
    await second.exchange();
    expect(await readContent(second.db)).toEqual(leaveOutRemoved(before));
    expect((await auditTallies(second.db)).mismatches).toEqual([]);
  });

  test('goes on changing what it brought without being told of conflicts with itself', async () => {
    const space = createGround();
    const first = await openAlone(space, 'anna', 1);
    const { story, tools } = await fill(first.db, 1);
    await join(first, 'anna', 1);
    const change = { kind: 'set', table: 'promises', id: story.promise.id, fields: { status: 'archived' } } as const;
    await commitAction(first.db, { label: 'record-changed', writes: [change] }, tools);
    await first.exchange();
    expect(await first.db.box.toArray()).toEqual([]);
    expect((await first.db.promises.get(story.promise.id))?.status).toBe('archived');
  });

  test('keeps the examples to itself, also those that are taken and changed later', async () => {
    const space = createGround();
    const device = await openAlone(space, 'anna', 1);
    const examples = createStory(1, { example: 'promise' });
    const tools = createTools(1);
    await commitAction(device.db, { label: 'examples-taken', writes: toWrites(examples) }, tools);
    expect(await join(device, 'anna', 1)).toEqual({ kind: 'joined', waiting: 0 });
    const later = createStory(2, { example: 'sample-year' });
    await commitAction(device.db, { label: 'examples-taken', writes: toWrites(later) }, tools);
    for (const log of [examples.log(), later.log()]) {
      await commitAction(device.db, { label: 'log-created', writes: [logWrite(log)] }, tools);
    }
    expect(await device.db.outbox.count()).toBe(0);
    await device.exchange();
    expect(await device.db.promises.count()).toBe(2);
    expect(space.tables.rows.size).toBe(0);
  });
});

describe('whose work is on a device', () => {
  test('is not sent under the name of somebody else', async () => {
    const device = await openAlone(createGround(), 'anna', 1);
    await fill(device.db, 1);
    await join(device, 'anna', 1);
    const meta = await readDeviceMeta(device.db);
    expect(await join(device, 'bo', 2)).toEqual({ kind: 'other-person', server: server('anna') });
    expect(await join(device, 'anna', 3)).toEqual({ kind: 'already-joined' });
    expect(await readDeviceMeta(device.db)).toEqual(meta);
  });
});

describe('whoever leaves a server', () => {
  test('keeps what is on the device, and joins again without doubling anything', async () => {
    const space = createGround();
    const device = await openAlone(space, 'anna', 1);
    await fill(device.db, 1);
    await join(device, 'anna', 1);
    await device.exchange();
    const before = await readContent(device.db);
    await leaveServer(device.db, { keep: true });
    expect(await readDeviceMeta(device.db)).toBeUndefined();
    expect(await readContent(device.db)).toEqual(before);
    const { known, newThere } = compareRows(await readOwnRows(device.db), space.tables.rows);
    expect(newThere).toEqual({ promises: 0, logs: 0, others: 0 });
    const joining = { server: server('anna'), dev: idOf(7, 9), known };
    expect(await joinServer(device.db, joining, createTools(709))).toEqual({ kind: 'joined', waiting: 0 });
    await device.exchange();
    expect(await readContent(device.db)).toEqual(before);
    expect(await device.db.box.count()).toBe(0);
  });

  test('leaves no trace when nothing is to be kept', async () => {
    const device = await openAlone(createGround(), 'anna', 1);
    await fill(device.db, 1);
    await join(device, 'anna', 1);
    await leaveServer(device.db, { keep: false });
    for (const table of device.db.tables) expect(await table.count()).toBe(0);
  });
});

describe('before joining', () => {
  test('a person sees what is new on either side, and what is probably the same promise twice', async () => {
    const space = createGround();
    const [first, second] = [await openAlone(space, 'anna', 1), await openAlone(space, 'anna', 2)];
    await fill(first.db, 1);
    await join(first, 'anna', 1);
    await first.exchange();
    await fill(second.db, 2);
    const preview = compareRows(await readOwnRows(second.db), space.tables.rows);
    expect(preview.newThere).toEqual({ promises: 2, logs: 4, others: 10 });
    expect(preview.newHere).toEqual(preview.newThere);
    expect(preview.same.promises).toBe(0);
    expect(preview.duplicates.map(({ ownTitle }) => ownTitle)).toEqual(['Tryggare centrum']);
  });
});
