import type { Context } from 'hono';
import type { ApiEnv } from '#server/guard/api-env.ts';
import { toFailure } from './answer.ts';
import { readCookie } from './cookies.ts';
import type { People } from './people.ts';
import { findSession, type Session } from './sessions.ts';
import { hashText } from './tokens.ts';

/** The session's secret that a request carries, or undefined. */
export const readSessionToken = (context: Context<ApiEnv>): string | undefined =>
  readCookie(context.req.header('cookie'), 'session', context.get('requester').secure);

/** The session of a request. In: a context behind `guardRequests`. Out: undefined when nobody is signed in. */
export async function readSession(context: Context<ApiEnv>, people: People): Promise<Session | undefined> {
  const token = readSessionToken(context);
  const session = token === undefined ? undefined : await findSession(people, token);
  if (session === undefined) return undefined;
  context.get('welcome')();
  context.set('logUser', (await hashText(session.userId)).slice(0, 12));
  return session;
}

/**
 * A handler for those who are signed in; everybody else is answered 401 `signed-out`, whatever they asked for.
 * In: people, and the handler, which gets the session. Out: a handler for a route behind `guardRequests`.
 */
export const requireSession =
  (people: People, handle: (context: Context<ApiEnv>, session: Session) => Response | Promise<Response>) =>
  async (context: Context<ApiEnv>): Promise<Response> => {
    const session = await readSession(context, people);
    return session === undefined ? toFailure(context, { kind: 'signed-out' }) : handle(context, session);
  };
