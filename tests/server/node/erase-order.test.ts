import '#tests/support/node-storage.ts';
import { createHash } from 'node:crypto';
import { expect, onTestFinished, test } from 'vitest';
import type { RowKey } from '#domain/delivery/synced-row.ts';
import type { DisposalOrder, Retention } from '#domain/records/retention.ts';
import { toDisposalText } from '#domain/retention/disposal-names.ts';
import { type DisposalFile, writeDisposalOrder } from '#domain/retention/disposal-order.ts';
import { eraseRows } from '#server/database/erase-rows.ts';
import { readOrder } from '#server/database/read-order.ts';
import { carryOutOrder } from '#server/node/erase-order.ts';
import { commitAction, type Write } from '#storage/commit-action.ts';
import { type Device, joinServer } from '#tests/simulation/exchange-ground.ts';
import { createStory, createTools, logWrite, toWrites } from '#tests/storage/records.ts';
import { reachRoutes } from '#tests/support/reach-routes.ts';
import { openTestServer } from '#tests/support/test-server.ts';

const canary = 'Kanariefågeln';
const digestOf = (names: readonly string[]) => createHash('sha256').update(toDisposalText(names)).digest('hex');

let series = 700;
const save = (device: Device, ...writes: readonly Write[]) => {
  series += 1;
  return commitAction(device.db, { label: 'record-changed', writes: [...writes] }, createTools(series));
};
async function exchange(...devices: readonly Device[]): Promise<void> {
  for (const device of devices) expect(await device.exchange()).toBe('resting');
}

/** Two managers of one promise with two logs, and an order for the first of them. */
async function openOrder() {
  const server = await openTestServer('pglite');
  onTestFinished(server.drop);
  const { browser, me } = await server.setUp();
  const [story, other] = [createStory(), createStory(4000)];
  const first = await joinServer(reachRoutes(browser, me.user.id), 1);
  const [log, kept] = [story.log({ note: `${canary} sågs` }), story.log({ note: 'Står kvar' })];
  await save(first, ...toWrites(story), logWrite(log), logWrite(kept));
  await save(first, ...toWrites(other));
  await exchange(first);
  const grants = [{ scope: story.promise.id, role: 'manager', lens: 'full' }] as const;
  const bo = await server.letIn(browser, 'Bo', grants);
  const second = await joinServer(reachRoutes(bo.browser, bo.me.user.id), 2);
  await exchange(second);
  const rows: readonly RowKey[] = [`progressLogs/${log.id}`];
  const act = (profileId: string) => ({
    ...{ partyId: story.promise.parties[0]?.id ?? '', function: 'chef', on: '2026-11-21', profileId },
  });
  const prepared: DisposalOrder = {
    ...{ id: story.newId(), asOf: '2026-11-21', decision: 'KS 2026/123', digest: digestOf(rows), archive: 'a' },
    ...{ counts: [{ kind: 'logs', year: '2026', count: 1 }], prepared: act(me.user.id) },
  };
  const approved = { ...prepared, approved: act(bo.me.user.id) };
  const write = async (device: Device, ...orders: readonly DisposalOrder[]) => {
    const retention: Retention = { rules: [], orders: [...orders] };
    await save(device, { kind: 'set', table: 'promises', id: story.promise.id, fields: { retention } });
    await exchange(first, second, first);
  };
  const file: DisposalFile = { promiseId: story.promise.id, order: approved, rows };
  const carryOut = (given: DisposalFile) =>
    carryOutOrder(server.owner, given, {
      ...{ at: '2026-11-21T18:00:00.000Z', ledger: 'erasures.jsonl' },
      carryOut: (erasures) => eraseRows(server.owner, erasures),
    });
  return { server, story, other, first, second, log, kept, prepared, approved, write, file, carryOut };
}

test('an order that one prepared and another approved is carried out for everybody', async () => {
  const { first, second, log, kept, prepared, approved, write, file, carryOut, server } = await openOrder();
  await write(first, prepared);
  await write(second, approved);
  expect(await carryOut(file)).toMatchObject({ kind: 'done' });
  await exchange(first, second);
  for (const { db } of [first, second]) {
    expect(await db.progressLogs.get(log.id)).toBeUndefined();
    expect(await db.progressLogs.get(kept.id)).toBeDefined();
    expect(JSON.stringify(await db.history.toArray())).not.toContain(canary);
  }
  expect(await server.look('SELECT tbl, decision_ref FROM erasure')).toEqual([
    { tbl: 'progressLogs', decision_ref: 'KS 2026/123' },
  ]);
  expect(await carryOut(file)).toMatchObject({ kind: 'refused' });
});

test('nobody signs in the place of another: one account alone, or with somebody else’s name, erases nothing', async () => {
  const { first, log, prepared, approved, write, file, carryOut } = await openOrder();
  expect(await carryOut(file)).toMatchObject({ kind: 'refused' });
  await write(first, prepared);
  expect(await carryOut(file)).toMatchObject({ kind: 'refused' });
  // The first account writes the second one's approval itself.
  await write(first, approved);
  expect(await carryOut(file)).toMatchObject({ kind: 'refused' });
  const alone = { ...approved, approved: prepared.prepared };
  expect(await carryOut({ ...file, order: alone })).toMatchObject({ kind: 'refused' });
  expect(await first.db.progressLogs.get(log.id)).toBeDefined();
});

test('an order takes nothing of another promise, and the whole of its own by one name', async () => {
  const { first, second, other, story, prepared, approved, write, file, carryOut, server } = await openOrder();
  const foreign: readonly RowKey[] = [`goals/${other.goals[0].id}`];
  const whole: readonly RowKey[] = [`promises/${story.promise.id}`];
  for (const rows of [foreign, whole]) {
    const digest = digestOf(rows);
    const id = story.newId();
    await write(first, { ...prepared, id, digest });
    await write(second, { ...approved, id, digest });
    const result = await carryOut({ ...file, rows, order: { ...approved, id, digest } });
    expect(result.kind).toBe(rows === whole ? 'done' : 'refused');
  }
  await exchange(first, second);
  expect(await second.db.promises.count()).toBe(0);
  expect(await first.db.promises.toCollection().primaryKeys()).toEqual([other.promise.id]);
  const [left] = await server.look(`SELECT count(*)::int AS count FROM history WHERE op::text LIKE '%${canary}%'`);
  expect(left).toEqual({ count: 0 });
});

test('the file is refused when a name was added, and when nobody has approved it', async () => {
  const { file, approved, prepared } = await openOrder();
  const write = (order: DisposalOrder, rows: readonly RowKey[] = file.rows) =>
    writeDisposalOrder({ promiseId: file.promiseId, order, plan: { due: rows, isWhole: false } });
  const text = write(approved);
  expect(await readOrder(text)).toEqual({ kind: 'order', file });
  expect(await readOrder(write(approved, [...file.rows, `goals/${file.promiseId}`]))).toEqual({ kind: 'changed' });
  for (const other of [write(prepared), text.replace('progressLogs/', 'account/'), '{"format":']) {
    expect(await readOrder(other)).toEqual({ kind: 'no-order' });
  }
});
