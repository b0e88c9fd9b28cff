import { linkPages, type PasswordIssue } from '#protocol/session.ts';
import { noteAccess } from '#server/access-log/note-access.ts';
import { lockSpace } from '#server/database/lock-space.ts';
import { createAccount } from './accounts.ts';
import { createLink, peekLink, takeLink } from './links.ts';
import { saveMemberships } from './memberships.ts';
import { findPasswordIssue, hashPassword } from './passwords.ts';
import type { People } from './people.ts';
import { type NewSession, startSession } from './sessions.ts';
import { createId, hashText } from './tokens.ts';

export interface SetUpRequest {
  readonly token: string;
  readonly spaceName: string;
  readonly personName: string;
  readonly name: string;
  readonly password: string;
  readonly sharedDevice: boolean;
}

export type SetUpOutcome =
  | ({ readonly kind: 'signed-in' } & NewSession)
  | { readonly kind: 'unknown' }
  | { readonly kind: 'name-taken' }
  | { readonly kind: 'password-unfit'; readonly issue: PasswordIssue };

/**
 * The link with which the first administrator comes in, for the server to print when it starts (guard, "Login").
 * In: people, and the origin under which the app is open. Out: an address whose fragment is the secret (fragments reach
 * no log and no other server), or undefined when somebody has an account already. Each start makes the one before void.
 */
export const createSetUpLink = (people: People, origin: string): Promise<string | undefined> =>
  people.database.outsideSpaces(async (tx) => {
    const name = await tx.selectFrom('sign_in_name').select('name').limit(1).executeTakeFirst();
    const identity = await tx.selectFrom('sign_in_identity').select('subject').limit(1).executeTakeFirst();
    if (name !== undefined || identity !== undefined) return undefined;
    const { token } = await createLink(tx, people, 'set-up', undefined);
    return `${origin}${linkPages.setUp}#${token}`;
  });

/**
 * Opens the first space with its administrator, and signs them in.
 * In: what they chose, checked for shape, and the secret of a session that this browser had. Out: see the type; whatever
 * is not `signed-in` has changed nothing, and the link can be used again.
 */
export async function setUpServer(
  people: People,
  request: SetUpRequest,
  oldToken: string | undefined,
): Promise<SetUpOutcome> {
  const { ports, database, costLog2 } = people;
  const tokenHash = await hashText(request.token);
  const link = await peekLink(people, tokenHash);
  if (link?.kind !== 'set-up') return { kind: 'unknown' };
  const issue = findPasswordIssue(request.password, request.name);
  if (issue !== undefined) return { kind: 'password-unfit', issue };

  const stored = await hashPassword(request.password, ports, costLog2);
  const spaceId = createId(ports);
  const nobody = createId(ports);
  return database
    .inSpace({ spaceId, userId: nobody }, async (tx): Promise<SetUpOutcome> => {
      if ((await takeLink(tx, tokenHash, 'set-up', ports.now())) === undefined) return { kind: 'unknown' };
      await tx
        .insertInto('space')
        .values({ id: spaceId, name: request.spaceName, epoch: createId(ports) })
        .execute();
      const proof = { kind: 'password', name: request.name, stored } as const;
      const account = await createAccount(tx, people, spaceId, request.personName, proof);
      // Thrown, so that the link and the space are as before.
      if (account.kind === 'name-taken') throw new NameTakenError();
      const { identity } = account;
      await lockSpace(tx);
      await noteAccess(tx, identity, { event: 'set-up', at: ports.now() });
      const right = { userId: identity.userId, scope: spaceId, role: 'admin', lens: 'full' } as const;
      await saveMemberships(tx, identity, ports.now(), [right]);
      return { kind: 'signed-in', ...(await startSession(tx, people, identity, request.sharedDevice, oldToken)) };
    })
    .catch(toNameTaken);
}

/** Rolls a transaction back in which a name turned out to be taken. */
export class NameTakenError extends Error {
  override readonly name = 'NameTakenError';
}

/** Turns that roll-back into its outcome; every other failure goes on. */
export function toNameTaken(error: unknown): { readonly kind: 'name-taken' } {
  if (error instanceof NameTakenError) return { kind: 'name-taken' };
  throw error;
}
