import { describe, expect, test } from 'vitest';
import { createSignInProvider } from '#server/people/sign-in-provider.ts';
import { createMadeUpProvider, type Lie, madeUpSettings, toJsonResponse } from '#tests/support/made-up-provider.ts';

const returnTo = 'http://localhost:4173/api/oidc/made-up/callback';
const now = Math.floor(Date.now() / 1000);

async function goRound(lie: Lie) {
  let nonce = '';
  const madeUp = await createMadeUpProvider(lie, () => nonce, now);
  const provider = createSignInProvider(madeUpSettings, madeUp.fetch);
  const { round } = await provider.startRound(returnTo, false);
  nonce = round.nonce;
  return provider.finishRound(madeUp.toReturn(round.state), round);
}

const claims = (wrong: Lie['claims']): Lie => ({ claims: wrong ?? {} });
const tokens = (change: (honest: Readonly<Record<string, unknown>>) => Response): Lie => ({ tokens: change });

const lies: readonly (readonly [string, Lie])[] = [
  ['another issuer', claims({ iss: 'https://evil.example' })],
  ['an issuer that is ours but for a stroke', claims({ iss: 'https://provider.example/' })],
  ['no issuer', claims({ iss: undefined })],
  ['another audience', claims({ aud: 'somebody-else' })],
  ['several audiences without us', claims({ aud: ['a', 'b'] })],
  ['several audiences of which another was meant', claims({ aud: ['lofteskollen', 'b'], azp: 'b' })],
  ['no audience', claims({ aud: undefined })],
  ['no person', claims({ sub: undefined })],
  ['a person that is a number', claims({ sub: 7 })],
  ['another nonce', claims({ nonce: 'another' })],
  ['no nonce', claims({ nonce: undefined })],
  ['an empty nonce', claims({ nonce: '' })],
  ['a token that has run out', claims({ exp: now - 3600 })],
  ['a token that never runs out', claims({ exp: undefined })],
  ['a token that holds from tomorrow', claims({ nbf: now + 86_400 })],
  ['no time of signing in', claims({ auth_time: undefined })],
  ['a sign-in of last week', claims({ auth_time: now - 604_800 })],
  ['a time of signing in that is text', claims({ auth_time: String(now) })],
  ['no signature at all', { header: { alg: 'none' }, spoil: (token) => token.replace(/[^.]*$/, '') }],
  ['the signature of another', { signWith: 'another key' }],
  ['a signature made with the secret', { header: { alg: 'HS256' }, signWith: 'the secret' }],
  ['a signature cut short', { spoil: (token) => token.slice(0, -10) }],
  ['a person put in after signing', { spoil: (token) => replacePerson(token) }],
  ['an algorithm that was not announced', { header: { alg: 'RS256' } }],
  ['a key that nobody has', { header: { kid: 'key-2' } }],
  ['a key of its own in the token', { header: { kid: undefined, jwk: { kty: 'oct' } }, signWith: 'another key' }],
  ['a rule in the header that must be understood', { header: { crit: ['x'], x: 1 } }],
  ['no keys', { keys: [] }],
  ['no token about the person', tokens(({ id_token: _left, ...rest }) => toJsonResponse(rest))],
  ['a token that is no token', tokens((honest) => toJsonResponse({ ...honest, id_token: 'not a token' }))],
  ['a token that is an object', tokens((honest) => toJsonResponse({ ...honest, id_token: {} }))],
  ['a sealed token', tokens((honest) => toJsonResponse({ ...honest, id_token: 'a.b.c.d.e' }))],
  ['no access', tokens(({ access_token: _left, ...rest }) => toJsonResponse(rest))],
  ['a refusal with the tokens in it', tokens((honest) => toJsonResponse(honest, 400))],
  ['a fault', tokens(() => new Response('', { status: 500 }))],
  ['a page', tokens(() => new Response('<!doctype html>', { headers: { 'content-type': 'text/html' } }))],
  [
    'half an answer',
    tokens(() => new Response('{"access_token":', { headers: { 'content-type': 'application/json' } })),
  ],
];

function replacePerson(token: string): string {
  const [header, body = '', signature] = token.split('.');
  const changed = { ...JSON.parse(Buffer.from(body, 'base64url').toString()), sub: 'person-2' };
  return [header, Buffer.from(JSON.stringify(changed)).toString('base64url'), signature].join('.');
}

describe('a provider', () => {
  test('that tells the truth is believed', async () => {
    expect(await goRound({})).toEqual({ kind: 'person', issuer: 'https://provider.example', subject: 'person-1' });
  });

  test('has thirty lies to be told from', () => {
    expect(lies.length).toBeGreaterThanOrEqual(30);
  });

  test.each(lies)('is not believed with %s', async (_name, lie) => {
    expect(await goRound(lie)).toMatchObject({ kind: 'refused', reason: 'failed' });
  });

  test.each([undefined, 'loa2', 'loa33', ['loa3'], 3, 'LOA3'])(
    'is not believed to be sure enough with level %j',
    async (acr) => {
      expect(await goRound(claims({ acr }))).toMatchObject({ kind: 'refused', reason: 'level-too-low' });
    },
  );

  test.each([
    ['describes another', { issuer: 'https://evil.example' }],
    ['describes nobody', { issuer: undefined }],
    ['has its keys in the open', { jwks_uri: 'http://provider.example/keys' }],
    ['exchanges codes in the open', { token_endpoint: 'http://provider.example/token' }],
  ])('that %s lets nobody in', async (_name, metadata) => {
    const outcome = await goRound({ metadata }).catch(() => ({ kind: 'not started' }));

    expect(['refused', 'not started']).toContain(outcome.kind);
  });
});
