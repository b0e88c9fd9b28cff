import { randomUUID } from 'node:crypto';
import { describe, expect, onTestFinished, test } from 'vitest';
import { forgetOld, memory } from '#server/database/forget-old.ts';
import { engines } from '#tests/support/server-databases.ts';
import { openTestServer } from '#tests/support/test-server.ts';

const now = Date.parse('2026-11-21T02:30:00Z');

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
    expect(await forgetOld(server.database, now)).toEqual({ rows: 0, answers: 0 });
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

    expect(await forgetOld(server.database, now)).toEqual({ rows: 0, answers: 1200 });
    expect(await server.look('SELECT count(*)::int AS count FROM op_result')).toEqual([{ count: 1 }]);
  });
});
