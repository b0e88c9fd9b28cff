import '#tests/support/node-storage.ts';
import { randomUUID } from 'node:crypto';
import { describe, expect, onTestFinished, test } from 'vitest';
import { toScopeKey } from '#domain/delivery/scope-key.ts';
import { toRowKey } from '#domain/delivery/synced-row.ts';
import type { Operation } from '#domain/operations/operation.ts';
import type { Comment } from '#domain/records/comment.ts';
import { type TableName, tableNames } from '#domain/records/tables.ts';
import { eraseRows, findErasable, listMissing, readRowName } from '#server/database/erase-rows.ts';
import { replayHistory } from '#server/exchange/replay-history.ts';
import { commitAction, type Write } from '#storage/commit-action.ts';
import type { Database } from '#storage/database.ts';
import { type Device, joinServer } from '#tests/simulation/exchange-ground.ts';
import { createStory, createTools, logWrite, type Story, toWrites } from '#tests/storage/records.ts';
import { reachRoutes } from '#tests/support/reach-routes.ts';
import { type EngineName, engines, type TestDatabase } from '#tests/support/server-databases.ts';
import { openTestServer } from '#tests/support/test-server.ts';

/** What must be nowhere in the end. */
const canary = 'Kanariefågeln';
const decision = { decision: 'KS 2026/123', at: '2026-11-21T18:00:00.000Z' };

/** Two people on one promise, and a comment and a log that hold the canary, everywhere that words of theirs can get to. */
async function openStory(engine: EngineName) {
  const server = await openTestServer(engine);
  onTestFinished(server.drop);
  const { browser, me } = await server.setUp();
  const story = createStory();
  const first = await joinServer(reachRoutes(browser, me.user.id), 1);
  const log = story.log({ note: `${canary} sågs` });
  const comment = toComment(story);
  await save(first, ...toWrites(story), logWrite(log), { kind: 'create', table: 'comments', record: comment });
  await exchange(first);
  const grants = [{ scope: story.promise.id, role: 'manager', lens: 'full' }] as const;
  const other = await server.letIn(browser, 'Bo', grants);
  const second = await joinServer(reachRoutes(other.browser, other.me.user.id), 2);
  await exchange(second);
  // Both write over the same text: what stood is told to whoever came second, and kept with the answer.
  await save(first, rewrite(comment, `${canary} ett`));
  await save(second, rewrite(comment, `${canary} två`));
  await exchange(first, second, first);
  return { server, spaceId: me.space.id, story, first, second, log, comment };
}

function toComment({ promise, newId }: Story): Comment {
  const { createdAt, updatedAt } = promise;
  const place = { id: newId(), promiseId: promise.id, createdAt, updatedAt };
  const ref = { table: 'promises', id: promise.id } as Comment['ref'];
  return { ...place, ref, text: canary, date: '2026-04-01', byPartyId: promise.parties[0]?.id ?? '' };
}

const rewrite = ({ id }: Comment, text: string): Write => ({ kind: 'set', table: 'comments', id, fields: { text } });

let series = 100;
const save = (device: Device, ...writes: readonly Write[]) => {
  series += 1;
  return commitAction(device.db, { label: 'record-changed', writes }, createTools(series));
};

async function exchange(...devices: readonly Device[]): Promise<void> {
  for (const device of devices) expect(await device.exchange()).toBe('resting');
}

async function erase({ owner }: TestDatabase, table: TableName, id: string) {
  const found = await findErasable(owner, { table, id });
  await eraseRows(
    owner,
    found.map((one) => ({ ...one, ...decision })),
  );
  return found;
}

/** Tables of the server in which a text stands. */
async function findOnServer({ look }: TestDatabase, text: string): Promise<readonly string[]> {
  const tables = await look(
    "SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace",
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const [row] = await look(`SELECT count(*)::int AS count FROM ${name} AS one WHERE one::text LIKE '%${text}%'`);
    if (row?.count !== 0) found.push(String(name));
  }
  return found.sort();
}

async function findOnDevice(db: Database, text: string): Promise<readonly string[]> {
  const found = await Promise.all(
    db.tables.map(async (table) => (JSON.stringify(await table.toArray()).includes(text) ? table.name : '')),
  );
  return found.filter(Boolean).sort();
}

