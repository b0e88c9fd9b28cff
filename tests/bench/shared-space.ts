/** A server with a space full of logs, and beside it the least that could do the same work: what sharing is measured on. */
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { sql } from 'kysely';
import { type MockServer, openMockServer } from '#mocks/mock-server.ts';
import { authorHeader, exchangeAddress, ownPageHeader } from '#protocol/exchange-address.ts';
import { createApp } from '#server/app.ts';
import { readFolder } from '#server/node/read-built-app.ts';
import { openPostgresGround, type PostgresGround } from '#tests/support/mock-on-postgres.ts';
import { createCouchRoutes } from './couch-routes.ts';
import { fillSpace, listRows } from './fill-space.ts';
import type { EngineName } from './options.ts';

export interface SharedSpace {
  /** Origins of the app and of the floors, each with the server's addresses behind it. */
  readonly app: string;
  readonly floors: string;
  /** Where they were asked for. */
  readonly peers: string | undefined;
  /** How many rows lie there at first. */
  readonly rows: number;
  readonly userId: string;
  readonly spaceId: string;
  /** Another device saves a log. Resolves when the server has it. */
  readonly change: (log: Row & Readonly<Record<string, unknown>>) => Promise<unknown>;
  /** Ends every connection of the app, streams and all, as a network does that goes away for a moment. */
  readonly cut: () => void;
  readonly close: () => Promise<void>;
}

interface Row {
  readonly id: string;
  readonly promiseId: string;
}

const perPage = 1000;

/** Both keep what they have in memory, or as good as: what is measured is work, not a disk. */
const grounds: Readonly<Record<EngineName, () => Promise<PostgresGround>>> = {
  pglite: async () => ({ open: (now) => openMockServer({ now }), stop: async () => undefined }),
  postgres: openPostgresGround,
};

interface SpaceOptions {
  readonly engine: EngineName;
  /** Whether the peers are to find their rows too. */
  readonly peers: boolean;
}

/** In: how many logs lie on the server, and in which database. Out: the server, on a free port for each origin. */
export async function openSharedSpace(logs: number, { engine, peers: withPeers }: SpaceOptions): Promise<SharedSpace> {
  const ground = await grounds[engine]();
  // A clock of its own would make people wait: here everything is asked for at once.
  let clock = Date.now();
  const server = await ground.open(() => (clock += 500));
  const rows = listRows(logs);
  await fillSpace(server.database, [server.identity], rows);
  const change = createChanger(server);
  const bench = createBenchRoutes(server, rows, change);
  const app = await listen(server, bench, 'dist/bench');
  const floors = await listen(server, bench, 'dist/floors');
  if (withPeers) {
    const documents = rows.map(({ row: { id, ...fields } }) => ({ id, fields }));
    bench.route('/bench', await createCouchRoutes(server.database, documents));
  }
  const peers = withPeers ? await listen(server, bench, 'dist/peers') : undefined;
  return {
    app: app.address,
    floors: floors.address,
    peers: peers?.address,
    rows: rows.length,
    userId: server.identity.userId,
    spaceId: server.identity.spaceId,
    change,
    cut: app.cut,
    close: async () => {
      app.close();
      floors.close();
      peers?.close();
      await server.close();
      await ground.stop();
    },
  };
}

