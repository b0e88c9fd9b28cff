import type { PGlite } from '@electric-sql/pglite';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { createPglitePool } from '#server/database/pglite-pool.ts';
import { planOnce, runStatement } from '#server/database/pglite-statements.ts';
import { createEmptyPglite } from '#tests/support/server-databases.ts';

let pglite: PGlite;

beforeEach(async () => {
  pglite = await createEmptyPglite();
  onTestFinished(() => pglite.close());
  await planOnce(pglite);
  await pglite.exec('CREATE TABLE kept (id integer PRIMARY KEY, note text)');
});

const put = (id: number, note: string | null) =>
  runStatement(pglite, 'INSERT INTO kept (id, note) VALUES ($1, $2)', [id, note]);
const find = async (id: number) => (await runStatement(pglite, 'SELECT * FROM kept WHERE id = $1', [id])).rows;

test('after a refusal the next question gets its own answer, inside a transaction and outside of one', async () => {
  await put(1, 'first');
  await expect(put(1, 'again')).rejects.toMatchObject({ code: '23505' });
  expect(await find(1)).toEqual([{ id: 1, note: 'first' }]);
  await expect(runStatement(pglite, 'SELECT nothing FROM kept WHERE id = $1', [1])).rejects.toMatchObject({
    code: '42703',
  });
  await pglite.exec('BEGIN');
  await expect(put(1, 'again')).rejects.toMatchObject({ code: '23505' });
  await expect(find(1)).rejects.toMatchObject({ code: '25P02' });
  await pglite.exec('ROLLBACK');
  await put(2, null);
  expect(await find(2)).toEqual([{ id: 2, note: null }]);
});

test('how many rows were changed is told as the engine tells it', async () => {
  for (const id of [1, 2, 3]) expect((await put(id, 'x')).affectedRows).toBe(1);
  const changed = await runStatement(pglite, 'UPDATE kept SET note = $1 WHERE id > $2', ['y', 1]);
  expect(changed.affectedRows).toBe(2);
});

test('a statement outlives a change of its table, at the cost of one refusal', async () => {
  await put(1, 'first');
  expect(await find(1)).toEqual([{ id: 1, note: 'first' }]);
  await pglite.exec('ALTER TABLE kept ADD COLUMN place text');
  await expect(find(1)).rejects.toMatchObject({ code: '0A000' });
  expect(await find(1)).toEqual([{ id: 1, note: 'first', place: null }]);
});

test('statements are planned anew now and then, and only so many of them are kept', async () => {
  for (let id = 1; id <= 600; id++) await put(id, null);
  expect(await find(600)).toEqual([{ id: 600, note: null }]);
  for (let count = 1; count <= 250; count++) {
    const { rows } = await runStatement(pglite, `SELECT ${count} AS number WHERE $1::boolean`, [true]);
    expect(rows).toEqual([{ number: count }]);
  }
  const kept = await pglite.query<{ count: number }>('SELECT count(*)::integer FROM pg_prepared_statements');
  expect(kept.rows[0]?.count).toBe(200);
  expect(await find(600)).toEqual([{ id: 600, note: null }]);
});

test('a transaction begins with its first question, and a refused one can be taken back', async () => {
  const pool = createPglitePool(pglite);
  const client = await pool.connect();
  const ask = (text: string, parameters: readonly unknown[] = []) => client.query<{ id: number }>(text, parameters);
  await ask('begin');
  await ask('INSERT INTO kept (id) VALUES ($1)', [1]);
  await ask('rollback');
  await ask('start transaction isolation level repeatable read read only');
  expect((await ask('SELECT id FROM kept')).rows).toEqual([]);
  await expect(ask('INSERT INTO kept (id) VALUES ($1)', [2])).rejects.toMatchObject({ code: '25006' });
  await ask('rollback');
  await ask('begin');
  await expect(ask('INSERT INTO kept (id) VALUES ($1)', ['none'])).rejects.toMatchObject({ code: '22P02' });
  await ask('rollback');
  await ask('begin');
  await ask('commit');
  await ask('begin');
  await ask('INSERT INTO kept (id) VALUES (3); INSERT INTO kept (id) VALUES (4)');
  await ask('rollback');
  await ask('begin');
  await ask('INSERT INTO kept (id) VALUES ($1)', [5]);
  await ask('commit');
  expect((await ask('SELECT id FROM kept')).rows).toEqual([{ id: 5 }]);
  client.release();
});
