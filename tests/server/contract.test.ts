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
  return { server, toInit };
}

describe.each(engines)('on %s', (engine) => {
  describeSharedServer('called as a function', async () => {
    const { server, toInit } = await openSignedIn(engine);
    return {
      ask: async (path, init) => server.app.request(`${origin}${path}`, toInit(init)),
      close: server.drop,
    };
  });

  describeSharedServer('over the network', async () => {
    const { server, toInit } = await openSignedIn(engine);
    const listening = serve({ fetch: server.app.fetch, port: 0 });
    await new Promise((resolve) => listening.once('listening', resolve));
    const address = listening.address();
    const from = `http://localhost:${typeof address === 'object' && address ? address.port : 0}`;
    return {
      ask: (path, init) => fetch(`${from}${path}`, toInit(init, from)),
      close: async () => {
        await new Promise((resolve) => listening.close(resolve));
        await server.drop();
      },
    };
  });
});

describeSharedServer('mocked inside the app', async () => {
  const { answer, close } = await openMockServer();
  const mocked = startMockServer(() => 'none', answer);
  return {
    ask: (path, init) => fetch(`${origin}${path}`, init),
    close: async () => {
      mocked.close();
      await close();
    },
  };
});
