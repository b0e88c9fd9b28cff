import '#tests/support/node-storage.ts';
import { randomUUID } from 'node:crypto';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type AccessLogAnswer, accessEvents, accessLogAnswerSchema } from '#protocol/access-log.ts';
import { verifyChain } from '#server/access-log/verify-chain.ts';
import type { PushEntry } from '#server/exchange/exchange-service.ts';
import { createReplay } from '#server/exchange/replay-push.ts';
import { commitAction } from '#storage/commit-action.ts';
import { joinServer } from '#tests/simulation/exchange-ground.ts';
import { createStory, createTools, logWrite, toWrites } from '#tests/storage/records.ts';
import { reachRoutes } from '#tests/support/reach-routes.ts';
import { type EngineName, engines } from '#tests/support/server-databases.ts';
import { type Browser, openTestServer, password } from '#tests/support/test-server.ts';

const canary = 'Kanariefågeln';

async function openServer(engine: EngineName, options?: Parameters<typeof openTestServer>[2]) {
  const server = await openTestServer(engine, [], options);
  onTestFinished(server.drop);
  return { ...server, ...(await server.setUp()) };
}

async function readLog(browser: Browser, query = ''): Promise<AccessLogAnswer> {
  const { status, body } = await browser.ask('GET', `/api/log${query}`);
  expect(status).toBe(200);
  return accessLogAnswerSchema.parse(body);
}
const listEvents = ({ entries }: AccessLogAnswer) => entries.map(({ event }) => event).reverse();