describe.each(engines)('on %s', (engine) => {
  test('what is erased is nowhere on the server afterwards, nor on any device that has been in contact', async () => {
    const { server, story, first, second, log, comment } = await openStory(engine);
    expect(await findOnServer(server, canary)).toEqual(['history', 'op_result', 'record']);
    expect(await findOnDevice(second.db, canary)).not.toEqual([]);

    expect(await erase(server, 'progressLogs', log.id)).toHaveLength(1);
    expect(await erase(server, 'comments', comment.id)).toHaveLength(1);
    await exchange(first, second);

    expect(await findOnServer(server, canary)).toEqual([]);
    for (const { db } of [first, second]) expect(await findOnDevice(db, canary)).toEqual([]);
    expect(await first.db.comments.count()).toBe(0);
    expect(await first.db.promises.get(story.promise.id)).toEqual(await second.db.promises.get(story.promise.id));
    const noted = await server.look('SELECT decision_ref FROM erasure');
    expect(noted).toEqual([{ decision_ref: 'KS 2026/123' }, { decision_ref: 'KS 2026/123' }]);
  });

  test('what was written into it meanwhile is refused, and its words stay nowhere either', async () => {
    const { server, first, second, comment } = await openStory(engine);
    await save(second, rewrite(comment, `${canary} tre`));
    await erase(server, 'comments', comment.id);
    await exchange(second, first, second);

    const [outcome] = await server.look("SELECT kind, code FROM op_result WHERE code = 'erased'");
    expect(outcome).toEqual({ kind: 'rejected', code: 'erased' });
    expect(await second.db.outbox.count()).toBe(0);
    expect(await findOnDevice(second.db, `${canary} tre`)).toEqual([]);
    expect(await findOnServer(server, `${canary} tre`)).toEqual([]);
  });

  test('a conflict over it leaves the box, together with the words that stood against each other', async () => {
    const { server, story, first, second } = await openStory(engine);
    const [{ id }] = story.goals;
    const aim = (unit: string): Write => {
      const fields = { target: { kind: 'count', value: 3, unit } as const };
      return { kind: 'set', table: 'goals', id, fields };
    };
    await save(first, aim(`${canary} fyra`));
    await save(second, aim(`${canary} fem`));
    await exchange(first, second);
    expect(await findOnDevice(second.db, `${canary} fyra`)).toContain('box');
    await erase(server, 'goals', id);
    await exchange(first, second);

    expect(await second.db.box.count()).toBe(0);
    for (const text of [`${canary} fyra`, `${canary} fem`]) {
      expect(await findOnServer(server, text)).toEqual([]);
      for (const { db } of [first, second]) expect(await findOnDevice(db, text)).toEqual([]);
    }
  });

  test('the sums are those of the rows that are left, and history gives these rows', async () => {
    const { server, spaceId, story, log, comment } = await openStory(engine);
    await erase(server, 'comments', comment.id);
    await erase(server, 'progressLogs', log.id);

    const key = toScopeKey(story.promise.id, 'full');
    const [sum] = await server.look('SELECT rows::int FROM scope_sum WHERE scope_key = $1', [key]);
    const records = await server.look('SELECT tbl, id::text FROM record WHERE space = $1 ORDER BY tbl, id', [spaceId]);
    expect(sum).toEqual({ rows: records.length });
    const entries = await server.look(
      'SELECT version::int, n, user_id::text AS "userId", op, received_at::int8::text AS "receivedAt" FROM history ORDER BY version, n',
    );
    const erased = await server.look('SELECT tbl, id::text, version::int FROM erasure ORDER BY version');
    const replayed = replayHistory(
      entries.map((entry) => ({ ...entry, op: entry.op as Operation }) as never),
      erased.map(({ tbl, id, version }) => ({ key: toRowKey(tbl as TableName, String(id)), version: Number(version) })),
    );
    expect([...replayed.keys()].sort()).toEqual(records.map(({ tbl, id }) => `${tbl}/${id}`).sort());
  });

  test('with a promise goes all that belongs to it, and another promise stays whole', async () => {
    const { server, story, first, second } = await openStory(engine);
    const other = createStory(9500, { title: 'Ett annat löfte' });
    await save(first, ...toWrites(other));
    await exchange(first);

    const found = await erase(server, 'promises', story.promise.id);
    await exchange(first, second);

    expect(found.map(({ table }) => table)).toContain('goals');
    expect(await findOnServer(server, canary)).toEqual([]);
    expect(await findOnServer(server, 'Tryggare centrum')).toEqual([]);
    expect(await second.db.promises.count()).toBe(0);
    expect((await first.db.promises.toArray()).map(({ title }) => title)).toEqual(['Ett annat löfte']);
    for (const table of tableNames) {
      const left = await first.db
        .table(table)
        .filter((row) => row.promiseId === story.promise.id)
        .count();
      expect(left).toBe(0);
    }
  });

  test('is done once: a second time nothing is found, and what the ledger says is missing only where it is', async () => {
    const { server, comment } = await openStory(engine);
    const [found] = await erase(server, 'comments', comment.id);
    if (found === undefined) throw new Error('Nothing was erased');
    const elsewhere = { ...found, id: randomUUID(), ...decision };

    expect(await findErasable(server.owner, { table: 'comments', id: comment.id })).toEqual([]);
    expect(await listMissing(server.owner, [{ ...found, ...decision }, elsewhere])).toEqual([elsewhere]);
    await eraseRows(server.owner, [{ ...found, ...decision }]);
    expect(await server.look('SELECT count(*)::int AS count FROM erasure')).toEqual([{ count: 1 }]);
  });

  test('is beyond every role that serves requests', async () => {
    const { server, spaceId, comment } = await openStory(engine);
    const identity = { spaceId, userId: randomUUID() };
    const change = server.database.inSpace(identity, (tx) =>
      tx.deleteFrom('history').where('ent', '=', comment.id).execute(),
    );
    await expect(change).rejects.toThrow(/permission denied/);
  });
});

test('the name of a row is its table and its id, and nothing else', () => {
  const id = randomUUID();
  expect(readRowName(`goals/${id}`)).toEqual({ table: 'goals', id });
  for (const text of ['', 'goals', `constructor/${id}`, `goals/${id}/x`, 'goals/1']) {
    expect(readRowName(text)).toBeUndefined();
  }
});
