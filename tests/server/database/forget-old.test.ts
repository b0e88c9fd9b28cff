import '#tests/support/node-storage.ts';
import { randomUUID } from 'node:crypto';
import { describe, expect, onTestFinished, test } from 'vitest';
import { forgetOld, memory } from '#server/database/forget-old.ts';
import { commitAction, type Write } from '#storage/commit-action.ts';
import { putDeviceMeta, readDeviceMeta } from '#storage/device-meta.ts';
import { joinServer } from '#tests/simulation/exchange-ground.ts';
import { createStory, createTools, logWrite, toWrites } from '#tests/storage/records.ts';
import { reachRoutes } from '#tests/support/reach-routes.ts';
import { engines } from '#tests/support/server-databases.ts';
import { openTestServer } from '#tests/support/test-server.ts';

const now = Date.parse('2026-11-21T02:30:00Z');
const nothing = { rows: 0, answers: 0, numbers: 0, parked: 0 };

describe.each(engines)('on %s', (engine) => {
  test('what was deleted long ago is forgotten, and whoever was away for longer is told to fetch all of it', async () => {
    const server = await openTestServer(engine);
    onTestFinished(server.drop);
    const { me } = await server.setUp();
    const [scope, old, young, kept] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
    const add = async (id: string, version: number, deletedAt: string | null, receivedAt: number) => {
      const { space } = me;
      await server.look(
        "INSERT INTO record (space, tbl, id, scope, version, deleted_at, fields) VALUES ($1, 'goals', $2, $3, $4, $5, '{}')",
        [space.id, id, scope, version, deletedAt],
      );
      await server.look(
        "INSERT INTO history (space, version, n, user_id, tbl, ent, op, received_at) VALUES ($1, $2, 0, $3, 'goals', $4, '{}', $5)",
        [space.id, version, me.user.id, id, receivedAt],
      );
    };
    // The author's clock was wrong by years: it does not count.
    await add(old, 5, '2031-01-01T00:00:00Z', now - memory.deleted - 1);
    await add(kept, 6, null, now - memory.deleted - 1);
    await add(young, 7, '2001-01-01T00:00:00Z', now - memory.deleted + 1);

    expect((await forgetOld(server.database, now)).rows).toBe(1);

    const left = await server.look('SELECT id FROM record WHERE scope = $1 ORDER BY version', [scope]);
    expect(left).toEqual([{ id: kept }, { id: young }]);
    const [space] = await server.look('SELECT horizon::text FROM space');
    expect(space).toEqual({ horizon: '5' });
    expect(await forgetOld(server.database, now)).toEqual(nothing);
  });

  test('answers older than 400 days are forgotten, thousands of them in portions', async () => {
    const server = await openTestServer(engine);
    onTestFinished(server.drop);
    const { me } = await server.setUp();
    await server.look(
      `INSERT INTO op_result (space, op_id, user_id, kind, version, original, digest, answered_at)
       SELECT $1, gen_random_uuid(), $2, 'applied', 1, 1, '', $3::timestamptz FROM generate_series(1, 1200)`,
      [me.space.id, me.user.id, new Date(now - memory.answered - 1000).toISOString()],
    );
    await server.look(
      `INSERT INTO op_result (space, op_id, user_id, kind, version, original, digest, answered_at)
       VALUES ($1, gen_random_uuid(), $2, 'applied', 1, 1, '', $3::timestamptz)`,
      [me.space.id, me.user.id, new Date(now - memory.answered + 1000).toISOString()],
    );

    expect(await forgetOld(server.database, now)).toEqual({ ...nothing, answers: 1200 });
    expect(await server.look('SELECT count(*)::int AS count FROM op_result')).toEqual([{ count: 1 }]);
  });

  test('numbers are forgotten once their device knows the answers, and nobody misses them', async () => {
    const server = await openTestServer(engine);
    onTestFinished(server.drop);
    const { browser, me } = await server.setUp();
    const device = await joinServer(reachRoutes(browser, me.user.id), 1);
    const story = createStory();
    const save = (number: number, ...writes: readonly Write[]) =>
      commitAction(device.db, { label: 'record-changed', writes }, createTools(number));
    const exchange = async () => expect(await device.exchange()).toBe('resting');
    const count = async (table: string) => (await server.look(`SELECT count(*)::int AS count FROM ${table}`))[0]?.count;
    await exchange();
    await save(1, ...toWrites(story), logWrite(story.log()));
    const [meta, outbox] = [await readDeviceMeta(device.db), await device.db.outbox.toArray()];
    await exchange();
    // What was answered is acknowledged with the next push, and only up to there.
    expect((await forgetOld(server.database, now)).numbers).toBe(0);
    await save(2, logWrite(story.log()));
    await exchange();
    expect((await forgetOld(server.database, now)).numbers).toBe(outbox.length);
    expect(await count('op_sequence')).toBe(1);

    await save(3, logWrite(story.log()));
    await exchange();
    expect((await readDeviceMeta(device.db))?.dev).toBe(meta?.dev);

    // A profile from before the acknowledgement is put back: it is known as a copy, and nothing is done twice.
    const effects = await count('history');
    await device.db.outbox.bulkPut(outbox);
    if (meta === undefined) throw new Error('The device has not joined');
    await putDeviceMeta(device.db, meta);
    await exchange();
    await exchange();
    expect((await readDeviceMeta(device.db))?.dev).not.toBe(meta.dev);
    expect(await count('history')).toBe(effects);
    expect(await device.db.outbox.count()).toBe(0);
    expect(await device.db.box.count()).toBe(0);
    expect(await device.db.progressLogs.count()).toBe(3);
  });

  test('a device that was away for 400 days has no numbers left, and an action waits 35 days for its rows', async () => {
    const server = await openTestServer(engine);
    onTestFinished(server.drop);
    const { me } = await server.setUp();
    const [near, far] = [randomUUID(), randomUUID()];
    for (const [dev, age] of [
      [near, memory.answered - 1000],
      [far, memory.answered + 1000],
    ] as const) {
      await server.look(
        'INSERT INTO device (space, id, user_id, last_seq, acked, seen_at) VALUES ($1, $2, $3, 3, 1, $4::timestamptz)',
        [me.space.id, dev, me.user.id, new Date(now - age).toISOString()],
      );
      await server.look(
        'INSERT INTO op_sequence (space, dev, seq, op_id) SELECT $1, $2, n, gen_random_uuid() FROM generate_series(1, 3) AS n',
        [me.space.id, dev],
      );
    }
    for (const age of [memory.parked - 1000, memory.parked + 1000]) {
      await server.look(
        "INSERT INTO parked (space, tx, user_id, operations, parked_at) VALUES ($1, gen_random_uuid(), $2, '[]', $3)",
        [me.space.id, me.user.id, now - age],
      );
    }

    expect(await forgetOld(server.database, now)).toEqual({ ...nothing, numbers: 4, parked: 1 });
    const left = await server.look('SELECT DISTINCT dev FROM op_sequence');
    expect(left).toEqual([{ dev: near }]);
  });
});