describe.each(engines)('the log on %s', (engine) => {
  test('tells what is done to people, by whom and to whom', async () => {
    const { browser, me, letIn, openBrowser, lines } = await openServer(engine);
    const story = createStory();
    const bo = await letIn(browser, 'Bo', [{ scope: me.space.id, role: 'editor', lens: 'full' }]);
    const path = `/api/people/${bo.me.user.id}`;
    const invited = await browser.ask('POST', '/api/invitations', {
      body: { grants: [{ scope: me.space.id, role: 'reader', lens: 'full' }] },
    });
    await browser.ask('DELETE', `/api/invitations/${(invited.body as { id: string }).id}`);
    const wrong = openBrowser();
    await wrong.ask('POST', '/api/session', {
      body: { name: 'bo@example.se', password: 'fel fel', sharedDevice: false },
    });
    await wrong.ask('POST', '/api/session', {
      body: { name: 'ingen@example.se', password: 'fel', sharedDevice: false },
    });
    await wrong.ask('POST', '/api/session', { body: { name: 'bo@example.se', password, sharedDevice: true } });
    await wrong.ask('DELETE', '/api/session', { body: { wipe: false } });
    const next = 'en helt ny lång mening';
    await bo.browser.ask('POST', '/api/session/password', { body: { current: password, next } });
    await browser.ask('GET', '/api/people');
    await browser.ask('POST', `${path}/reset`);
    await browser.ask('POST', '/api/log/exports', { body: { what: 'report', format: 'pdf', rows: 3 } });
    await browser.ask('DELETE', `${path}/sessions`);
    await browser.ask('DELETE', `${path}/memberships/${me.space.id}`);
    await browser.ask('DELETE', path);
    const log = await readLog(browser);

    expect(listEvents(log)).toEqual(
      [
        ['set-up', 'role-given', 'invited', 'role-given', 'invitation-accepted', 'invited', 'invitation-withdrawn'],
        ['sign-in-failed', 'sign-in', 'sign-out', 'password-changed', 'people-read', 'reset-link-made', 'exported'],
        ['sessions-ended', 'role-taken', 'account-ended', 'log-read'],
      ].flat(),
    );
    const failed = log.entries.find(({ event }) => event === 'sign-in-failed');
    expect(failed).toMatchObject({ who: null, about: bo.me.user.id, facts: {} });
    expect(log.names).toEqual({ [me.user.id]: 'Admin', [bo.me.user.id]: 'Bo' });
    expect(log.entries.every(({ event }) => (accessEvents as readonly string[]).includes(event))).toBe(true);
    expect(lines.join('\n')).not.toContain('example.se');
    expect(story).toBeDefined();
  });

  test('tells which rows a push was about and what became of them, and never a word of them', async () => {
    const { browser, me, letIn, look } = await openServer(engine);
    const story = createStory();
    const device = await joinServer(reachRoutes(browser, me.user.id), 1);
    await commitAction(device.db, { label: 'record-created', writes: toWrites(story) }, createTools(1));
    const log = story.log({ note: canary });
    await commitAction(device.db, { label: 'log-created', writes: [logWrite(log)] } as never, createTools(2));
    await device.exchange();
    const reader = await letIn(browser, 'Cia', [{ scope: story.promise.id, role: 'reader', lens: 'shared' }]);
    const second = await joinServer(reachRoutes(reader.browser, reader.me.user.id), 2);
    await second.exchange();
    await second.exchange();
    const told = await readLog(browser);
    const texts = await look("SELECT string_agg(facts, ' ') AS text FROM access_log");

    const pushed = told.entries.filter(({ event }) => event === 'pushed').map(({ facts }) => facts);
    const rows = Object.assign({}, ...pushed.map((facts) => facts.rows));
    expect(Object.keys(rows)).toEqual(
      expect.arrayContaining(['create promises applied', 'append progressLogs applied']),
    );
    expect(rows['append progressLogs applied']).toContain(log.id);
    expect(pushed.at(-1)?.scopes).toEqual([story.promise.id]);
    const reads = told.entries.filter(({ event, who }) => event === 'read' && who === reader.me.user.id);
    expect(reads.map(({ facts }) => facts.scopes)).toContainEqual({ [`${story.promise.id}:shared`]: 'whole' });
    // However often the same device asks in one session, each way of reading is told once.
    const ways = reads.map(({ facts }) => JSON.stringify(facts));
    expect(new Set(ways).size).toBe(ways.length);
    expect(String(texts[0]?.text)).not.toContain(canary);
    expect(String(texts[0]?.text)).toContain(log.id);
  });

  test('tells what was played again from the journal as that, under its author', async () => {
    const entries: PushEntry[] = [];
    const journal = { append: async (entry: PushEntry) => void entries.push(entry) };
    const { browser, me, look, exchange } = await openServer(engine, { journal });
    const device = await joinServer(reachRoutes(browser, me.user.id), 1);
    await commitAction(device.db, { label: 'record-created', writes: toWrites(createStory()) }, createTools(1));
    await device.exchange();
    await look(
      'DELETE FROM op_result; DELETE FROM op_sequence; DELETE FROM history; DELETE FROM record; DELETE FROM device',
    );
    for (const entry of entries) await createReplay(exchange)(entry);
    const [, played] = (await readLog(browser)).entries;

    expect(entries).toHaveLength(1);
    expect(played).toMatchObject({ event: 'pushed', who: me.user.id, facts: { replayed: true } });
  });

  test('a page that names a made-up cursor or place is told like any other', async () => {
    const { browser, me, addPromise } = await openServer(engine);
    const id = createStory().promise.id;
    await addPromise(me.space.id, id);
    await browser.ask('PUT', `/api/people/${me.user.id}/memberships/${id}`, { body: { role: 'admin', lens: 'full' } });
    const reached = reachRoutes(browser, me.user.id);
    const dev = randomUUID();
    const first = await reached.pull({ epoch: '', dev, acked: 0, cursors: {} });
    const epoch = first.kind === 'epoch' ? first.epoch : '';
    const page = { start: 0, began: 1, horizon: 0, scopes: [`${id}:full` as const] };
    await reached.pull({ epoch, dev, acked: 0, cursors: { [`${id}:full`]: 0 }, page });
    await reached.pull({ epoch, dev: randomUUID(), acked: 0, cursors: { [`${id}:full`]: 1 } });
    const { entries } = await readLog(browser);

    const reads = entries.filter(({ event }) => event === 'read').map(({ facts }) => facts.scopes);
    expect(reads).toEqual([{ [`${id}:full`]: 'changes' }, { [`${id}:full`]: 'whole' }]);
  });

  test('tells what was refused, and reads the first of two parameters of one name', async () => {
    const { browser, me, letIn } = await openServer(engine);
    const story = createStory();
    const stranger = await letIn(browser, 'Cia', [{ scope: me.space.id, role: 'editor', lens: 'full' }]);
    const owner = await joinServer(reachRoutes(browser, me.user.id), 1);
    await commitAction(owner.db, { label: 'record-created', writes: toWrites(story) }, createTools(1));
    await owner.exchange();
    const device = await joinServer(reachRoutes(stranger.browser, stranger.me.user.id), 2);
    await device.db.promises.put((await owner.db.promises.get(story.promise.id)) as never);
    const change = { kind: 'set', table: 'promises', id: story.promise.id, fields: { title: canary } } as const;
    await commitAction(device.db, { label: 'record-changed', writes: [change] }, createTools(2));
    await device.exchange();
    const { entries } = await readLog(browser, `?person=${stranger.me.user.id}&person=${me.user.id}`);

    const pushed = entries.filter(({ event }) => event === 'pushed');
    expect(pushed.map(({ facts }) => facts.rows)).toEqual([{ 'set promises rejected': [story.promise.id] }]);
    expect(JSON.stringify(entries)).not.toContain(canary);
  });

  test('is searched by person and by time, and page by page', async () => {
    const { browser, me, letIn, clock } = await openServer(engine);
    const bo = await letIn(browser, 'Bo', [{ scope: me.space.id, role: 'editor', lens: 'full' }]);
    const start = clock.now;
    clock.now += 1000;
    for (let count = 0; count < 120; count += 1) {
      await bo.browser.ask('POST', '/api/log/exports', {
        body: { what: 'table', format: 'csv' },
        peer: `10.0.0.${count}`,
      });
    }
    const first = await readLog(browser, `?person=${bo.me.user.id}`);
    const second = await readLog(browser, `?person=${bo.me.user.id}&before=${first.entries.at(-1)?.n}`);
    const early = await readLog(browser, `?from=0&to=${start + 1}`);

    expect(first.more).toBe(true);
    // The search itself is about this person, and comes first.
    expect(first.entries.map(({ event }) => event)).toEqual([
      'log-read',
      ...Array.from({ length: 99 }, () => 'exported'),
    ]);
    expect(second.more).toBe(false);
    expect(second.entries.map(({ event }) => event).slice(-2)).toEqual(['invitation-accepted', 'role-given']);
    expect(listEvents(early)).toEqual(['set-up', 'role-given', 'invited', 'role-given', 'invitation-accepted']);
  });

  test('whoever asks it together fills it without a gap', async () => {
    const { browser, me, database } = await openServer(engine);
    const asks = Array.from({ length: 30 }, () =>
      browser.ask('POST', '/api/log/exports', { body: { what: 'calendar', format: 'ics' } }),
    );
    const answers = await Promise.all(asks);
    const report = await verifyChain(database, me.space.id);

    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    expect(report).toMatchObject({ rows: 32, faults: [], last: { n: 32 } });
  });

  test('everybody reads what is stored about them, and that they did is told', async () => {
    const { browser, me, letIn } = await openServer(engine);
    const bo = await letIn(browser, 'Bo', [{ scope: me.space.id, role: 'editor', lens: 'full' }]);
    const story = createStory();
    const device = await joinServer(reachRoutes(bo.browser, bo.me.user.id), 1);
    await commitAction(device.db, { label: 'record-created', writes: toWrites(story) }, createTools(1));
    await device.exchange();
    const { body, status } = await bo.browser.ask('GET', '/api/session/extract');
    const text = JSON.stringify(body);

    expect(status).toBe(200);
    expect(body).toMatchObject({
      kind: 'extract',
      account: { id: bo.me.user.id, name: 'Bo', ended_at: null },
      signIn: { names: [{ name: 'bo@example.se' }], identities: [] },
      sessions: [{ sharedDevice: false }],
      records: { promises: [story.promise.id] },
    });
    const { devices, log } = body as { devices: readonly { operations: number }[]; log: readonly { event: string }[] };
    expect(devices.map(({ operations }) => operations)).toEqual([expect.any(Number)]);
    expect(log[0]?.event).toBe('extract-read');
    expect(log.map(({ event }) => event)).toContain('pushed');
    expect(text).not.toContain('scrypt$');
    for (const value of bo.browser.cookies.values()) expect(text).not.toContain(value);
  });
});
