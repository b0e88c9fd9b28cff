import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createSignInProvider, type ProviderSettings, type SignInProvider } from '#server/people/sign-in-provider.ts';
import { goodLevel, type LocalProvider, lowLevel, startLocalProvider } from '#tests/support/local-provider.ts';

const returnTo = 'http://localhost:4173/api/oidc/kommunen/callback';
let local: LocalProvider;
let other: LocalProvider;
let provider: SignInProvider;

const toSettings = ({ issuer, clientId, clientSecret }: LocalProvider): ProviderSettings => ({
  id: 'kommunen',
  name: 'Kommunen',
  issuer,
  clientId,
  clientSecret,
  levels: [goodLevel],
});

beforeAll(async () => {
  local = await startLocalProvider([returnTo]);
  other = await startLocalProvider([returnTo]);
  provider = createSignInProvider(toSettings(local), fetch);
});
beforeEach(() => local.behave({}));
afterAll(() => Promise.all([local.close(), other.close()]));

async function goThere(sharedDevice = false) {
  const { url, round } = await provider.startRound(returnTo, sharedDevice);
  return { round, back: await local.visit(url) };
}

const change = (url: URL, name: string, value: string | undefined) => {
  const changed = new URL(url);
  if (value === undefined) changed.searchParams.delete(name);
  else changed.searchParams.set(name, value);
  return changed;
};

describe('a round through a real provider', () => {
  test.each([false, true])('ends with who it is (shared computer: %s)', async (sharedDevice) => {
    const { round, back } = await goThere(sharedDevice);

    expect(await provider.finishRound(back, round)).toEqual({
      kind: 'person',
      issuer: local.issuer,
      subject: 'person-1',
    });
  });

  test('asks for everything that ties the answer to the question', async () => {
    const { url } = await provider.startRound(returnTo, true);
    const asked = Object.fromEntries(new URL(url).searchParams);

    expect(asked).toMatchObject({
      response_type: 'code',
      code_challenge_method: 'S256',
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      state: expect.stringMatching(/^[\w-]{43}$/),
      nonce: expect.stringMatching(/^[\w-]{43}$/),
      acr_values: goodLevel,
      max_age: '43200',
      prompt: 'login',
      scope: 'openid',
    });
  });

  const spoilt: readonly (readonly [string, (back: URL) => URL])[] = [
    ['another state', (back) => change(back, 'state', 'another')],
    ['no state', (back) => change(back, 'state', undefined)],
    ['another issuer', (back) => change(back, 'iss', other.issuer)],
    ['no issuer although the provider names itself', (back) => change(back, 'iss', undefined)],
    ['a code that was made up', (back) => change(back, 'code', 'made-up')],
    ['no code', (back) => change(back, 'code', undefined)],
    ['the state twice', (back) => new URL(`${back.href}&state=${back.searchParams.get('state')}`)],
    ['an error that was made up', (back) => change(back, 'error', '"><script>')],
  ];

  test.each(spoilt)('comes to nothing with %s', async (_name, spoil) => {
    const { round, back } = await goThere();

    expect(await provider.finishRound(spoil(back), round)).toMatchObject({ kind: 'refused', reason: 'failed' });
  });

  test('comes to nothing with another nonce, even if all else fits', async () => {
    const { round, back } = await goThere();

    expect(await provider.finishRound(back, { ...round, nonce: 'another' })).toMatchObject({ kind: 'refused' });
  });

  test('comes to nothing with another verifier: a code is of use to who asked for it', async () => {
    const { back } = await goThere();
    const { round } = await goThere();
    const state = back.searchParams.get('state') ?? '';

    expect(await provider.finishRound(back, { ...round, state })).toMatchObject({ kind: 'refused' });
  });

  test('comes to nothing with a code that was used before', async () => {
    const { round, back } = await goThere();
    await provider.finishRound(back, round);

    expect(await provider.finishRound(back, round)).toMatchObject({
      kind: 'refused',
      detail: 'OAUTH_RESPONSE_BODY_ERROR',
    });
  });

  test('comes to nothing with a code of another provider', async () => {
    const elsewhere = createSignInProvider(toSettings(other), fetch);
    const { url, round } = await elsewhere.startRound(returnTo, false);
    const back = await other.visit(url);

    expect(await provider.finishRound(back, round)).toMatchObject({ kind: 'refused' });
    expect(await provider.finishRound(change(back, 'iss', local.issuer), round)).toMatchObject({ kind: 'refused' });
  });

  test('says that the level is too low, also for one that nobody listed', async () => {
    for (const level of [lowLevel, '', 'http://id.elegnamnden.se/loa/1.0/loa3-but-not-quite']) {
      local.behave({ level });
      const { round, back } = await goThere();

      expect(await provider.finishRound(back, round)).toMatchObject({ kind: 'refused', reason: 'level-too-low' });
    }
  });

  test('takes any level where none is demanded', async () => {
    local.behave({ level: lowLevel });
    const lenient = createSignInProvider({ ...toSettings(local), levels: [] }, fetch);
    const { url, round } = await lenient.startRound(returnTo, false);

    expect(await lenient.finishRound(await local.visit(url), round)).toMatchObject({ kind: 'person' });
  });

  test('says that the person turned back', async () => {
    local.behave({ deny: true });
    const { round, back } = await goThere();

    expect(await provider.finishRound(back, round)).toEqual({
      kind: 'refused',
      reason: 'denied',
      detail: 'access_denied',
    });
  });
});

test('a provider that is away fails one round and works when it is back', async () => {
  let away = true;
  const sometimes: typeof fetch = (...request) =>
    away ? Promise.reject(new TypeError('no network')) : fetch(...request);
  const shaky = createSignInProvider(toSettings(local), sometimes);

  await expect(shaky.startRound(returnTo, false)).rejects.toThrow();
  away = false;
  expect((await shaky.startRound(returnTo, false)).url).toContain(local.issuer);
});

test('a provider without TLS is asked on this machine only', async () => {
  const plain = createSignInProvider({ ...toSettings(local), issuer: 'http://provider.example' }, fetch);

  await expect(plain.startRound(returnTo, false)).rejects.toThrow('HTTPS');
});
