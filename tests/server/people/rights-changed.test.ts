import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SignedIn } from '#protocol/session.ts';
import { leaseDays } from '#server/people/session-rules.ts';
import { engines } from '#tests/support/server-databases.ts';
import {
  type Browser,
  type Newcomer,
  openTestServer,
  password,
  type TestServer,
  toSignedIn,
} from '#tests/support/test-server.ts';

const day = 86_400_000;

/** What is done to somebody, by whom. In: the administrator's browser, the other's, and who they are. */
type Deed = (admin: Browser, them: Browser, id: string, scope: string) => Promise<unknown>;

const deeds: readonly (readonly [string, Deed])[] = [
  ['a right is given', (admin, _, id, scope) => admin.ask('PUT', toMembership(id, scope), { body: reader })],
  ['a right is taken', (admin, _, id, scope) => admin.ask('DELETE', toMembership(id, scope))],
  ['they sign out', (_, them) => them.ask('DELETE', '/api/session', { body: { wipe: false } })],
  ['they sign out everywhere else', (_, them) => them.ask('DELETE', '/api/session/others')],
  [
    'they choose a new password',
    (_, them) => them.ask('POST', '/api/session/password', { body: { current: password, next: `${password}!` } }),
  ],
  ['their sessions are ended', (admin, _, id) => admin.ask('DELETE', `/api/people/${id}/sessions`)],
  ['their account is ended', (admin, _, id) => admin.ask('DELETE', `/api/people/${id}`)],
];
const reader = { role: 'reader', lens: 'shared' };
const toMembership = (id: string, scope: string) => `/api/people/${id}/memberships/${scope}`;

describe.each(engines)('on %s', (engine) => {
  let server: TestServer;
  let admin: Browser;
  let me: SignedIn;
  let promise: string;

  beforeAll(async () => {
    server = await openTestServer(engine);
    ({ browser: admin, me } = await server.setUp());
    promise = randomUUID();
    await server.addPromise(me.space.id, promise);
  });
  afterAll(() => server.drop());

  describe('every server process hears whose rights to ask for again when', () => {
    test.each(deeds)('%s', async (name, act) => {
      const { browser, me: them }: Newcomer = await server.letIn(admin, name.replaceAll(' ', '-'), [
        { scope: promise, role: 'editor', lens: 'full' },
      ]);
      let stop = () => {};
      const heard = new Promise<string>((resolve) => {
        stop = server.database.listen((hint) => {
          if (hint.kind === 'person' && hint.userId === them.user.id) resolve(hint.spaceId);
        });
      });

      expect(await act(admin, browser, them.user.id, promise)).toMatchObject({ status: 200 });
      expect(await heard).toBe(me.space.id);
      stop();
    });
  });

  test('a device may stay away for fourteen days from its last contact', async () => {
    const first = toSignedIn(await admin.ask('GET', '/api/session'));
    server.clock.now += 60_000;
    const second = toSignedIn(await admin.ask('GET', '/api/session'));

    expect(first.leaseUntil).toBe(first.now + leaseDays.usual * day);
    expect(second.leaseUntil).toBe(first.leaseUntil + 60_000);
  });
});
