import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Operation, StoredRow } from '#domain/operations/operation.ts';
import type { PlannedWrite } from '#domain/operations/plan-operations.ts';
import { authorHeader, exchangeAddress } from '#protocol/exchange-address.ts';
import { type Pulled, readPullAnswer } from '#protocol/pull.ts';
import { ask, type Session, setUp, signIn } from '#tests/server/kill/ask-server.ts';
import { lookIntoFolder, lookIntoPostgres } from '#tests/server/kill/look-into.ts';
import { toAction } from '#tests/server/kill/pusher.ts';
import { createStory, type Story, toWrites } from '#tests/storage/records.ts';
import { buildServerProcess } from '#tests/support/build-server-process.ts';
import { createDataFolder, createScratchFolder } from '#tests/support/data-folders.ts';
import { createEmptyPostgres, engines } from '#tests/support/server-databases.ts';
import { runToEnd, type ServerProcess, type Settings, startServerProcess } from '#tests/support/server-process.ts';

const canary = 'Kanariefågeln';
const decision = 'KS 2026/123';
/** Milliseconds: several processes, one after the other. */
const patience = 240_000;

let script = '';
beforeAll(async () => {
  script = await buildServerProcess('dist/erasing-server');
});

/** A person's device at a server that comes and goes. */
function createHand() {
  const dev = randomUUID();
  let [seq, epoch] = [0, ''];
  const send = async (server: ServerProcess, session: Session, name: 'push' | 'pull', body: object) => {
    const headers = { cookie: session.cookie, [authorHeader]: session.me.user.id };
    const answer = await ask(server.origin, exchangeAddress[name], { epoch, dev, acked: 0, ...body }, headers);
    if ((answer.body as { kind: string }).kind === 'epoch') epoch = (answer.body as { epoch: string }).epoch;
    return answer.body;
  };
  const pull = async (server: ServerProcess, session: Session): Promise<Pulled> => {
    const read = readPullAnswer(await send(server, session, 'pull', { cursors: {} }));
    return read?.kind === 'pulled' ? read : await pull(server, session);
  };
  const push = async (server: ServerProcess, session: Session, operations: readonly Operation[]) => {
    const sent = operations.map((op, index) => ({ seq: seq + index + 1, op }));
    seq += sent.length;
    expect(await send(server, session, 'push', { operations: sent })).toMatchObject({ kind: 'pushed', lastSeq: seq });
  };
  return { pull, push };
}

const act = (...writes: readonly PlannedWrite[]) => toAction(writes, new Map(), randomUUID);

function toComment({ promise }: Story, text: string): PlannedWrite & { readonly record: StoredRow } {
  const { id: promiseId, createdAt, updatedAt } = promise;
  const ref = { table: 'promises', id: promiseId };
  const fields = { ref, text, date: '2026-04-01', byPartyId: promise.parties[0]?.id ?? '' };
  return {
    kind: 'create',
    table: 'comments',
    record: { id: randomUUID(), promiseId, createdAt, updatedAt, ...fields },
  };
}

const readLink = ({ lines }: ServerProcess) => /http\S+#\S+/.exec(lines.join('\n'))?.[0] ?? '';
async function end({ child, ended }: ServerProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  child.kill(signal);
  await ended;
}

const countRows = 'SELECT count(*)::int AS count FROM history WHERE op::text LIKE ';
const readJournal = (folder: string) =>
  readdirSync(join(folder, 'journal')).map((name) => readFileSync(join(folder, 'journal', name), 'utf8'));

