import '#tests/support/node-storage.ts';
import { randomUUID } from 'node:crypto';
import { describe, expect, onTestFinished, test } from 'vitest';
import { tableNames } from '#domain/records/tables.ts';
import { authorHeader, exchangeAddress } from '#protocol/exchange-address.ts';
import type { PushEntry } from '#server/exchange/exchange-service.ts';
import { commitAction } from '#storage/commit-action.ts';
import type { Database } from '#storage/database.ts';
import { type Device, joinServer } from '#tests/simulation/exchange-ground.ts';
import { createStory, createTools, logWrite, toWrites } from '#tests/storage/records.ts';
import { reachRoutes } from '#tests/support/reach-routes.ts';
import { type EngineName, engines } from '#tests/support/server-databases.ts';
import { type Browser, openTestServer, origin } from '#tests/support/test-server.ts';

type Options = Parameters<typeof openTestServer>[2];

async function openServer(engine: EngineName, options?: Options) {
  const server = await openTestServer(engine, [], options);
  onTestFinished(server.drop);
  return server;
}

async function readAll(db: Database): Promise<unknown> {
  const rows = await Promise.all(tableNames.map((table) => db.table(table).orderBy('id').toArray()));
  return { rows, totals: await db.goalTotals.toArray() };
}

const save = (device: Device, number: number, ...writes: ReturnType<typeof toWrites>) =>
  commitAction(device.db, { label: 'record-created', writes }, createTools(number));

const emptyPull = () => ({ epoch: '', dev: randomUUID(), acked: 0, cursors: {} });

