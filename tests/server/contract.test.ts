import { serve } from '@hono/node-server';
import { describe } from 'vitest';
import { openMockServer } from '#mocks/mock-server.ts';
import { startMockServer } from '#mocks/node.ts';
import { describeSharedServer } from '#tests/contract/shared-server.ts';
import { type EngineName, engines } from '#tests/support/server-databases.ts';
import { openTestServer, origin } from '#tests/support/test-server.ts';

/** A server with somebody signed in, and the headers that their browser adds. */
async function openSignedIn(engine: EngineName) {
  const server = await openTestServer(engine);
  const { browser } = await server.setUp();
  const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const toInit = (init: RequestInit = {}, from = origin): RequestInit => ({
    ...init,
    headers: { ...init.headers, cookie, origin: from, 'sec-fetch-site': 'same-origin' },
  });
  const demandClient = async (least: number) => {
    await server.look('UPDATE space SET min_client = $1', [least]);
  };
  return { server, toInit, demandClient };
}

describe.each(engines)('on %s', (engine) => {
  describeSharedServer('called as a function', async () => {
    const { server, toInit, demandClient } = await openSignedIn(engine);
    return {
      ask: async (path, init) => server.app.request(`${origin}${path}`, toInit(init)),
      demandClient,
      close: server.drop,
    };
  });

  describeSharedServer('over the network', async () => {
    const { server, toInit, demandClient } = await openSignedIn(engine);
    const listening = serve({ fetch: server.app.fetch, port: 0 });
    await new Promise((resolve) => listening.once('listening', resolve));
    const address = listening.address();
    const from = `http://localhost:${typeof address === 'object' && address ? address.port : 0}`;
    return {
      demandClient,
      ask: (path, init) => fetch(`${from}${path}`, toInit(init, from)),
      close: async () => {
        await new Promise((resolve) => listening.close(resolve));
        await server.drop();
      },
    };
  });
});

describeSharedServer('mocked inside the app', async () => {
  const { answer, database, identity, close } = await openMockServer();
  const mocked = startMockServer(() => 'none', answer);
  return {
    ask: (path, init) => fetch(`${origin}${path}`, init),
    demandClient: async (least) => {
      await database.inSpace(identity, (tx) =>
        tx.updateTable('space').set({ min_client: least }).where('id', '=', identity.spaceId).execute(),
      );
    },
    close: async () => {
      mocked.close();
      await close();
    },
  };
});
