import { generateKeyPairSync } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';

/** What the person at the provider does, and with which means they prove who they are. */
export interface Behaviour {
  readonly account: string;
  readonly level: string;
  readonly deny: boolean;
}

export interface LocalProvider {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly behave: (behaviour: Partial<Behaviour>) => void;
  /** Follows the provider's own redirects as a browser does. Out: the address it sends the person back to. */
  readonly visit: (url: string) => Promise<URL>;
  readonly close: () => Promise<void>;
}

const clientId = 'lofteskollen';
const clientSecret = 'a secret between provider and server';
export const goodLevel = 'http://id.elegnamnden.se/loa/1.0/loa3';
export const lowLevel = 'http://id.elegnamnden.se/loa/1.0/loa2';

/** A real provider on a free port of this machine, whose people do at once what the test tells them to. */
export async function startLocalProvider(returnTo: readonly string[]): Promise<LocalProvider> {
  let behaviour: Behaviour = { account: 'person-1', level: goodLevel, deny: false };
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider: Provider = new Provider(issuer, {
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uris: [...returnTo],
        token_endpoint_auth_method: 'client_secret_post',
      },
    ],
    jwks: { keys: [createSigningKey()] },
    cookies: { keys: ['only for tests'] },
    acrValues: [goodLevel, lowLevel],
    pkce: { required: () => true },
    ttl: { AccessToken: 600, Grant: 600, IdToken: 600, Interaction: 600, Session: 600 },
    features: { devInteractions: { enabled: false } },
    findAccount: (_context, id) => ({ accountId: id, claims: () => ({ sub: id }) }),
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    // The person agrees to everything: what is tried here is how they are let in, not what they are asked.
    loadExistingGrant: async (context) => {
      const grant: InstanceType<Provider['Grant']> = new provider.Grant({
        clientId: context.oidc.client?.clientId ?? '',
        accountId: context.oidc.session?.accountId ?? '',
      });
      grant.addOIDCScope('openid');
      await grant.save();
      return grant;
    },
  });
  const answer = provider.callback();
  const interact = (request: IncomingMessage, response: ServerResponse) =>
    provider.interactionFinished(
      request,
      response,
      behaviour.deny
        ? { error: 'access_denied', error_description: 'The person turned back' }
        : { login: { accountId: behaviour.account, acr: behaviour.level } },
    );
  server.on('request', (request, response) => {
    if (request.url?.startsWith('/interaction/')) void interact(request, response);
    else void answer(request, response);
  });

  return {
    issuer,
    clientId,
    clientSecret,
    behave: (change) => {
      behaviour = { account: 'person-1', level: goodLevel, deny: false, ...change };
    },
    visit: (url) => followRedirects(url, issuer),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** A browser that has never been there before: cookies last as long as the visit. */
async function followRedirects(url: string, issuer: string): Promise<URL> {
  const cookies = new Map<string, string>();
  let next = new URL(url);
  for (let step = 0; step < 10; step += 1) {
    if (next.origin !== issuer) return next;
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(next, { redirect: 'manual', headers: { cookie } });
    for (const set of response.headers.getSetCookie()) {
      const [pair = ''] = set.split(';');
      cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
    }
    const location = response.headers.get('location');
    if (location === null) throw new Error(`The provider answered ${response.status}: ${await response.text()}`);
    next = new URL(location, next);
  }
  throw new Error('The provider sends in circles');
}

function createSigningKey() {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return { ...privateKey.export({ format: 'jwk' }), use: 'sig', kid: 'only-for-tests', alg: 'RS256' };
}
