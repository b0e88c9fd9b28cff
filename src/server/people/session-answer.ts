import type { Context } from 'hono';
import type { SessionAnswer, SignedIn } from '#protocol/session.ts';
import type { ApiEnv } from '#server/guard/api-env.ts';
import { findAccount, readSpaceName } from './accounts.ts';
import { toClearedCookie, toSetCookie } from './cookies.ts';
import { readMemberships } from './memberships.ts';
import type { People } from './people.ts';
import { computeEnds, computeLease, sessionTimes } from './session-rules.ts';
import type { NewSession, Session } from './sessions.ts';

/** What a device is told about the session it has. In: people and the session. Out: undefined if its account has ended. */
export async function describeSession(people: People, session: Session): Promise<SignedIn | undefined> {
  return await people.database.readSpace(session, async (tx) => {
    const account = await findAccount(tx, session);
    if (account === undefined) return undefined;
    const now = people.ports.now();
    return {
      kind: 'signed-in',
      user: { id: session.userId, name: account.name },
      space: { id: session.spaceId, name: await readSpaceName(tx, session.spaceId) },
      memberships: [...(await readMemberships(tx, session))],
      sharedDevice: session.sharedDevice,
      now,
      ...computeEnds(session),
      leaseUntil: computeLease(now, people.leaseDays),
    };
  });
}

/** What somebody is told who is not signed in: through which providers they can. */
export const describeProviders = ({ providers }: People): SessionAnswer => ({
  kind: 'signed-out',
  providers: [...providers.values()].map(({ settings: { id, name } }) => ({ id, name })),
});

/** The answer that begins a session in the browser: its cookie, and what the device is told about it. */
export async function answerSignedIn(
  context: Context<ApiEnv>,
  people: People,
  { token, session }: NewSession,
): Promise<Response> {
  const { secure } = context.get('requester');
  context.header('set-cookie', toSetCookie('session', token, sessionTimes.longest / 1000, secure), { append: true });
  return context.json((await describeSession(people, session)) ?? describeProviders(people));
}

/** Makes the browser forget its session. */
export const clearSessionCookie = (context: Context<ApiEnv>): void =>
  context.header('set-cookie', toClearedCookie('session', context.get('requester').secure), { append: true });