/** `/bench`: what the floors ask, and another device that saves something. */
function createBenchRoutes(server: MockServer, rows: ReturnType<typeof listRows>, change: SharedSpace['change']): Hono {
  const pages: string[] = [];
  for (let from = 0; from < rows.length; from += perPage) pages.push(JSON.stringify(rows.slice(from, from + perPage)));
  const streams = new Set<(text: string) => void>();
  const upsert = (text: string) =>
    server.database.inSpace(server.identity, (tx) =>
      sql`
        INSERT INTO record (space, tbl, id, scope, version, fields)
        SELECT ${server.identity.spaceId}, 'floor', id, scope, 0, fields
        FROM jsonb_to_recordset(${text}::jsonb) AS given (id uuid, scope uuid, fields jsonb)
        ON CONFLICT (space, tbl, id) DO UPDATE SET fields = excluded.fields
      `.execute(tx),
    );
  const bench = new Hono();
  bench.get('/bench/rows/:page', (context) => {
    const page = pages[Number(context.req.param('page'))];
    return page === undefined
      ? context.body(null, 204)
      : context.body(page, 200, { 'content-type': 'application/json' });
  });
  bench.post('/bench/upsert', async (context) => {
    await upsert(await context.req.text());
    return context.json({ kind: 'stored' });
  });
  bench.get('/bench/upserted', async (context) => {
    const count = await server.database.inSpace(server.identity, (tx) =>
      sql<{
        count: string;
      }>`SELECT count(*) FROM record WHERE space = ${server.identity.spaceId} AND tbl = 'floor'`.execute(tx),
    );
    return context.json(Number(count.rows[0]?.count));
  });
  bench.post('/bench/emit', async (context) => {
    const text = await context.req.text();
    await upsert(`[${text}]`);
    for (const write of streams) write(`data: ${text}\n\n`);
    return context.json({ kind: 'sent' });
  });
  bench.get('/bench/events', (context) => {
    const encoder = new TextEncoder();
    let write = (_text: string) => {};
    const stream = new ReadableStream({
      start: (controller) => {
        write = (text) => controller.enqueue(encoder.encode(text));
        write(': open\n\n');
        streams.add(write);
      },
      // A page of an earlier repetition is gone, and writing to it would keep those after it from hearing anything.
      cancel: () => {
        streams.delete(write);
      },
    });
    return context.body(stream, 200, { 'content-type': 'text/event-stream' });
  });
  bench.post('/bench/change', async (context) => context.json(await change(await context.req.json())));
  return bench;
}

/** A device of somebody else's, which saves one log at a time. */
function createChanger({ answer, identity }: MockServer): SharedSpace['change'] {
  const dev = crypto.randomUUID();
  let epoch = '';
  let seq = 0;
  const ask = async (path: string, body: object) => {
    const headers = {
      'content-type': 'application/json',
      [ownPageHeader]: '1',
      [authorHeader]: identity.userId,
    };
    const request = new Request(`http://localhost${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
    return (await answer(request)).json() as Promise<Record<string, unknown>>;
  };
  return async (log) => {
    if (epoch === '') {
      const first = await ask(exchangeAddress.pull, { epoch, dev, acked: 0, cursors: {} });
      epoch = String(first.epoch);
    }
    seq += 1;
    const { id, promiseId, ...f } = log;
    const place = { v: 1, sv: 1, id, tx: id, txi: 0, txn: 1, kind: 'append', tbl: 'progressLogs', ent: id };
    const op = { ...place, scope: promiseId, f, at: new Date().toISOString() };
    const answer = await ask(exchangeAddress.push, { epoch, dev, acked: 0, operations: [{ seq, op }] });
    // Whoever waits for a change that the server did not take waits for ever.
    if (answer.kind !== 'pushed') throw new Error(`The other device was answered ${JSON.stringify(answer)}`);
    return answer;
  };
}

async function listen(server: MockServer, bench: Hono, folder: string) {
  const app = createApp({ version: 'bench', files: readFolder(folder) });
  const route = (request: Request) => {
    const { pathname } = new URL(request.url);
    if (pathname.startsWith('/bench/')) return bench.fetch(request);
    return pathname.startsWith('/api/') ? server.answer(request) : app.fetch(request);
  };
  const listening = serve({ fetch: route, port: 0 });
  await new Promise((resolve) => listening.once('listening', resolve));
  const address = listening.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const cut = () => 'closeAllConnections' in listening && listening.closeAllConnections();
  return { address: `http://localhost:${port}`, close: () => listening.close(), cut };
}
