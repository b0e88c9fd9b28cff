import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { LinkAnswer } from '#protocol/people.ts';
import type { SignedIn } from '#protocol/session.ts';
import { createSignInProvider } from '#server/people/sign-in-provider.ts';
import { goodLevel, type LocalProvider, lowLevel, startLocalProvider } from '#tests/support/local-provider.ts';
import { engines } from '#tests/support/server-databases.ts';
import {
  type Browser,
  openTestServer,
  origin,
  password,
  type TestServer,
  toSignedIn,
} from '#tests/support/test-server.ts';

const ids = ['kommunen', 'polisen'] as const;
const toCallback = (id: string) => `${origin}/api/oidc/${id}/callback`;
const refused = (reason: string) => ({ status: 403, body: { kind: 'provider-refused', reason } });
const minute = 60_000;

describe.each(engines)('through a provider, on %s', (engine) => {
  let server: TestServer;
  let locals: Readonly<Record<(typeof ids)[number], LocalProvider>>;
  let admin: Browser;
  let me: SignedIn;

  beforeAll(async () => {
    locals = {
      kommunen: await startLocalProvider([toCallback('kommunen')]),
      polisen: await startLocalProvider([toCallback('polisen')]),
    };
    const providers = ids.map((id) =>
      createSignInProvider({ ...pick(locals[id]), id, name: id, levels: id === 'polisen' ? [goodLevel] : [] }, fetch),
    );
    server = await openTestServer(engine, providers);
    ({ browser: admin, me } = await server.setUp());
  });
  afterAll(async () => {
    await server.drop();
    await Promise.all(ids.map((id) => locals[id].close()));
  });
  beforeEach(async () => {
    server.clock.now += 60 * minute;
    for (const id of ids) locals[id].behave({});
    await admin.ask('POST', '/api/session', { body: { name: 'admin@example.se', password, sharedDevice: false } });
  });

  const pick = ({ issuer, clientId, clientSecret }: LocalProvider) => ({ issuer, clientId, clientSecret });
  const invite = async () => {
    const grants = [{ scope: me.space.id, role: 'editor', lens: 'full' }];
    return ((await admin.ask('POST', '/api/invitations', { body: { grants } })).body as LinkAnswer).token;
  };
  const begin = (browser: Browser, id: string, token?: string) =>
    browser.ask('POST', `/api/oidc/${id}/start`, {
      body: { sharedDevice: false, ...(token ? { invitation: { token, personName: 'Kim' } } : {}) },
    });
  /** As far as back to our server, but not through its door. */
  const goThere = async (browser: Browser, id: (typeof ids)[number], token?: string) => {
    const { url } = (await begin(browser, id, token)).body as { url: string };
    return locals[id].visit(url);
  };
  /** What a browser sends when another site leads it to ours: only what is Lax comes along. */
  const comeBack = async (browser: Browser, back: URL) => {
    const session = browser.cookies.get('mlo-session');
    browser.cookies.delete('mlo-session');
    const answer = await browser.ask('GET', `${back.pathname}${back.search}`, {
      headers: { 'sec-fetch-site': 'cross-site' },
    });
    if (session !== undefined) browser.cookies.set('mlo-session', session);
    return answer;
  };
  const finish = (browser: Browser, body: object = {}) => browser.ask('POST', '/api/oidc/finish', { body });
  const goRound = async (browser: Browser, id: (typeof ids)[number], token?: string) => {
    await comeBack(browser, await goThere(browser, id, token));
    return finish(browser);
  };
  let people = 0;
  const nextPerson = (id: (typeof ids)[number], level = goodLevel) => {
    people += 1;
    locals[id].behave({ account: `person-${people}`, level });
  };

  test('somebody invited comes in, and the next time without an invitation', async () => {
    nextPerson('kommunen');
    const browser = server.openBrowser();
    const joined = toSignedIn(await goRound(browser, 'kommunen', await invite()));

    expect(joined.user.name).toBe('Kim');
    expect(joined.memberships).toEqual([{ scope: me.space.id, role: 'editor', lens: 'full' }]);
    expect(toSignedIn(await goRound(server.openBrowser(), 'kommunen')).user.id).toBe(joined.user.id);
  });

  test('the way back sets no session, and leads to a page of ours that asks for it', async () => {
    nextPerson('kommunen');
    const browser = server.openBrowser();
    const begun = await begin(browser, 'kommunen', await invite());
    expect(begun.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^mlo-round=[\w-]{43}; Path=\/; Max-Age=600; HttpOnly; SameSite=Lax$/),
    ]);
    const back = await locals.kommunen.visit((begun.body as { url: string }).url);
    const answer = await comeBack(browser, back);

    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe('/inloggad');
    expect(answer.headers.getSetCookie()).toEqual([]);
    const finished = await finish(browser);
    expect(finished.headers.getSetCookie().map((set) => set.split('=')[0])).toEqual(['mlo-round', 'mlo-session']);
    expect([...browser.cookies.keys()]).toEqual(['mlo-session']);
    expect(await finish(browser)).toMatchObject(refused('expired'));
  });

  test('two providers lead to one space, and the same name at another is another person', async () => {
    nextPerson('kommunen');
    locals.polisen.behave({ account: `person-${people}` });
    const municipal = toSignedIn(await goRound(server.openBrowser(), 'kommunen', await invite()));
    const police = toSignedIn(await goRound(server.openBrowser(), 'polisen', await invite()));

    expect(police.space.id).toBe(municipal.space.id);
    expect(police.user.id).not.toBe(municipal.user.id);
  });

  test('somebody whom nobody invited stays outside, however well they are known there', async () => {
    nextPerson('kommunen');

    expect(await goRound(server.openBrowser(), 'kommunen')).toMatchObject(refused('no-account'));
  });

  test('an invitation that was used, taken back or made up lets nobody in', async () => {
    nextPerson('kommunen');
    const token = await invite();
    await goRound(server.openBrowser(), 'kommunen', token);
    nextPerson('kommunen');

    expect(await goRound(server.openBrowser(), 'kommunen', token)).toMatchObject(refused('expired'));
    expect(await goRound(server.openBrowser(), 'kommunen', 'A'.repeat(43))).toMatchObject(refused('expired'));
  });

  test('a level that is too low, and a person who turned back, are told apart', async () => {
    nextPerson('polisen', lowLevel);
    expect(await goRound(server.openBrowser(), 'polisen', await invite())).toMatchObject(refused('level-too-low'));
    locals.polisen.behave({ deny: true });
    expect(await goRound(server.openBrowser(), 'polisen', await invite())).toMatchObject(refused('denied'));
  });

  test('an answer that was meant for another browser is worth nothing', async () => {
    nextPerson('kommunen');
    const [theirs, mine] = [server.openBrowser(), server.openBrowser()];
    const stolen = await goThere(theirs, 'kommunen', await invite());
    await begin(mine, 'kommunen');
    await comeBack(mine, stolen);

    expect(await finish(mine)).toMatchObject(refused('failed'));
    expect((await comeBack(server.openBrowser(), stolen)).status).toBe(303);
    await comeBack(theirs, stolen);
    expect(toSignedIn(await finish(theirs)).user.name).toBe('Kim');
  });

  test('an answer is taken in once, also when the address is opened twice at the same time', async () => {
    nextPerson('kommunen');
    const browser = server.openBrowser();
    const back = await goThere(browser, 'kommunen', await invite());
    await Promise.all([comeBack(browser, back), comeBack(browser, back)]);

    expect(toSignedIn(await finish(browser)).user.name).toBe('Kim');
  });

  test('an answer at the door of another provider is worth nothing', async () => {
    nextPerson('kommunen');
    const browser = server.openBrowser();
    const back = await goThere(browser, 'kommunen', await invite());
    await comeBack(browser, new URL(back.href.replace('kommunen', 'polisen')));

    expect(await finish(browser)).toMatchObject(refused('expired'));
  });

  test('ten minutes are enough to come back, and then it is over', async () => {
    nextPerson('kommunen');
    const browser = server.openBrowser();
    const back = await goThere(browser, 'kommunen', await invite());
    server.clock.now += 10 * minute;
    await comeBack(browser, back);

    expect(await finish(browser)).toMatchObject(refused('expired'));
  });

  test('a session that somebody planted before is over after it', async () => {
    nextPerson('kommunen');
    const browser = server.openBrowser();
    const admins = admin.cookies.get('mlo-session') ?? '';
    browser.cookies.set('mlo-session', admins);
    await goRound(browser, 'kommunen', await invite());

    expect(browser.cookies.get('mlo-session')).not.toBe(admins);
    expect((await admin.ask('GET', '/api/people')).status).toBe(401);
  });

  test('who has accounts in two spaces is asked which', async () => {
    nextPerson('kommunen');
    const first = toSignedIn(await goRound(server.openBrowser(), 'kommunen', await invite()));
    const [other, account] = ['00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000002'];
    await server.look('INSERT INTO space (id, name, epoch) VALUES ($1, $2, $1)', [other, `Grannkommunen ${people}`]);
    await server.look("INSERT INTO account (space, id, name, made_at) VALUES ($1, $2, 'Kim där', 0)", [other, account]);
    await server.look(
      "INSERT INTO sign_in_identity (issuer, subject, space_id, user_id, provider, made_at) VALUES ($1, $2, $3, $4, 'kommunen', 0)",
      [locals.kommunen.issuer, `person-${people}`, other, account],
    );
    const browser = server.openBrowser();
    const asked = await goRound(browser, 'kommunen');

    expect(asked.body).toMatchObject({ kind: 'choose-space' });
    expect(new Set((asked.body as { spaces: { id: string }[] }).spaces.map(({ id }) => id))).toEqual(
      new Set([first.space.id, other]),
    );
    expect(await finish(browser, { spaceId: '00000000-0000-4000-8000-000000000009' })).toMatchObject(
      refused('no-account'),
    );
    const again = server.openBrowser();
    await goRound(again, 'kommunen');
    expect(toSignedIn(await finish(again, { spaceId: other })).user.name).toBe('Kim där');
  });

  test('the provider’s button is offered to everybody, and an unknown provider is unknown', async () => {
    const browser = server.openBrowser();

    expect((await browser.ask('GET', '/api/session')).body).toEqual({
      kind: 'signed-out',
      providers: ids.map((id) => ({ id, name: id })),
    });
    expect(await begin(browser, 'nobody')).toMatchObject({ status: 404 });
  });

  test('nothing secret of a round is in the log', () => {
    const text = server.lines.join('\n');

    expect(text).toContain('"event":"provider-refused"');
    expect(text).not.toMatch(/person-\d|code=|state=|Kim/);
  });
});
