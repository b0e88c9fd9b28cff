import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Role } from '#domain/delivery/scope-key.ts';
import type { Membership } from '#protocol/membership.ts';
import type { LinkAnswer, Person } from '#protocol/people.ts';
import type { SignedIn } from '#protocol/session.ts';
import { readActor, toExchangeActor } from '#server/people/memberships.ts';
import { engines } from '#tests/support/server-databases.ts';
import { type Browser, openTestServer, password, type TestServer, toSignedIn } from '#tests/support/test-server.ts';

const day = 86_400_000;
const gone = { status: 404, body: { kind: 'unknown-address' } };
const done = { status: 200, body: { kind: 'done' } };

describe.each(engines)('on %s', (engine) => {
  let server: TestServer;
  let admin: Browser;
  let me: SignedIn;
  let promise: string;
  let people = 0;

  beforeAll(async () => {
    server = await openTestServer(engine);
    ({ browser: admin, me } = await server.setUp());
  });
  afterAll(() => server.drop());
  beforeEach(async () => {
    // Limits of one test are not those of the next; the administrator signs in as on any day.
    server.clock.now += 3_600_000;
    await admin.ask('POST', '/api/session', { body: { name: 'admin@example.se', password, sharedDevice: false } });
    promise = randomUUID();
    await server.addPromise(me.space.id, promise);
  });

  const member = (role: Role, scope = promise): Membership => ({
    scope,
    role,
    lens: role === 'reader' ? 'shared' : 'full',
  });
  const letIn = (...grants: readonly Membership[]) => {
    people += 1;
    return server.letIn(admin, `person-${people}`, grants);
  };
  const invite = (by: Browser, ...grants: readonly Membership[]) =>
    by.ask('POST', '/api/invitations', { body: { grants } });
  const inviteWell = async (...grants: readonly Membership[]) => (await invite(admin, ...grants)).body as LinkAnswer;
  const accept = (token: string, browser = server.openBrowser(), name = `new-${people++}@example.se`) =>
    browser.ask('POST', '/api/invitations/accept', {
      body: { kind: 'password', token, personName: 'Ny', name, password, sharedDevice: false },
    });
  const setRole = (by: Browser, id: string, role: Role, scope = promise) =>
    by.ask('PUT', `/api/people/${id}/memberships/${scope}`, { body: { role, lens: member(role).lens } });
  const readVersion = async () => Number((await server.look('SELECT version FROM space'))[0]?.version);
  const readRights = async (browser: Browser) => toSignedIn(await browser.ask('GET', '/api/session')).memberships;

  describe('an invitation', () => {
    test('says what it is for, and makes an account with exactly what it gives', async () => {
      const { token, endsAt } = await inviteWell(member('editor'));
      const preview = await server.openBrowser().ask('POST', '/api/invitations/preview', { body: { token } });

      expect(preview.body).toEqual({
        ...{ kind: 'invitation', spaceId: me.space.id, spaceName: 'Testkommunen' },
        ...{ grants: [member('editor')], providers: [], endsAt },
      });
      expect(endsAt).toBe(server.clock.now + 14 * day);
      expect(toSignedIn(await accept(token)).memberships).toEqual([member('editor')]);
    });

    test('is used once, by whoever comes first', async () => {
      const { token } = await inviteWell(member('editor'));
      const statuses = await Promise.all([accept(token), accept(token), accept(token)]);

      expect(statuses.map(({ status }) => status).sort()).toEqual([200, 404, 404]);
      expect(await accept(token)).toMatchObject(gone);
    });

    test('ends after fourteen days', async () => {
      const { token } = await inviteWell(member('editor'));
      server.clock.now += 14 * day;

      expect(await accept(token)).toMatchObject(gone);
    });

    test('can be taken back, and is gone then', async () => {
      const { token, id } = await inviteWell(member('editor'));
      const list = (await admin.ask('GET', '/api/invitations')).body as { invitations: { id: string }[] };

      expect(list.invitations.map((one) => one.id)).toContain(id);
      expect(JSON.stringify(list)).not.toContain(token);
      expect(await admin.ask('DELETE', `/api/invitations/${id}`)).toMatchObject(done);
      expect(await admin.ask('DELETE', `/api/invitations/${id}`)).toMatchObject(gone);
      expect(await accept(token)).toMatchObject(gone);
    });

    test('outlives an attempt with a name that is taken, and then says so', async () => {
      const { token } = await inviteWell(member('editor'));

      expect(await accept(token, server.openBrowser(), 'ADMIN@example.se')).toMatchObject({
        status: 409,
        body: { kind: 'name-taken' },
      });
      expect((await accept(token)).status).toBe(200);
    });

    test('gives somebody who has an account more, and never less', async () => {
      const { browser } = await letIn(member('manager'));
      const other = randomUUID();
      await server.addPromise(me.space.id, other);
      const { token } = await inviteWell(member('reader'), member('editor', other));
      const joined = await browser.ask('POST', '/api/invitations/accept', { body: { kind: 'join', token } });

      expect(new Set(toSignedIn(joined).memberships)).toEqual(new Set([member('manager'), member('editor', other)]));
      expect(await browser.ask('POST', '/api/invitations/accept', { body: { kind: 'join', token } })).toMatchObject(
        gone,
      );
    });

    test('is joined by somebody who is signed in only', async () => {
      const { token } = await inviteWell(member('editor'));
      const stranger = server.openBrowser();

      expect((await stranger.ask('POST', '/api/invitations/accept', { body: { kind: 'join', token } })).status).toBe(
        401,
      );
    });

    test('leaves out a promise that was removed meanwhile', async () => {
      const { token } = await inviteWell(member('editor'), member('reader', me.space.id));
      await server.look("UPDATE record SET deleted_at = 'now' WHERE id = $1", [promise]);

      expect(toSignedIn(await accept(token)).memberships).toEqual([member('reader', me.space.id)]);
    });

    test('is not made for a promise that is not there', async () => {
      expect(await invite(admin, member('editor', randomUUID()))).toMatchObject(gone);
      await server.look("UPDATE record SET deleted_at = 'now' WHERE id = $1", [promise]);
      expect(await invite(admin, member('editor'))).toMatchObject(gone);
    });

    test('falls when the account of whoever made it ends', async () => {
      const { browser, me: them } = await letIn(member('manager'));
      const { token } = (await invite(browser, member('editor'))).body as LinkAnswer;
      expect(await admin.ask('DELETE', `/api/people/${them.user.id}`)).toMatchObject(done);

      expect(await accept(token)).toMatchObject(gone);
    });

    test.each([
      ['nothing to give', []],
      ['an unknown role', [{ scope: randomUUID(), role: 'owner', lens: 'full' }]],
      ['a lens that does not fit', [{ scope: randomUUID(), role: 'editor', lens: 'shared' }]],
      ['a field of its own', [{ scope: randomUUID(), role: 'reader', lens: 'shared', version: 1 }]],
      ['something that is no id', [{ scope: '../..', role: 'reader', lens: 'shared' }]],
    ])('is malformed with %s', async (_name, grants) => {
      expect(await admin.ask('POST', '/api/invitations', { body: { grants } })).toMatchObject({
        status: 400,
        body: { kind: 'malformed' },
      });
    });
  });

  describe('a right', () => {
    test('given, changed or taken is one version of the space, and on record with who decided', async () => {
      const { browser, me: them } = await letIn(member('reader', me.space.id));
      const before = await readVersion();

      expect(await setRole(admin, them.user.id, 'editor')).toMatchObject(done);
      expect(await setRole(admin, them.user.id, 'manager')).toMatchObject(done);
      expect(await setRole(admin, them.user.id, 'manager')).toMatchObject(done);
      expect(await admin.ask('DELETE', `/api/people/${them.user.id}/memberships/${promise}`)).toMatchObject(done);
      expect(await readVersion()).toBe(before + 3);
      expect(await readRights(browser)).toEqual([member('reader', me.space.id)]);
      expect(
        await server.look(
          'SELECT role, version::int, changed_by FROM member_change WHERE user_id = $1 AND scope = $2 ORDER BY version',
          [them.user.id, promise],
        ),
      ).toEqual([
        { role: 'editor', version: before + 1, changed_by: me.user.id },
        { role: 'manager', version: before + 2, changed_by: me.user.id },
        { role: null, version: before + 3, changed_by: me.user.id },
      ]);
      expect(
        await server.look(
          'SELECT version::int, revoked_at IS NOT NULL AS over FROM member WHERE user_id = $1 AND scope = $2',
          [them.user.id, promise],
        ),
      ).toEqual([{ version: before + 3, over: true }]);
    });

    test('that was taken can be given again', async () => {
      const { browser, me: them } = await letIn(member('editor'));
      await admin.ask('DELETE', `/api/people/${them.user.id}/memberships/${promise}`);
      expect(await readRights(browser)).toEqual([]);
      await setRole(admin, them.user.id, 'reader');

      expect(await readRights(browser)).toEqual([member('reader')]);
    });

    test('is told to other servers and devices when it changes', async () => {
      const { me: them } = await letIn(member('editor'));
      const heard = new Promise((resolve) => {
        const stop = server.database.listen((hint) => {
          stop();
          resolve(hint);
        });
        // The line may be open only after a first change; each of them tells.
        const poke = (): Promise<unknown> =>
          setRole(admin, them.user.id, 'reader').then(() => setRole(admin, them.user.id, 'editor'));
        void poke().then(poke);
      });

      expect(await heard).toMatchObject({ kind: expect.stringMatching(/^(changed|missed)$/) });
    });

    test('in the space itself lets begin promises, but for who only reads', async () => {
      for (const [role, may] of [
        ['reader', false],
        ['editor', true],
      ] as const) {
        const { me: them } = await letIn(member(role, me.space.id), member('manager'));
        const identity = { spaceId: me.space.id, userId: them.user.id };
        const actor = toExchangeActor(await server.database.readSpace(identity, (tx) => readActor(tx, identity)));

        expect(actor).toEqual({
          userId: them.user.id,
          mayCreatePromises: may,
          members: new Map([[promise, { role: 'manager', lens: 'full' }]]),
        });
      }
    });

    test('to administer the space is never taken from the last who has it, not even by two at once', async () => {
      const mine = `/api/people/${me.user.id}`;
      const lastAdmin = { status: 409, body: { kind: 'last-admin' } };
      expect(await admin.ask('DELETE', mine)).toMatchObject(lastAdmin);
      expect(await admin.ask('DELETE', `${mine}/memberships/${me.space.id}`)).toMatchObject(lastAdmin);
      expect(await setRole(admin, me.user.id, 'reader', me.space.id)).toMatchObject(lastAdmin);

      const { browser, me: them } = await letIn(member('admin', me.space.id));
      const answers = await Promise.all([
        admin.ask('DELETE', `/api/people/${them.user.id}/memberships/${me.space.id}`),
        browser.ask('DELETE', `${mine}/memberships/${me.space.id}`),
      ]);
      const left = await server.look(
        "SELECT user_id FROM member WHERE scope = $1 AND role = 'admin' AND revoked_at IS NULL",
        [me.space.id],
      );

      expect(answers.map(({ status }) => status).sort()).toEqual([200, 404]);
      expect(left).toHaveLength(1);
      // The tests that follow need their administrator.
      if (left[0]?.user_id !== me.user.id) await setRole(browser, me.user.id, 'admin', me.space.id);
      await admin.ask('DELETE', `/api/people/${them.user.id}`);
    });
  });

  test('whose account ends is out at once, everywhere, and cannot come back in', async () => {
    const { browser, me: them } = await letIn(member('editor'));
    const name = `person-${people}@example.se`;
    const elsewhere = server.openBrowser();
    await elsewhere.ask('POST', '/api/session', { body: { name, password, sharedDevice: false } });
    const reset = (await admin.ask('POST', `/api/people/${them.user.id}/reset`)).body as LinkAnswer;

    expect(await admin.ask('DELETE', `/api/people/${them.user.id}`)).toMatchObject(done);
    for (const one of [browser, elsewhere]) expect((await one.ask('GET', '/api/people')).status).toBe(401);
    const again = await server
      .openBrowser()
      .ask('POST', '/api/session', { body: { name, password, sharedDevice: false } });
    expect(again).toMatchObject({ status: 401, body: { kind: 'wrong' } });
    expect(
      await server
        .openBrowser()
        .ask('POST', '/api/session/reset', { body: { token: reset.token, password: 'en annan mening' } }),
    ).toMatchObject(gone);
    expect(await server.look('SELECT 1 FROM member WHERE user_id = $1 AND revoked_at IS NULL', [them.user.id])).toEqual(
      [],
    );
    expect(await admin.ask('DELETE', `/api/people/${them.user.id}`)).toMatchObject(gone);
    expect(await setRole(admin, them.user.id, 'reader')).toMatchObject(gone);
  });

  test('an administrator ends the sessions of somebody whose phone is lost', async () => {
    const { browser, me: them } = await letIn(member('editor'));

    expect(await admin.ask('DELETE', `/api/people/${them.user.id}/sessions`)).toMatchObject(done);
    expect((await browser.ask('GET', '/api/people')).status).toBe(401);
  });

  test('a manager sees the people of their promise with their rights in it, and an editor only themselves', async () => {
    const { browser: manager } = await letIn(member('manager'));
    const { browser: editor, me: them } = await letIn(member('editor'), member('reader', me.space.id));
    const list = async (browser: Browser) =>
      ((await browser.ask('GET', '/api/people')).body as { people: readonly Person[] }).people;

    expect((await list(manager)).flatMap(({ memberships }) => memberships.map(({ scope }) => scope))).toEqual([
      promise,
      promise,
    ]);
    expect((await list(editor)).map(({ id }) => id)).toEqual([them.user.id]);
    expect((await list(admin)).length).toBeGreaterThan(2);
  });
});
