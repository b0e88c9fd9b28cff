import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Tx } from '#server/database/server-database.ts';
import { engines, openTestDatabase, type TestDatabase } from '#tests/support/server-databases.ts';
import { createTenant, type Tenant } from './tenants.ts';

describe.each(engines)('between tenants on %s', (engine) => {
  let ground: TestDatabase;
  let ours: Tenant;
  let theirs: Tenant;

  beforeAll(async () => {
    ground = await openTestDatabase(engine);
    ours = await createTenant(ground.database);
    theirs = await createTenant(ground.database);
  });
  afterAll(() => ground.drop());

  const readAll = async (tx: Tx, table: string) => (await sql.raw(`SELECT * FROM ${table}`).execute(tx)).rows;

  async function listSpaceTables(): Promise<readonly string[]> {
    const rows = await ground.look(`
      SELECT relname AS name FROM pg_class
      WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND (relname = 'space' OR EXISTS (
        SELECT FROM pg_attribute WHERE attrelid = pg_class.oid AND attname = 'space' AND NOT attisdropped
      ))
    `);
    return rows.map(({ name }) => String(name));
  }

  test('every table of a tenant has a wall that binds its owner, too', async () => {
    const walled = await ground.look(
      'SELECT relname AS name FROM pg_class WHERE relrowsecurity AND relforcerowsecurity AND EXISTS (SELECT FROM pg_policy WHERE polrelid = pg_class.oid)',
    );

    const names = await listSpaceTables();
    expect(names.length).toBeGreaterThan(9);
    expect(walled.map(({ name }) => name)).toEqual(expect.arrayContaining([...names]));
  });

  test('a query without any condition finds our rows and none of theirs', async () => {
    for (const table of ['record', 'member', 'space']) {
      const rows = await ground.database.inSpace(ours, (tx) => readAll(tx, table));

      expect(rows.map((row) => (row as { space?: string; id: string }).space ?? (row as { id: string }).id)).toEqual([
        ours.spaceId,
      ]);
    }
  });

  test('a query that names their rows finds nothing', async () => {
    const found = await ground.database.inSpace(ours, (tx) =>
      tx.selectFrom('record').selectAll().where('space', '=', theirs.spaceId).execute(),
    );

    expect(found).toEqual([]);
  });

  test('their rows can be neither changed nor removed', async () => {
    const changed = await ground.database.inSpace(ours, async (tx) => {
      const update = await tx.updateTable('record').set({ version: 99 }).where('id', '=', theirs.scope).execute();
      const removal = await tx.deleteFrom('record').where('id', '=', theirs.scope).execute();
      return [update[0]?.numUpdatedRows, removal[0]?.numDeletedRows];
    });

    expect(changed).toEqual([0n, 0n]);
    expect(await ground.look('SELECT version FROM record WHERE id = $1', [theirs.scope])).toHaveLength(1);
  });

  test('no row can be put into their space, by any table', async () => {
    for (const name of await listSpaceTables()) {
      const column = name === 'space' ? 'id' : 'space';
      // Other columns are left out: the wall must answer before what is missing does, or the row would stand.
      const attempt = ground.database.inSpace(ours, (tx) =>
        sql.raw(`INSERT INTO ${name} (${column}) VALUES ('${randomUUID()}')`).execute(tx),
      );

      await expect(attempt, name).rejects.toThrow(/row-level security|null value/);
    }
    await expect(
      ground.database.inSpace(ours, (tx) =>
        tx
          .insertInto('record')
          .values({
            space: theirs.spaceId,
            tbl: 'goals',
            id: randomUUID(),
            scope: theirs.scope,
            version: 1,
            fields: '{}',
          })
          .execute(),
      ),
    ).rejects.toThrow(/row-level security/);
  });

  test('a row of ours cannot be moved over to them', async () => {
    const move = ground.database.inSpace(ours, (tx) =>
      sql`UPDATE record SET space = ${theirs.spaceId} WHERE id = ${ours.scope}`.execute(tx),
    );

    await expect(move).rejects.toThrow(/row-level security/);
  });

  test('outside of spaces there are no rows of tenants, except the memberships of who is asking', async () => {
    const rows = await ground.database.outsideSpaces((tx) => readAll(tx, 'record'));
    const nobodys = await ground.database.outsideSpaces((tx) => readAll(tx, 'member'));
    const own = await ground.database.outsideSpaces((tx) => tx.selectFrom('member').selectAll().execute(), ours.userId);

    expect([rows, nobodys]).toEqual([[], []]);
    expect(own.map(({ space }) => space)).toEqual([ours.spaceId]);
  });

  test('whoever is in two spaces sees in one of them nothing of the other', async () => {
    await ground.database.inSpace({ ...theirs, userId: ours.userId }, (tx) =>
      tx
        .insertInto('member')
        .values({
          space: theirs.spaceId,
          user_id: ours.userId,
          scope: theirs.scope,
          role: 'reader',
          lens: 'shared',
          version: 2,
        })
        .execute(),
    );

    const seen = await ground.database.inSpace(ours, (tx) => tx.selectFrom('member').selectAll().execute());
    expect(seen.map(({ space }) => space)).toEqual([ours.spaceId]);
  });

  test('a reader sees the promises that they have a right in, until it is revoked', async () => {
    const hidden = randomUUID();
    await ground.database.inSpace(ours, (tx) =>
      tx
        .insertInto('record')
        .values({ space: ours.spaceId, tbl: 'promises', id: hidden, scope: hidden, version: 2, fields: '{}' })
        .execute(),
    );
    const readIds = () =>
      ground.database.readSpace(ours, async (tx) =>
        (await tx.selectFrom('record').select('id').execute()).map(({ id }) => id),
      );

    expect(await readIds()).toEqual([ours.scope]);
    await ground.database.inSpace(ours, (tx) =>
      tx
        .updateTable('member')
        .set({ revoked_at: '2026-03-31 00:00:00+00' })
        .where('user_id', '=', ours.userId)
        .execute(),
    );
    expect(await readIds()).toEqual([]);
  });

  test('what only reads cannot write', async () => {
    const write = ground.database.readSpace(theirs, (tx) => tx.deleteFrom('record').execute());

    await expect(write).rejects.toThrow(/read-only/);
  });

  test('after a transaction nothing of it is left on the connection', async () => {
    await ground.database.inSpace(ours, (tx) => readAll(tx, 'record'));
    const [settings] = await ground.database.outsideSpaces((tx) =>
      sql<{ space: string; role: string }>`
        SELECT current_setting('app.space', true) AS space, current_user AS role
      `
        .execute(tx)
        .then(({ rows }) => rows),
    );

    expect(settings).toEqual({ space: '', role: 'mlo_app' });
  });

  test.each(['history', 'erasure', 'access_log'])('what is written in %s stays as it is', async (table) => {
    for (const statement of [`UPDATE ${table} SET space = space`, `DELETE FROM ${table}`, `TRUNCATE ${table}`]) {
      const attempt = ground.database.inSpace(ours, (tx) => sql.raw(statement).execute(tx));

      await expect(attempt, statement).rejects.toThrow(/permission denied/);
    }
  });

  test('nobody who serves requests can take a wall down', async () => {
    for (const statement of [
      'ALTER TABLE record DISABLE ROW LEVEL SECURITY',
      'DROP POLICY own_space ON record',
      'ALTER ROLE mlo_app BYPASSRLS',
    ]) {
      const attempt = ground.database.inSpace(ours, (tx) => sql.raw(statement).execute(tx));

      await expect(attempt, statement).rejects.toThrow(/must be owner|must be superuser|permission denied/);
    }
  });
});