describe.each(engines)('on %s', (engine) => {
  test('two devices of two people come to the same rows and figures through the server', async () => {
    const { setUp, letIn } = await openServer(engine);
    const { browser, me } = await setUp();
    const story = createStory();
    const first = await joinServer(reachRoutes(browser, me.user.id), 1);
    await save(first, 1, ...toWrites(story), logWrite(story.log()));
    expect(await first.exchange()).toBe('resting');
    const grants = [{ scope: story.promise.id, role: 'editor', lens: 'full' }] as const;
    const other = await letIn(browser, 'Bo', grants);
    const second = await joinServer(reachRoutes(other.browser, other.me.user.id), 2);
    expect(await second.exchange()).toBe('resting');
    await save(second, 2, logWrite(story.log({ date: '2026-04-03' })));
    await save(first, 3, logWrite(story.log({ date: '2026-04-02' })));
    for (const device of [second, first, second]) expect(await device.exchange()).toBe('resting');
    expect(await first.db.progressLogs.count()).toBe(3);
    expect(await readAll(second.db)).toEqual(await readAll(first.db));
    expect(await first.db.outbox.count()).toBe(0);
  });

  test('whoever has no part in a promise gets nothing of it and changes nothing in it', async () => {
    const { setUp, letIn } = await openServer(engine);
    const { browser, me } = await setUp();
    const story = createStory();
    const first = await joinServer(reachRoutes(browser, me.user.id), 1);
    await save(first, 1, ...toWrites(story));
    await first.exchange();
    const stranger = await letIn(browser, 'Cia', [{ scope: me.space.id, role: 'editor', lens: 'full' }]);
    const reached = reachRoutes(stranger.browser, stranger.me.user.id);
    const pulled = await reached.pull(emptyPull());
    const epoch = pulled.kind === 'epoch' ? pulled.epoch : '';
    const cursors = { [`${story.promise.id}:full`]: 0 };
    expect(await reached.pull({ ...emptyPull(), epoch, cursors })).toMatchObject({ kind: 'pulled', rows: [] });
    const device = await joinServer(reached, 2);
    await device.db.promises.put((await first.db.promises.get(story.promise.id)) as never);
    await commitAction(
      device.db,
      {
        label: 'record-changed',
        writes: [{ kind: 'set', table: 'promises', id: story.promise.id, fields: { title: 'Mitt' } }],
      },
      createTools(2),
    );
    await device.exchange();
    const [refused] = await device.db.box.toArray();
    expect(refused?.outcomes[0]?.kind).toBe('rejected');
    await first.exchange();
    expect((await first.db.promises.get(story.promise.id))?.title).toBe(story.promise.title);
  });

  test('a device whose app is too old works on alone and keeps what waits, until the app is newer', async () => {
    const { setUp, look } = await openServer(engine);
    const { browser, me } = await setUp();
    const story = createStory();
    const device = await joinServer(reachRoutes(browser, me.user.id), 1);
    await save(device, 1, ...toWrites(story));
    expect(await device.exchange()).toBe('resting');
    await look('UPDATE space SET min_client = 2');
    await save(device, 2, logWrite(story.log()));
    expect(await device.exchange()).toBe('outdated');
    await save(device, 3, logWrite(story.log()));
    expect(await device.db.outbox.count()).toBe(2);
    await look('UPDATE space SET min_client = 1');
    expect(await device.exchange()).toBe('resting');
    expect(await device.db.outbox.count()).toBe(0);
    expect(await device.db.box.count()).toBe(0);
  });

  test('what is not asked rightly is answered in words and stores nothing', async () => {
    const { setUp, openBrowser } = await openServer(engine);
    const { browser, me } = await setUp();
    const author = { [authorHeader]: me.user.id };
    const ask = (body: unknown, headers: Record<string, string> = author, by = browser) =>
      by.ask('POST', exchangeAddress.push, { body, headers });
    expect(await ask({}, author, openBrowser())).toMatchObject({ status: 401, body: { kind: 'signed-out' } });
    expect(await ask({}, { [authorHeader]: randomUUID() })).toMatchObject({ status: 401 });
    expect(await ask({}, {})).toMatchObject({ status: 401 });
    expect(await ask({ epoch: '' })).toMatchObject({ status: 400, body: { kind: 'malformed' } });
    const long = { epoch: 'x'.repeat(2_000_000) };
    expect(await ask(long)).toMatchObject({ status: 413, body: { kind: 'too-large' } });
    const noop = { epoch: '', dev: randomUUID(), acked: 0, operations: [{ seq: 1 }] };
    expect(await ask(noop)).toMatchObject({ status: 200, body: { kind: 'epoch' } });
    expect(await ask({ ...noop, epoch: 'x' })).toMatchObject({ status: 409, body: { kind: 'epoch' } });
    for (let tries = 0; tries < 30; tries += 1) await ask(noop);
    const refused = await ask(noop);
    expect(refused).toMatchObject({ status: 429, body: { kind: 'wait' } });
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  test('a correction of what can be no log is refused, and what cannot be said as text breaks nothing', async () => {
    const { setUp } = await openServer(engine);
    const { browser, me } = await setUp();
    const story = createStory();
    const [scope, ent, dev] = [story.promise.id, story.log().id, randomUUID()];
    const reached = reachRoutes(browser, me.user.id);
    const pulled = await reached.pull({ ...emptyPull(), dev });
    const epoch = pulled.kind === 'epoch' ? pulled.epoch : '';
    const frame = { v: 1, sv: 1, id: ent, tx: ent, txi: 0, txn: 1, at: '2026-06-01T00:03:00.000Z' };
    const op = {
      ...frame,
      kind: 'correct',
      tbl: 'progressLogs',
      ent,
      scope,
      f: { corrects: { toString: '__proto__' } },
    };
    const pushed = await reached.push({ epoch, dev, acked: 0, operations: [{ seq: 1, op }] });

    expect(pushed).toMatchObject({ kind: 'pushed', lastSeq: 1 });
    const answer = await reached.pull({ ...emptyPull(), epoch, dev });
    expect(answer).toMatchObject({ outcomes: [{ seq: 1, id: ent, kind: 'rejected' }] });
  });

  test('a push is acknowledged when the journal has it, and not before', async () => {
    const entries: PushEntry[] = [];
    let isBroken = true;
    const journal = {
      append: (entry: PushEntry) => {
        if (isBroken) return Promise.reject(new Error('The disk is full'));
        entries.push(entry);
        return Promise.resolve();
      },
    };
    const { setUp } = await openServer(engine, { journal });
    const { browser, me } = await setUp();
    const reached = reachRoutes(browser, me.user.id);
    const device = await joinServer(reached, 1);
    await save(device, 1, ...toWrites(createStory()));
    const [pulled, waiting] = [await reached.pull(emptyPull()), await device.db.outbox.orderBy('seq').toArray()];
    const body = {
      epoch: pulled.kind === 'epoch' ? pulled.epoch : '',
      dev: randomUUID(),
      acked: 0,
      operations: waiting,
    };
    const push = () => browser.ask('POST', exchangeAddress.push, { body, headers: { [authorHeader]: me.user.id } });
    expect((await push()).status).toBe(500);
    isBroken = false;
    expect((await push()).status).toBe(200);
    const ids = waiting.map(({ op }) => op?.id);
    expect(entries).toEqual([{ spaceId: me.space.id, userId: me.user.id, operationIds: ids, body: expect.anything() }]);
  });
});

describe.each(engines)('the stream of hints on %s', (engine) => {
  test('says how far the space has come when somebody pushes, and ends with the session', async () => {
    const { setUp, app, exchange } = await openServer(engine);
    const { browser, me } = await setUp();
    const stream = await openStream(app, browser);
    expect(await stream.next()).toBe(': open');
    const device = await joinServer(reachRoutes(browser, me.user.id), 1);
    await save(device, 1, ...toWrites(createStory()));
    await device.exchange();
    const hint = JSON.parse((await stream.next())?.slice('data: '.length) ?? '');
    expect(hint).toEqual({ epoch: expect.any(String), version: expect.any(Number) });
    await browser.ask('DELETE', '/api/session', { body: { wipe: false } });
    let last = await stream.next();
    while (last !== undefined) last = await stream.next();
    expect(exchange.streams.count()).toBe(0);
  });

  test('is for our own page, and for three tabs', async () => {
    const { setUp, app, exchange } = await openServer(engine);
    const { browser } = await setUp();
    const foreign = await browser.ask('GET', exchangeAddress.events, { headers: { 'sec-fetch-site': 'cross-site' } });
    expect(foreign).toMatchObject({ status: 403, body: { kind: 'foreign-request' } });
    for (let tab = 0; tab < 5; tab += 1) await openStream(app, browser);
    expect(exchange.streams.count()).toBe(3);
  });
});

/** Reads a stream event by event; undefined when it has ended. */
async function openStream(
  app: { request: (url: string, init: RequestInit) => Response | Promise<Response> },
  browser: Browser,
) {
  const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const response = await app.request(`${origin}${exchangeAddress.events}`, {
    headers: { cookie, 'sec-fetch-site': 'same-origin' },
  });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  const next = async (): Promise<string | undefined> => {
    while (!text.includes('\n\n')) {
      const part = await reader?.read();
      if (part === undefined || part.done) return undefined;
      text += part.value;
    }
    const end = text.indexOf('\n\n');
    const event = text.slice(0, end);
    text = text.slice(end + 2);
    return event;
  };
  return { next };
}
