import { type ServerType, serve } from '@hono/node-server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startMockServer } from '#mocks/node.ts';
import { PROTOCOL_VERSION, statusSchema } from '#protocol/status.ts';
import { createApp } from '#server/app.ts';

type Ask = (path: string) => Promise<Response>;

/** One of the three doors of the one server. */
interface Door {
  readonly name: string;
  readonly open: () => Ask | Promise<Ask>;
  readonly close: () => void;
}

let listening: ServerType;
let mocked: ReturnType<typeof startMockServer>;

const doors: readonly Door[] = [
  {
    name: 'called as a function',
    open: () => (path) => Promise.resolve(createApp({ version: '1.2.3' }).request(path)),
    close: () => undefined,
  },
  {
    name: 'mocked inside the app',
    open: () => {
      mocked = startMockServer();
      return (path) => fetch(new URL(path, 'http://localhost'));
    },
    close: () => mocked.close(),
  },
  {
    name: 'over the network',
    open: async () => {
      listening = serve({ fetch: createApp({ version: '1.2.3' }).fetch, port: 0 });
      await new Promise((resolve) => listening.once('listening', resolve));
      const address = listening.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      return (path) => fetch(new URL(path, `http://localhost:${port}`));
    },
    close: () => listening.close(),
  },
];

describe.each(doors)('the server, $name', ({ open, close }) => {
  let ask: Ask;

  beforeAll(async () => {
    ask = await open();
  });
  afterAll(close);

  test('says that it keeps nothing, and which protocol it speaks', async () => {
    const answer = await ask('/api/status');

    expect(answer.status).toBe(200);
    expect(statusSchema.parse(await answer.json())).toMatchObject({ backend: 'none', protocol: PROTOCOL_VERSION });
  });

  test('answers an unknown address with a reason that a program can read', async () => {
    const answer = await ask('/api/unknown');

    expect(answer.status).toBe(404);
    expect(await answer.json()).toEqual({ kind: 'unknown-address' });
  });

  test('lets none of its answers be stored', async () => {
    expect((await ask('/api/status')).headers.get('cache-control')).toBe('no-store');
  });
});
