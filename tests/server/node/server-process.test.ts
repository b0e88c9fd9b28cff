import { cpSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { Kysely, PostgresDialect, sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { createPglitePool } from '#server/database/pglite-pool.ts';
import { openEmbeddedDatabase } from '#server/node/embedded-database.ts';
import { openPglite } from '#server/node/open-pglite.ts';
import { buildServerProcess } from '#tests/support/build-server-process.ts';
import { createDataFolder, createScratchFolder } from '#tests/support/data-folders.ts';
import { createEmptyPostgres, engines } from '#tests/support/server-databases.ts';
import { type Refusal, runToEnd, type ServerProcess, startServerProcess } from '#tests/support/server-process.ts';

let script = '';
beforeAll(async () => {
  script = await buildServerProcess('dist/server-process');
});

const key = 'A'.repeat(43);

async function stop(server: ServerProcess): Promise<number | null> {
  server.child.kill('SIGTERM');
  return await server.ended;
}

/** One sentence on the way out, and it says what to do. */
function expectRefusal({ code, sentences }: Refusal, ...words: readonly string[]): void {
  expect(code).toBe(1);
  expect(sentences).toHaveLength(1);
  for (const word of words) expect(sentences[0]).toContain(word);
}

describe('the server on a data folder', () => {
  test('is open with its backend, prints the link of the first start, and ends in peace with a proven dump', async () => {
    using folder = createDataFolder();
    const server = await startServerProcess(script, { MLO_DATA: folder.path });
    const status = await (await fetch(`${server.origin}/api/status`)).json();
    const second = await runToEnd(script, { MLO_DATA: folder.path });
    const backup = await runToEnd(script, { MLO_DATA: folder.path }, 'backup');
    const code = await stop(server);

    expect(status).toMatchObject({ backend: 'shared' });
    expect(server.lines.some((line) => line.includes(`${server.origin}/kom-igang#`))).toBe(true);
    expectRefusal(second, folder.path, `process ${server.child.pid}`);
    expect(backup).toMatchObject({ code: 0, sentences: [expect.stringContaining('.tar.gz')] });
    expect(code).toBe(0);

    const dump = /\S+\.tar\.gz/.exec(backup.sentences[0] ?? '')?.[0] ?? '';
    const restored = await runToEnd(script, { MLO_DATA: folder.path }, 'restore', dump);
    expect(restored).toMatchObject({ code: 0, sentences: [expect.stringContaining('replaced-1')] });
    writeFileSync(join(folder.path, 'half.tar.gz'), 'half');
    expectRefusal(
      await runToEnd(script, { MLO_DATA: folder.path }, 'restore', join(folder.path, 'half.tar.gz')),
      'inget har ändrats',
    );
  });

  test('refuses a copied folder, a newer database, a damaged key and a place where it cannot write', async () => {
    using folder = createDataFolder();
    using copy = createScratchFolder();
    using newer = createDataFolder();
    const opening = await openEmbeddedDatabase({
      folder: folder.path,
      now: () => 0,
      prove: () => Promise.resolve(true),
    });
    if (opening.kind !== 'open') throw new Error(opening.kind);
    await opening.embedded.close();
    cpSync(folder.path, copy.path, { recursive: true });
    writeFileSync(join(folder.path, 'receipt-key'), 'short');
    writeFileSync(join(copy.path, 'file'), '');
    cpSync(join(folder.path, 'database'), join(newer.path, 'database'), { recursive: true });
    cpSync(join(folder.path, 'instance.json'), join(newer.path, 'instance.json'));
    await recordNewerStep(newer.path);

    expectRefusal(await runToEnd(script, { MLO_DATA: copy.path }), copy.path, 'MLO_COPY=accept');
    expectRefusal(await runToEnd(script, { MLO_DATA: newer.path }), 'nyare version', 'from-tomorrow');
    expectRefusal(await runToEnd(script, { MLO_DATA: folder.path }), 'receipt-key');
    expectRefusal(await runToEnd(script, { MLO_DATA: join(copy.path, 'file') }), 'MLO_DATA');
  });
});

async function recordNewerStep(folder: string): Promise<void> {
  const { pglite } = await openPglite(folder);
  const kysely = new Kysely<Record<string, never>>({
    dialect: new PostgresDialect({ pool: createPglitePool(pglite) }),
  });
  await sql`INSERT INTO migration (id, name, checksum) VALUES (9999, 'from-tomorrow', '')`.execute(kysely);
  await pglite.close();
}

describe('settings that are wrong stop the server with one sentence:', () => {
  test.each<[string, Readonly<Record<string, string>>, string]>([
    ['more days away than are allowed', { MLO_LEASE_DAYS: '31' }, 'MLO_LEASE_DAYS=31'],
    ['a port that is none', { PORT: '4173x' }, 'PORT=4173x'],
    ['a backend that does not exist', { MLO_BACKEND: 'maybe' }, 'MLO_BACKEND=maybe'],
    ['an address as published name', { PUBLIC_HOST: 'https://a.se/' }, 'PUBLIC_HOST'],
    ['a database of another kind', { DATABASE_URL: 'mysql://a', MLO_KEY: key }, 'DATABASE_URL'],
    ['no key beside PostgreSQL', { DATABASE_URL: 'postgres://127.0.0.1:1/a' }, 'MLO_KEY'],
    ['a key that is too short', { MLO_KEY: 'abc' }, 'openssl rand'],
    ['providers without an issuer', { MLO_PROVIDERS: '[{"id":"a","name":"A","clientId":"c"}]' }, '0.issuer'],
    ['providers in no file', { MLO_PROVIDERS: '/nowhere.json' }, '/nowhere.json'],
    ['an unreachable database', { DATABASE_URL: 'postgres://127.0.0.1:1/a', MLO_KEY: key }, 'ECONNREFUSED'],
  ])('%s', async (_name, settings, word) => {
    expectRefusal(await runToEnd(script, settings), word);
  });

  test('a port that is taken', async () => {
    const taken = createServer().listen(0);
    const address = taken.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const refused = await runToEnd(script, { PORT: String(port), MLO_BACKEND: 'off' });
    taken.close();

    expectRefusal(refused, `PORT=${port + 1}`);
  });
});

describe.each(engines.filter((engine) => engine === 'postgres'))('the server on %s', () => {
  test('is opened by a role without rights of its own only, after the owner has made the tables', async () => {
    const { urls, drop } = await createEmptyPostgres();
    const run = (settings: Readonly<Record<string, string>>) => runToEnd(script, { MLO_KEY: key, ...settings });

    expectRefusal(await run({ DATABASE_URL: urls.server }), 'DATABASE_OWNER_URL');
    expectRefusal(await run({ DATABASE_URL: urls.superuser, DATABASE_OWNER_URL: urls.owner }), 'superanvändare');
    expectRefusal(await run({ DATABASE_URL: urls.owner }), 'äger tabellerna');
    const server = await startServerProcess(script, { MLO_KEY: key, DATABASE_URL: urls.server });
    const status = await (await fetch(`${server.origin}/api/status`)).json();
    const code = await stop(server);
    const restored = await runToEnd(
      script,
      { MLO_KEY: key, DATABASE_URL: urls.server, DATABASE_OWNER_URL: urls.owner },
      'restore',
    );
    const backup = await runToEnd(script, { MLO_KEY: key, DATABASE_URL: urls.server }, 'backup');
    await drop();

    expect(status).toMatchObject({ backend: 'shared' });
    expect(code).toBe(0);
    expect(restored.sentences[0]).toContain('historielinje');
    expectRefusal(backup, 'README');
  });
});
