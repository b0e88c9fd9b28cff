import { describe, expect, it } from 'vitest';
import { createApp } from '#server/app.ts';
import { readStatus } from '#sync/read-status.ts';

const answering = (response: () => Response | Promise<Response>) => (async () => response()) as typeof fetch;

describe('asking the server what it is', () => {
  it('understands the real server', async () => {
    const app = createApp({ version: '1.2.3' });
    const status = await readStatus(((path: string) => app.request(path)) as typeof fetch);
    expect(status).toMatchObject({ backend: 'none', version: '1.2.3' });
  });

  it.each([
    ['a portal that answers with its own page', answering(() => new Response('<html>', { status: 200 }))],
    ['words that are not ours', answering(() => Response.json({ status: 'up' }))],
    ['no network', answering(() => Promise.reject(new TypeError('Failed to fetch')))],
  ])('takes %s as no server, and is quiet about it', async (_case, fetchFromServer) => {
    expect(await readStatus(fetchFromServer)).toBeUndefined();
  });
});