describe('erasing on the embedded database', () => {
  test(
    'takes a record out of database and journal for good: going back to a dump brings back all but what was erased',
    async () => {
      using folder = createDataFolder();
      const settings: Settings = { MLO_DATA: folder.path };
      const story = createStory();
      const [old, young] = [toComment(story, `${canary} ett`), toComment(story, `${canary} två`)];
      const beside = toComment(story, 'Det här står kvar');
      const hand = createHand();

      const first = await startServerProcess(script, settings);
      const session = await setUp(first.origin, readLink(first));
      await hand.pull(first, session);
      await hand.push(first, session, [...act(...(toWrites(story) as readonly PlannedWrite[])), ...act(old)]);
      const whileRunning = await runToEnd(script, settings, 'erase', `comments/${old.record.id}`, decision);
      const backup = await runToEnd(script, settings, 'backup');
      // After the dump, in one action with something that stays: only the journal can bring that back.
      await hand.push(first, session, act(young, beside));
      await end(first, 'SIGKILL');

      const erase = (name: string, ...words: readonly string[]) => runToEnd(script, settings, 'erase', name, ...words);
      expect(await erase(`comments/${old.record.id}`)).toMatchObject({ code: 1 });
      expect((await erase(`comments/${randomUUID()}`, decision)).sentences[0]).toContain('inget har ändrats');
      expect(readJournal(folder.path).join('')).toContain(canary);
      expect(await erase(`comments/${old.record.id}`, ...decision.split(' '))).toMatchObject({ code: 0 });
      expect(await erase(`comments/${young.record.id}`, decision)).toMatchObject({ code: 0 });
      const look = lookIntoFolder(folder.path);
      expect(await look(`${countRows}'%${canary}%'`)).toEqual([{ count: 0 }]);
      expect(readJournal(folder.path).join('')).not.toContain(canary);

      const dump = /\S+\.tar\.gz/.exec(backup.sentences[0] ?? '')?.[0] ?? '';
      expect(await runToEnd(script, settings, 'restore', dump)).toMatchObject({ code: 0 });
      const next = await startServerProcess(script, settings);
      const pulled = await createHand().pull(next, await signIn(next.origin));
      await end(next, 'SIGTERM');

      const texts = pulled.rows.filter(({ table }) => table === 'comments').map(({ row }) => row.text);
      expect(texts).toEqual(['Det här står kvar']);
      const wiped = pulled.gone.filter((one) => one.wiped).map(({ id }) => id);
      expect(wiped.sort()).toEqual([old.record.id, young.record.id].sort());
      expect(await look(`${countRows}'%${canary}%'`)).toEqual([{ count: 0 }]);
      expect(whileRunning.sentences[0]).toContain(folder.path);
    },
    patience,
  );

  test('is never forgotten in silence: with a damaged ledger nothing is opened', async () => {
    using folder = createDataFolder();
    writeFileSync(join(folder.path, 'erasures.jsonl'), '00000000 {"table":"comments"}\n');
    const refused = await runToEnd(script, { MLO_DATA: folder.path });

    expect(refused.code).toBe(1);
    expect(refused.sentences[0]).toContain(join(folder.path, 'erasures.jsonl:1'));
  });
});

describe.each(engines.filter((engine) => engine === 'postgres'))('erasing on %s', () => {
  test(
    'is done by the owner while the servers run, noted outside of the database, and done again after a restore',
    async () => {
      using folder = createScratchFolder();
      const { urls, look, drop } = await createEmptyPostgres();
      const server: Settings = { MLO_KEY: 'A'.repeat(43), DATABASE_URL: urls.server, MLO_DATA: folder.path };
      const settings = { ...server, DATABASE_OWNER_URL: urls.owner };
      const story = createStory();
      const comment = toComment(story, canary);
      const hand = createHand();
      const running = await startServerProcess(script, settings);
      const session = await setUp(running.origin, readLink(running));
      await hand.pull(running, session);
      await hand.push(running, session, [...act(...(toWrites(story) as readonly PlannedWrite[])), ...act(comment)]);
      const before = await look('SELECT * FROM record WHERE id = $1', [comment.record.id]);

      const name = `comments/${comment.record.id}`;
      const asServer = await runToEnd(script, server, 'erase', name, decision);
      const asOwner = await runToEnd(script, settings, 'erase', name, decision);
      const wiped = (await hand.pull(running, session)).gone;
      await end(running, 'SIGTERM');
      // The backup that is brought back knows nothing of it.
      const [row] = before as readonly Readonly<Record<string, string>>[];
      await look('DELETE FROM erasure');
      await look("INSERT INTO record (space, tbl, id, scope, version, fields) VALUES ($1, 'comments', $2, $3, 1, $4)", [
        row?.space,
        comment.record.id,
        story.promise.id,
        JSON.stringify({ text: canary }),
      ]);
      const restored = await runToEnd(script, settings, 'restore');
      const left = await lookIntoPostgres(urls.superuser)(
        "SELECT count(*)::int AS count FROM record WHERE tbl = 'comments'",
      );
      await drop();

      expect(asServer.sentences[0]).toContain('DATABASE_OWNER_URL');
      expect(asOwner.code).toBe(0);
      expect(wiped).toMatchObject([{ id: comment.record.id, wiped: true }]);
      expect(restored.code).toBe(0);
      expect(left).toEqual([{ count: 0 }]);
    },
    patience,
  );
});
