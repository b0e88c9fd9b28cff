import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { peopleFailureSchema } from '#protocol/session.ts';
import { createPeopleClient, readLinkToken, toLinkAddress } from '#sync/people-client.ts';

const token = randomBytes(32).toString('base64url');
const toFetch =
  (answer: (request: Request) => Response | Promise<Response>): typeof fetch =>
  async (input, init) =>
    answer(new Request(new URL(String(input), 'http://localhost'), init));
const answering = (body: unknown, status = 200) => toFetch(() => Response.json(body, { status }));

describe('what comes instead of an answer', () => {
  test.each([
    ['no network', toFetch(() => Promise.reject(new TypeError('Failed to fetch')))],
    ['the page of a portal', toFetch(() => new Response('<html>Log in to the network</html>'))],
    ['a proxy’s error', toFetch(() => new Response('Bad gateway', { status: 502 }))],
    ['words of another protocol', answering({ ok: true })],
  ])('is told as a server that is away: %s', async (_name, fetchFromServer) => {
    const client = createPeopleClient(fetchFromServer);

    expect(await client.readPeople()).toEqual({ kind: 'failed', trouble: { kind: 'away' } });
    expect(await client.signOut(false)).toEqual({ kind: 'failed', trouble: { kind: 'away' } });
  });

  test('is told in the server’s own word where it has one', async () => {
    const bodies = [
      ...['malformed', 'wrong', 'signed-out', 'foreign-request', 'unknown-address', 'name-taken', 'last-admin'],
      ...['too-large', 'other-space', 'busy', 'fault'],
    ].map((kind) => ({ kind }));
    const more = [
      { kind: 'wait', seconds: 12 },
      { kind: 'password-unfit', issue: 'too-short' },
      { kind: 'provider-refused', reason: 'denied' },
    ];
    expect(bodies.length + more.length).toBe(peopleFailureSchema.def.options.length);
    for (const trouble of [...bodies, ...more]) {
      const client = createPeopleClient(answering(trouble, 400));
      expect(await client.signIn({ name: 'a', password: 'b', sharedDevice: true })).toEqual({
        kind: 'failed',
        trouble,
      });
    }
  });
});

test('every request says that it comes from our own page, and none has its secret in the address', async () => {
  const asked: { readonly url: string; readonly header: string | null; readonly type: string | null }[] = [];
  const client = createPeopleClient(
    toFetch(({ url, headers }) => {
      asked.push({ url, header: headers.get('x-mlo'), type: headers.get('content-type') });
      return Response.json({ kind: 'done' });
    }),
  );
  await client.previewLink(token);
  await client.acceptInvitation({ kind: 'join', token });
  await client.resetPassword({ token, password: 'fyra ord som ingen gissar' });
  await client.revokeMembership('a', 'b');

  expect(asked).toHaveLength(4);
  for (const { url, header, type } of asked) {
    expect(url).not.toContain(token);
    expect({ header, type }).toEqual({ header: '1', type: 'application/json' });
  }
});

test('a link holds its secret behind the #, and is read back from there only', () => {
  const address = new URL(toLinkAddress('https://loften.example', 'invitation', token));

  expect(address.pathname + address.search).toBe('/inbjudan');
  expect(readLinkToken(address.hash)).toBe(token);
  for (const hash of ['', '#', `#${token}x`, `#${token.slice(1)}`, '#a=b']) expect(readLinkToken(hash)).toBeUndefined();
});
