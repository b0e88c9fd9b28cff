import { sql } from 'kysely';
import type { PasswordIssue } from '#protocol/session.ts';
import { noteAccess } from '#server/access-log/note-access.ts';
import { lockSpace } from '#server/database/lock-space.ts';
import type { SpaceIdentity, Tx } from '#server/database/server-database.ts';
import { peekLink, removeLinks, takeLink } from './links.ts';
import { findPasswordIssue, hashPassword, isPassword } from './passwords.ts';
import type { People } from './people.ts';
import { endSessionsOf, type NewSession, type Session, startSession } from './sessions.ts';
import { countFailure, forgetFailures, readWait } from './sign-in-failures.ts';
import { createId, hashText } from './tokens.ts';

export interface SignInRequest {
  readonly name: string;
  readonly password: string;
  readonly sharedDevice: boolean;
  /** The network address of who asks, to be counted by. */
  readonly address: string;
  readonly oldToken: string | undefined;
}

export type SignInOutcome =
  | ({ readonly kind: 'signed-in' } & NewSession)
  | { readonly kind: 'wrong' }
  | { readonly kind: 'wait'; readonly seconds: number };

export type PasswordOutcome =
  | { readonly kind: 'done' }
  | { readonly kind: 'wrong' }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'wait'; readonly seconds: number }
  | { readonly kind: 'password-unfit'; readonly issue: PasswordIssue };

/**
 * Signing in with a password. In: name and password, from where. Out: a session; `wrong` without saying what; `wait` with
 * whole seconds while name or address are locked, and then the password is not even looked at.
 */
export async function signIn(people: People, request: SignInRequest): Promise<SignInOutcome> {
  const { name, password, sharedDevice, address, oldToken } = request;
  const keys = { name, address };
  const wait = await readWait(people, keys);
  if (wait > 0) return { kind: 'wait', seconds: Math.ceil(wait / 1000) };
  const account = await findByName(people, name);
  if (!(await isPassword(password, account?.password, people.ports, people.costLog2)) || account === undefined) {
    await countFailure(people, keys);
    await noteFailure(people, account && toIdentity(account));
    return { kind: 'wrong' };
  }
  const identity = toIdentity(account);
  return people.database.inSpace(identity, async (tx): Promise<SignInOutcome> => {
    // First of all, as everywhere: an account that ends holds it, and waits for the row that is held next.
    await lockSpace(tx);
    // Looked at again where it counts: meanwhile the account may have ended, or its password been changed.
    if (!(await isStillStored(tx, name, account.password))) return { kind: 'wrong' };
    await forgetFailures(tx, name);
    await noteAccess(tx, identity, {
      event: 'sign-in',
      at: people.ports.now(),
      facts: { by: 'password', sharedDevice },
    });
    return { kind: 'signed-in', ...(await startSession(tx, people, identity, sharedDevice, oldToken)) };
  });
}

/**
 * A person's own new password. Every other session of theirs ends.
 * In: their session, the password they have and the one they want, and from where. Out: see the type; `unknown` for who
 * signs in through a provider only.
 */
export async function changePassword(
  people: People,
  session: Session,
  { current, next }: { readonly current: string; readonly next: string },
  address: string,
): Promise<PasswordOutcome> {
  const account = await people.database.outsideSpaces((tx) =>
    tx
      .selectFrom('sign_in_name')
      .selectAll()
      .where('space_id', '=', session.spaceId)
      .where('user_id', '=', session.userId)
      .executeTakeFirst(),
  );
  if (account === undefined) return { kind: 'unknown' };
  const keys = { name: account.name, address };
  const wait = await readWait(people, keys);
  if (wait > 0) return { kind: 'wait', seconds: Math.ceil(wait / 1000) };
  if (!(await isPassword(current, account.password, people.ports, people.costLog2))) {
    await countFailure(people, keys);
    await noteFailure(people, session);
    return { kind: 'wrong' };
  }
  const issue = findPasswordIssue(next, account.name);
  if (issue !== undefined) return { kind: 'password-unfit', issue };
  const stored = await hashPassword(next, people.ports, people.costLog2);
  await people.database.inSpace(session, async (tx) => {
    await lockSpace(tx);
    await storePassword(tx, account.name, stored, people.ports.now());
    await endSessionsOf(tx, session, session.tokenHash);
    await noteAccess(tx, session, { event: 'password-changed', at: people.ports.now(), about: session.userId });
  });
  return { kind: 'done' };
}

