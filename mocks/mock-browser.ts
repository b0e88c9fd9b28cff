import { exchangeAddress } from '#protocol/exchange-address.ts';
import { type SessionAnswer, sessionAnswerSchema } from '#protocol/session.ts';
import type { SpaceIdentity } from '#server/database/server-database.ts';
import { toCookieName } from '#server/people/cookies.ts';

/** What a browser adds to a request by itself, and keeps from an answer. A page can do neither with its own requests. */
export interface MockBrowser {
  readonly toSent: (request: Request) => Request;
  readonly keep: (request: Request, response: Response) => Promise<void>;
}

/**
 * Between the page and the server in it. In: the session it begins with, and how one is begun for whoever signs in: the
 * cookie of a made-up answer is taken away before anybody sees it. Out: see the type.
 */
export function createMockBrowser(
  first: string,
  startSession: (identity: SpaceIdentity) => Promise<string>,
): MockBrowser {
  let token: string | undefined = first;
  return {
    toSent: (request) => {
      const headers = new Headers(request.headers);
      headers.set('sec-fetch-site', 'same-origin');
      headers.set('origin', new URL(request.url).origin);
      if (token !== undefined) headers.set('cookie', `${toCookieName('session', isSecure(request))}=${token}`);
      // A request of a page drops these names when it is made; what the server reads here, it cannot drop.
      return Object.defineProperty(request, 'headers', { value: headers });
    },
    keep: async (request, response) => {
      const { pathname } = new URL(request.url);
      // Nobody signs in by the exchange, and its pages are long.
      if (Object.values<string>(exchangeAddress).includes(pathname)) return;
      const isSession = pathname === '/api/session';
      if (isSession && request.method === 'DELETE') token = undefined;
      const answer = await readSession(response);
      if (answer?.kind === 'signed-in' && request.method !== 'GET') {
        token = await startSession({ spaceId: answer.space.id, userId: answer.user.id });
      }
    },
  };
}

const isSecure = (request: Request): boolean => new URL(request.url).protocol === 'https:';

async function readSession(response: Response): Promise<SessionAnswer | undefined> {
  if (!response.headers.get('content-type')?.startsWith('application/json')) return undefined;
  const parsed = sessionAnswerSchema.safeParse(await response.clone().json());
  return parsed.success ? parsed.data : undefined;
}
