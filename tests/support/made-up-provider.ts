/** A provider that says whatever a test wants it to: for lies that no honest one can be made to tell. */

const issuer = 'https://provider.example';
const clientId = 'lofteskollen';
const clientSecret = 'a secret between provider and server';
const text = new TextEncoder();

type Claims = Readonly<Record<string, unknown>>;

/** What is wrong with it. Every part that is absent is as it should be. */
export interface Lie {
  readonly metadata?: Claims;
  readonly header?: Claims;
  readonly claims?: Claims;
  readonly keys?: readonly Claims[];
  /** The whole answer in place of the tokens. */
  readonly tokens?: (honest: Claims) => Response;
  /** What becomes of the signed token on its way. */
  readonly spoil?: (token: string) => string;
  readonly signWith?: 'another key' | 'the secret';
}

export const madeUpSettings = { id: 'made-up', name: 'Made up', issuer, clientId, clientSecret, levels: ['loa3'] };

const toBase64Url = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url');
const toPart = (value: unknown) => toBase64Url(text.encode(JSON.stringify(value)));
export const toJsonResponse = (value: unknown, status = 200) =>
  new Response(JSON.stringify(value), { status, headers: { 'content-type': 'application/json' } });

const createKeys = () =>
  crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify']) as Promise<CryptoKeyPair>;

/** In: a lie. Out: the provider's `fetch`, and the address it sends people back to for a round that began there. */
export async function createMadeUpProvider(lie: Lie, nonce: () => string, nowSeconds: number) {
  const [ours, another] = [await createKeys(), await createKeys()];
  const jwk = { ...(await crypto.subtle.exportKey('jwk', ours.publicKey)), kid: 'key-1', use: 'sig', alg: 'ES256' };
  const metadata = {
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/keys`,
    response_types_supported: ['code'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['ES256'],
    authorization_response_iss_parameter_supported: true,
    ...lie.metadata,
  };

  const sign = async (): Promise<string> => {
    const header = toPart({ alg: 'ES256', kid: 'key-1', ...lie.header });
    const claims = { iss: issuer, sub: 'person-1', aud: clientId, nonce: nonce(), acr: 'loa3', ...lie.claims };
    const times = { iat: nowSeconds, exp: nowSeconds + 300, auth_time: nowSeconds };
    const signed = `${header}.${toPart({ ...times, ...claims })}`;
    return `${signed}.${toBase64Url(new Uint8Array(await signBytes(text.encode(signed))))}`;
  };
  const signBytes = async (bytes: Uint8Array<ArrayBuffer>) => {
    if (lie.signWith === 'the secret') {
      const secret = text.encode(clientSecret);
      const key = await crypto.subtle.importKey('raw', secret, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
      return crypto.subtle.sign('HMAC', key, bytes);
    }
    const { privateKey } = lie.signWith === 'another key' ? another : ours;
    return crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, privateKey, bytes);
  };

  const answers: Readonly<Record<string, () => Response | Promise<Response>>> = {
    '/.well-known/openid-configuration': () => toJsonResponse(metadata),
    '/keys': () => toJsonResponse({ keys: lie.keys ?? [jwk] }),
    '/token': async () => {
      const token = await sign();
      const honest = {
        access_token: 'access',
        token_type: 'Bearer',
        expires_in: 300,
        id_token: (lie.spoil ?? ((same) => same))(token),
      };
      return lie.tokens ? lie.tokens(honest) : toJsonResponse(honest);
    },
  };
  const fetchFromProvider = (input: RequestInfo | URL) => {
    const { pathname } = new URL(input instanceof Request ? input.url : input);
    const answer = answers[pathname];
    return Promise.resolve(answer ? answer() : new Response('', { status: 404 }));
  };
  return {
    fetch: fetchFromProvider as typeof fetch,
    toReturn: (state: string) =>
      new URL(
        `http://localhost:4173/api/oidc/made-up/callback?${new URLSearchParams({ code: 'code', state, iss: issuer })}`,
      ),
  };
}