/**
 * A new password by the link that an administrator handed over. Ends every session of the account and every lock.
 * In: the link's secret and the password. Out: `done`; the person signs in with it like any other day.
 */
export async function resetPassword(people: People, token: string, password: string): Promise<PasswordOutcome> {
  const { ports, database, costLog2 } = people;
  const tokenHash = await hashText(token);
  const link = await peekLink(people, tokenHash);
  const account = link?.kind === 'reset' && link.subject_id ? await findByUser(people, link.subject_id) : undefined;
  if (account === undefined) return { kind: 'unknown' };
  const issue = findPasswordIssue(password, account.name);
  if (issue !== undefined) return { kind: 'password-unfit', issue };
  const stored = await hashPassword(password, ports, costLog2);
  const identity = toIdentity(account);
  return database.inSpace(identity, async (tx): Promise<PasswordOutcome> => {
    await lockSpace(tx);
    if ((await takeLink(tx, tokenHash, 'reset', ports.now())) === undefined) return { kind: 'unknown' };
    await storePassword(tx, account.name, stored, ports.now());
    await forgetFailures(tx, account.name);
    await removeLinks(tx, 'reset', account.user_id);
    await endSessionsOf(tx, identity);
    await noteAccess(tx, identity, { event: 'password-reset', at: ports.now(), about: identity.userId });
    return { kind: 'done' };
  });
}

const toIdentity = (account: { readonly space_id: string; readonly user_id: string }): SpaceIdentity => ({
  spaceId: account.space_id,
  userId: account.user_id,
});

/**
 * A wrong password in the log of the account's tenant; nobody is named as the one who tried. For a name that nobody has
 * the same is asked of the database, in a space that does not exist: neither the time nor the answer may tell the two
 * apart (guard T32), and the disk is not waited for.
 */
async function noteFailure({ database, ports }: People, account: SpaceIdentity | undefined): Promise<void> {
  const spaceId = account?.spaceId ?? createId(ports);
  const nobody = { spaceId, userId: '' };
  const note = database.inSpace(nobody, async (tx) => {
    await sql`SET LOCAL synchronous_commit = off`.execute(tx);
    const isThere = (await lockSpace(tx)) !== undefined;
    if (!isThere || account === undefined) return;
    await noteAccess(tx, nobody, { event: 'sign-in-failed', at: ports.now(), about: account.userId });
  });
  await note.catch((error: unknown) =>
    ports.log({
      ...{ event: 'not-in-access-log', what: 'sign-in-failed' },
      name: error instanceof Error ? error.name : 'unknown',
    }),
  );
}

/** The name behind a reset link, for who holds it. In: an account's id. Out: undefined if it signs in otherwise. */
export const findByUser = (people: People, userId: string) =>
  people.database.outsideSpaces((tx) =>
    tx.selectFrom('sign_in_name').selectAll().where('user_id', '=', userId).executeTakeFirst(),
  );

const findByName = (people: People, name: string) =>
  people.database.outsideSpaces((tx) =>
    tx.selectFrom('sign_in_name').selectAll().where('name', '=', name).executeTakeFirst(),
  );

async function isStillStored(tx: Tx, name: string, password: string): Promise<boolean> {
  const row = await tx
    .selectFrom('sign_in_name')
    .select('name')
    .where('name', '=', name)
    .where('password', '=', password)
    .forShare()
    .executeTakeFirst();
  return row !== undefined;
}

async function storePassword(tx: Tx, name: string, password: string, now: number): Promise<void> {
  await tx.updateTable('sign_in_name').set({ password, changed_at: now }).where('name', '=', name).execute();
}
