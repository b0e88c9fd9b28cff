import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { SignedIn } from '#protocol/session.ts';
import { findSession } from '#server/people/sessions.ts';
import { createSetUpLink } from '#server/people/set-up.ts';
import { engines } from '#tests/support/server-databases.ts';
import {
  type Browser,
  openTestServer,
  origin,
  password,
  type TestServer,
  toSignedIn,
  toToken,
} from '#tests/support/test-server.ts';

const minute = 60_000;
const wrong = { status: 401, body: { kind: 'wrong' } };
const gone = { status: 404, body: { kind: 'unknown-address' } };

describe.each(engines)('on %s', (engine) => {
  let server: TestServer;
  let admin: Browser;
  let me: SignedIn;
  let people = 0;

  beforeAll(async () => {
    server = await openTestServer(engine);
  });
  afterAll(() => server.drop());
  // Limits of one test are not those of the next.
  beforeEach(() => {
    server.clock.now += 60 * minute;
  });

  const signIn = (browser: Browser, name: string, secret = password, extra: object = {}) =>
    browser.ask('POST', '/api/session', { body: { name, password: secret, sharedDevice: false, ...extra } });
  const signAdminIn = async () => {
    admin = server.openBrowser();
    me = toSignedIn(await signIn(admin, 'admin@example.se'));
  };
  const letSomebodyIn = async () => {
    await signAdminIn();
    people += 1;
    const name = `person-${people}`;
    const newcomer = await server.letIn(admin, name, [{ scope: me.space.id, role: 'editor', lens: 'full' }]);
    return { ...newcomer, name: `${name}@example.se` };
  };

  describe('the first start', () => {
    const setUp = (token: string, change: object = {}) => {
      const browser = server.openBrowser();
      const body = { token, spaceName: 'Testkommunen', personName: 'Admin', name: 'Admin@example.se', password };
      return browser.ask('POST', '/api/session/set-up', { body: { ...body, sharedDevice: false, ...change } });
    };

    test('makes an administrator of whoever opens the newest link, once, within a day', async () => {
      const first = await createSetUpLink(server.people, origin);
      const second = await createSetUpLink(server.people, origin);

      expect(first).toMatch(/^http:\/\/localhost:4173\/kom-igang#[\w-]{43}$/);
      expect(await setUp(toToken(first))).toMatchObject(gone);
      server.clock.now += 24 * 60 * minute;
      expect(await setUp(toToken(second))).toMatchObject(gone);

      const token = toToken(await createSetUpLink(server.people, origin));
      expect(await setUp(token, { password: 'kort' })).toMatchObject({
        status: 422,
        body: { kind: 'password-unfit', issue: 'too-short' },
      });
      const [one, other] = await Promise.all([setUp(token), setUp(token)]);
      expect([one.status, other.status].sort()).toEqual([200, 404]);
      me = toSignedIn(one.status === 200 ? one : other);
      expect(me.memberships).toEqual([{ scope: me.space.id, role: 'admin', lens: 'full' }]);
      expect(me).toMatchObject({ user: { name: 'Admin' }, space: { name: 'Testkommunen' } });
      expect(await server.look('SELECT count(*)::int AS spaces FROM space')).toEqual([{ spaces: 1 }]);
    });

    test('has no link when somebody has an account', async () => {
      expect(await createSetUpLink(server.people, origin)).toBeUndefined();
    });
  });

  describe('a session', () => {
    test('begins with name and password, whatever the case of the name', async () => {
      const browser = server.openBrowser();
      const answer = await signIn(browser, ' ADMIN@example.se ');

      expect(toSignedIn(answer).user.name).toBe('Admin');
      expect(answer.headers.getSetCookie()).toEqual([
        expect.stringMatching(/^mlo-session=[\w-]{43}; Path=\/; Max-Age=43200; HttpOnly; SameSite=Strict$/),
      ]);
      expect(toSignedIn(await browser.ask('GET', '/api/session')).idleUntil).toBe(server.clock.now + 30 * minute);
    });

    test('says the same of a wrong password and of a name that nobody has', async () => {
      expect(await signIn(server.openBrowser(), 'admin@example.se', 'något helt annat')).toMatchObject(wrong);
      expect(await signIn(server.openBrowser(), 'nobody@example.se')).toMatchObject(wrong);
    });

    test('is stored as a hash and never as what the cookie holds', async () => {
      const browser = server.openBrowser();
      await signIn(browser, 'admin@example.se');
      const rows = await server.look('SELECT * FROM sign_in_session');

      expect(JSON.stringify(rows)).not.toContain(browser.cookies.get('mlo-session'));
      expect(rows.at(-1)?.token_hash).toMatch(/^[0-9a-f]{64}$/);
      expect(JSON.stringify(await server.look('SELECT * FROM sign_in_name'))).not.toContain(password);
    });

    test('is another one after each sign-in, and the one before is over', async () => {
      const browser = server.openBrowser();
      await signIn(browser, 'admin@example.se');
      const before = browser.cookies.get('mlo-session') ?? '';
      await signIn(browser, 'admin@example.se');

      expect(browser.cookies.get('mlo-session')).not.toBe(before);
      expect(await findSession(server.people, before)).toBeUndefined();
    });

    test('lives as long as it is used, and half an hour more, on a shared computer ten minutes', async () => {
      for (const [sharedDevice, idle] of [
        [false, 30],
        [true, 10],
      ] as const) {
        const browser = server.openBrowser();
        await signIn(browser, 'admin@example.se', password, { sharedDevice });
        for (let step = 0; step < 5; step += 1) {
          server.clock.now += (idle - 1) * minute;
          expect((await browser.ask('GET', '/api/people')).status).toBe(200);
        }
        server.clock.now += idle * minute;
        expect(await browser.ask('GET', '/api/people')).toMatchObject({ status: 401, body: { kind: 'signed-out' } });
      }
    });

    test('is over after twelve hours of use', async () => {
      const browser = server.openBrowser();
      await signIn(browser, 'admin@example.se');
      for (let step = 0; step < 28; step += 1) {
        server.clock.now += 25 * minute;
        expect((await browser.ask('GET', '/api/people')).status).toBe(200);
      }
      server.clock.now += 25 * minute;
      expect((await browser.ask('GET', '/api/people')).status).toBe(401);
    });

    test('is not kept alive by a stream that only looks whether it may go on', async () => {
      const browser = server.openBrowser();
      await signIn(browser, 'admin@example.se');
      const token = browser.cookies.get('mlo-session') ?? '';
      for (let step = 0; step < 29; step += 1) {
        server.clock.now += minute;
        expect(await findSession(server.people, token, false)).toBeDefined();
      }
      server.clock.now += minute;
      expect(await findSession(server.people, token, false)).toBeUndefined();
    });

    test('that was signed out of is worth nothing, even to somebody who kept its cookie', async () => {
      const browser = server.openBrowser();
      await signIn(browser, 'admin@example.se');
      const kept = new Map(browser.cookies);
      const answer = await browser.ask('DELETE', '/api/session', { body: { wipe: false } });

      expect(answer).toMatchObject({ status: 200, body: { kind: 'done' } });
      expect(answer.headers.get('clear-site-data')).toBeNull();
      expect(browser.cookies.size).toBe(0);
      for (const [name, value] of kept) browser.cookies.set(name, value);
      expect((await browser.ask('GET', '/api/people')).status).toBe(401);
    });

    test('ends with everything the browser stored only if the device asks for that', async () => {
      const browser = server.openBrowser();
      const answer = await browser.ask('DELETE', '/api/session', { body: { wipe: true } });

      expect(answer.headers.get('clear-site-data')).toBe('"cache", "storage"');
    });

    test('of everybody else of the same person can be ended', async () => {
      const [here, there] = [server.openBrowser(), server.openBrowser()];
      await signIn(here, 'admin@example.se');
      await signIn(there, 'admin@example.se');
      await here.ask('DELETE', '/api/session/others');

      expect((await here.ask('GET', '/api/people')).status).toBe(200);
      expect((await there.ask('GET', '/api/people')).status).toBe(401);
    });
  });

  describe('wrong passwords', () => {
    test('lock the name for a quarter of an hour, also for the right one, and nobody else', async () => {
      const { name } = await letSomebodyIn();
      for (let count = 0; count < 10; count += 1) {
        server.clock.now += 10_000;
        expect(await signIn(server.openBrowser(), name, 'fel fel fel fel')).toMatchObject(wrong);
      }
      const locked = await signIn(server.openBrowser(), name);

      expect(locked).toMatchObject({ status: 429, body: { kind: 'wait', seconds: 900 } });
      expect(locked.headers.get('retry-after')).toBe('900');
      expect((await signIn(server.openBrowser(), 'admin@example.se')).status).toBe(200);
      server.clock.now += 15 * minute;
      expect((await signIn(server.openBrowser(), name)).status).toBe(200);
    });

    test('lock a name that nobody has in the same way', async () => {
      for (let count = 0; count < 10; count += 1) {
        server.clock.now += 10_000;
        await signIn(server.openBrowser(), 'ghost@example.se', 'fel fel fel fel');
      }
      expect(await signIn(server.openBrowser(), 'ghost@example.se')).toMatchObject({
        status: 429,
        body: { kind: 'wait', seconds: 900 },
      });
    });

    test('lock an address that tries many names', async () => {
      for (let count = 0; count < 50; count += 1) {
        server.clock.now += 10_000;
        await server.openBrowser().ask('POST', '/api/session', {
          body: { name: `guess-${count}`, password: 'fel fel fel fel', sharedDevice: false },
          peer: '203.0.113.9',
        });
      }
      const ask = { body: { name: 'admin@example.se', password, sharedDevice: false } };

      expect((await server.openBrowser().ask('POST', '/api/session', { ...ask, peer: '203.0.113.9' })).status).toBe(
        429,
      );
      expect((await server.openBrowser().ask('POST', '/api/session', ask)).status).toBe(200);
    });

    test('are tried at most ten times a minute for one name', async () => {
      const statuses: number[] = [];
      for (let count = 0; count < 12; count += 1) {
        statuses.push((await signIn(server.openBrowser(), 'admin@example.se')).status);
      }
      expect(statuses).toEqual([...Array.from({ length: 10 }, () => 200), 429, 429]);
    });
  });

  describe('a new password', () => {
    const next = 'en helt annan mening';

    test('of one’s own ends every other session', async () => {
      const { browser, name } = await letSomebodyIn();
      const elsewhere = server.openBrowser();
      await signIn(elsewhere, name);

      expect(
        await browser.ask('POST', '/api/session/password', { body: { current: 'fel fel fel fel', next } }),
      ).toMatchObject(wrong);
      expect(
        await browser.ask('POST', '/api/session/password', { body: { current: password, next: 'kort' } }),
      ).toMatchObject({ status: 422 });
      expect(await browser.ask('POST', '/api/session/password', { body: { current: password, next } })).toMatchObject({
        status: 200,
        body: { kind: 'done' },
      });
      expect((await browser.ask('GET', '/api/people')).status).toBe(200);
      expect((await elsewhere.ask('GET', '/api/people')).status).toBe(401);
      expect(await signIn(server.openBrowser(), name)).toMatchObject(wrong);
      expect((await signIn(server.openBrowser(), name, next)).status).toBe(200);
    });

    test('by an administrator’s link ends every session and every lock, and the link works once', async () => {
      const { browser, me: them, name } = await letSomebodyIn();
      const link = await admin.ask('POST', `/api/people/${them.user.id}/reset`);
      const { token } = link.body as { token: string };
      for (let count = 0; count < 10; count += 1) {
        server.clock.now += 10_000;
        await signIn(server.openBrowser(), name, 'fel fel fel fel');
      }
      const reset = (secret: string) =>
        server.openBrowser().ask('POST', '/api/session/reset', { body: { token, password: secret } });

      const preview = await server.openBrowser().ask('POST', '/api/invitations/preview', { body: { token } });
      expect(preview.body).toMatchObject({ kind: 'reset', name });
      expect((await reset('kort')).status).toBe(422);
      expect(await reset(next)).toMatchObject({ status: 200, body: { kind: 'done' } });
      expect(await reset(next)).toMatchObject(gone);
      expect((await browser.ask('GET', '/api/people')).status).toBe(401);
      expect((await signIn(server.openBrowser(), name, next)).status).toBe(200);
    });

    test('cannot be had by a link that is older than a day, or that a newer one replaced', async () => {
      const { me: them } = await letSomebodyIn();
      const ask = async () => (await admin.ask('POST', `/api/people/${them.user.id}/reset`)).body as { token: string };
      const first = await ask();
      const second = await ask();
      const reset = (token: string) =>
        server.openBrowser().ask('POST', '/api/session/reset', { body: { token, password: next } });

      expect(await reset(first.token)).toMatchObject(gone);
      server.clock.now += 24 * 60 * minute;
      expect(await reset(second.token)).toMatchObject(gone);
    });
  });

  test('the log tells what was asked for and by whom, without names, secrets or addresses', async () => {
    const { browser, me: them, name } = await letSomebodyIn();
    await browser.ask('GET', `/api/unknown/${them.user.id}?secret=1`);
    const text = server.lines.join('\n');

    expect(text).toContain('"route":"/api/session"');
    expect(text).toMatch(/"user":"[0-9a-f]{12}"/);
    for (const secret of [name, password, them.user.id, them.space.id, '192.0.2.7', 'secret=1']) {
      expect(text).not.toContain(secret);
    }
    for (const value of browser.cookies.values()) expect(text).not.toContain(value);
  });
});
