import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import type { PlannedWrite } from '#domain/operations/plan-operations.ts';
import { authorHeader, exchangeAddress } from '#protocol/exchange-address.ts';
import { ask, type Session, setUp } from '#tests/server/kill/ask-server.ts';
import { lookIntoFolder } from '#tests/server/kill/look-into.ts';
import { toAction } from '#tests/server/kill/pusher.ts';
import { createStory, type Story, toWrites } from '#tests/storage/records.ts';
import { buildServerProcess } from '#tests/support/build-server-process.ts';
import { createDataFolder, createScratchFolder } from '#tests/support/data-folders.ts';
import { createEmptyPostgres, engines } from '#tests/support/server-databases.ts';
import { runToEnd, type ServerProcess, type Settings, startServerProcess } from '#tests/support/server-process.ts';

/** Milliseconds: several processes, one after the other. */
const patience = 240_000;
const span = ['--from', '2020-01-01', '--to', '2099-12-31'];

let script = '';
beforeAll(async () => {
  script = await buildServerProcess('dist/logging-server');
});

/** A server with an administrator who has brought a promise. */
async function begin(settings: Settings): Promise<{ server: ServerProcess; session: Session; story: Story }> {
  const server = await startServerProcess(script, settings);
  const session = await setUp(server.origin, /http\S+#\S+/.exec(server.lines.join('\n'))?.[0] ?? '');
  const story = createStory();
  const headers = { cookie: session.cookie, [authorHeader]: session.me.user.id };
  const dev = randomUUID();
  const first = await ask(server.origin, exchangeAddress.pull, { epoch: '', dev, acked: 0, cursors: {} }, headers);
  const { epoch } = first.body as { epoch: string };
  const operations = toAction(toWrites(story) as readonly PlannedWrite[], new Map(), randomUUID);
  const sent = operations.map((op, index) => ({ seq: index + 1, op }));
  await ask(server.origin, exchangeAddress.push, { epoch, dev, acked: 0, operations: sent }, headers);
  await ask(server.origin, exchangeAddress.pull, { epoch, dev, acked: 0, cursors: {} }, headers);
  await ask(
    server.origin,
    '/api/log/exports',
    { what: 'report', format: 'docx', promiseId: story.promise.id },
    headers,
  );
  return { server, session, story };
}
const end = async ({ child, ended }: ServerProcess) => {
  child.kill('SIGTERM');
  await ended;
};

/** What every database answers to whoever runs the server. */
async function askEverything(settings: Settings, { session, story }: Awaited<ReturnType<typeof begin>>) {
  const run = (...command: readonly string[]) => runToEnd(script, settings, ...command);
  const whole = await run('verify-log');
  expect(whole).toMatchObject({ code: 0 });
  expect(whole.sentences.join()).toMatch(/Loggen är hel: \d+ rader/);

  const person = await run('person', 'admin@example.se');
  const extract = JSON.parse(person.sentences.join('\n'));
  expect(extract).toMatchObject({ account: { id: session.me.user.id, name: 'Admin' } });
  expect(extract.records.promises).toEqual([story.promise.id]);
  expect(extract.log.map(({ event }: { event: string }) => event)).toContain('exported');
  expect(await run('person', 'Ingen')).toMatchObject({ code: 1 });

  const asJson = await run('incident', '--promise', story.promise.id, ...span, '--json');
  const incident = JSON.parse(asJson.sentences.join('\n'));
  expect(incident.people).toMatchObject([{ name: 'Admin', devices: [{}] }]);
  expect([incident.reads, incident.writes, incident.exports].map((list) => list.length)).toEqual([1, 1, 1]);
  const asTable = (await run('incident', '--person', 'Admin', ...span)).sentences.join('\n');
  for (const word of ['Enheter', 'Skrivet', 'Tagit ut', 'exported', 'pushed', 'Admin']) expect(asTable).toContain(word);
}

describe('what whoever runs the server asks the log on the embedded database', () => {
  test(
    'is answered while the server runs and when it rests, and an altered row is told',
    async () => {
      using folder = createDataFolder();
      const settings: Settings = { MLO_DATA: folder.path };
      const begun = await begin(settings);
      await askEverything(settings, begun);
      await end(begun.server);
      await askEverything(settings, begun);
      for (const wrong of [[], span, ['--person', 'Admin'], ['--promise', 'löfte', ...span]]) {
        const { sentences } = await runToEnd(script, settings, 'incident', ...wrong);
        expect(sentences[0]).toContain('npm run server:incident');
      }

      const look = lookIntoFolder(folder.path);
      await look(`UPDATE access_log SET facts = '{}' WHERE event = 'exported'`);
      const altered = await runToEnd(script, settings, 'verify-log');
      expect(altered.code).toBe(1);
      const [row] = (await look("SELECT n FROM access_log WHERE event = 'exported'")) as readonly { n: string }[];
      expect(altered.sentences[0]).toContain(`Rad ${row?.n} i ${begun.session.me.space.id}`);
      expect(await runToEnd(script, settings, 'verify-log', 'ankare')).toMatchObject({ code: 1 });
    },
    patience,
  );

  test(
    'says after a restore that rows are gone, and is trimmed at a start',
    async () => {
      using folder = createDataFolder();
      const settings: Settings = { MLO_DATA: folder.path };
      const begun = await begin(settings);
      const backup = await runToEnd(script, settings, 'backup');
      await end(begun.server);
      const dump = /\S+\.tar\.gz/.exec(backup.sentences[0] ?? '')?.[0] ?? '';
      expect(await runToEnd(script, settings, 'restore', dump)).toMatchObject({ code: 0 });
      const restored = await runToEnd(script, settings, 'verify-log');
      expect(restored).toMatchObject({ code: 0 });
      expect(restored.sentences[0]).toContain('En säkerhetskopia lades tillbaka');

      const look = lookIntoFolder(folder.path);
      // Everything is a year older; the chain is broken by that, which is not what is looked at here.
      await look(`UPDATE access_log SET at = at - 400 * 86400000::bigint`);
      const next = await startServerProcess(script, settings);
      await end(next);
      expect(next.lines.join('\n')).toContain('"event":"access-log-trimmed"');
      const left = (await look('SELECT event FROM access_log')) as readonly { event: string }[];
      expect(left).toEqual([{ event: 'trimmed' }]);
      expect(await runToEnd(script, settings, 'verify-log')).toMatchObject({ code: 0 });
      expect(await runToEnd(script, { ...settings, MLO_LOG_MONTHS: '0' })).toMatchObject({ code: 1 });
    },
    patience,
  );
});

describe.each(engines.filter((engine) => engine === 'postgres'))('what is asked of the log on %s', (_engine) => {
  test(
    'is answered while servers run; trimming is the owner’s',
    async () => {
      using folder = createScratchFolder();
      const { urls, drop } = await createEmptyPostgres();
      const server: Settings = { MLO_KEY: 'A'.repeat(43), DATABASE_URL: urls.server, MLO_DATA: folder.path };
      const settings = { ...server, DATABASE_OWNER_URL: urls.owner };
      const begun = await begin(settings);
      await askEverything(server, begun);
      const refused = await runToEnd(script, server, 'trim-log');
      const trimmed = await runToEnd(script, settings, 'trim-log');
      await end(begun.server);
      await drop();

      expect(refused.sentences[0]).toContain('DATABASE_OWNER_URL');
      expect(trimmed.sentences[0]).toContain('0 rader som var äldre än 12 månader');
    },
    patience,
  );
});
