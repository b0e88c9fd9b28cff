import { noteAccessAlone } from '#server/access-log/note-access.ts';
import { notifyPerson } from '#server/database/lock-space.ts';
import type { SpaceIdentity, Tx } from '#server/database/server-database.ts';
import type { People } from './people.ts';
import { isLive, needsTouch, type SessionTimes, sessionTimes } from './session-rules.ts';
import { createToken, hashText } from './tokens.ts';

/** Somebody who is signed in. */
export interface Session extends SpaceIdentity, SessionTimes {
  readonly tokenHash: string;
}

/** A session just begun: the only moment at which its secret is known here. */
export interface NewSession {
  readonly token: string;
  readonly session: Session;
}

/**
 * Begins a session, inside the transaction that decided to. A session that the same browser had is ended: a secret that
 * somebody planted before the sign-in is worth nothing after it (guard T1).
 * In: a transaction, who, whether others use the device, and the secret that came with the request. Out: the new one.
 */
export async function startSession(
  tx: Tx,
  { ports }: Pick<People, 'ports'>,
  { spaceId, userId }: SpaceIdentity,
  sharedDevice: boolean,
  oldToken: string | undefined,
): Promise<NewSession> {
  const now = ports.now();
  const token = createToken(ports);
  const tokenHash = await hashText(token);
  const oldHash = oldToken === undefined ? undefined : await hashText(oldToken);
  await tx
    .deleteFrom('sign_in_session')
    .where((is) =>
      is.or([
        is('started_at', '<', String(now - sessionTimes.longest)),
        ...(oldHash === undefined ? [] : [is('token_hash', '=', oldHash)]),
      ]),
    )
    .execute();
  await tx
    .insertInto('sign_in_session')
    .values({
      token_hash: tokenHash,
      space_id: spaceId,
      user_id: userId,
      shared_device: sharedDevice,
      started_at: now,
      seen_at: now,
    })
    .execute();
  return { token, session: { tokenHash, spaceId, userId, sharedDevice, startedAt: now, seenAt: now } };
}

/**
 * The session that a secret stands for.
 * In: the secret from the cookie; `touch`: whether a person asked for something, which keeps the session alive (a stream
 * that looks whether it may go on does not). Out: the session with the time of this use, or undefined when there is
 * none, or it has ended. Rejects with faults of the database only.
 */
export async function findSession(people: People, token: string, touch = true): Promise<Session | undefined> {
  const tokenHash = await hashText(token);
  const now = people.ports.now();
  return people.database.outsideSpaces(async (tx) => {
    const row = await tx
      .selectFrom('sign_in_session')
      .selectAll()
      .where('token_hash', '=', tokenHash)
      .executeTakeFirst();
    if (row === undefined) return undefined;
    const session: Session = {
      tokenHash,
      spaceId: row.space_id,
      userId: row.user_id,
      sharedDevice: row.shared_device,
      startedAt: Number(row.started_at),
      seenAt: Number(row.seen_at),
    };
    if (!isLive(session, now)) {
      await tx.deleteFrom('sign_in_session').where('token_hash', '=', tokenHash).execute();
      return undefined;
    }
    if (!touch || !needsTouch(session, now)) return session;
    await tx.updateTable('sign_in_session').set({ seen_at: now }).where('token_hash', '=', tokenHash).execute();
    return { ...session, seenAt: now };
  });
}

/**
 * Ends one session. Ending one that has ended is no fault. Streams that it had opened are told. It ends also where the
 * log cannot be written just now: nobody may be kept signed in by a crowd.
 */
export async function endSession(people: People, { tokenHash }: Pick<Session, 'tokenHash'>): Promise<void> {
  const identity = await people.database.outsideSpaces(async (tx) => {
    const ended = await tx
      .deleteFrom('sign_in_session')
      .where('token_hash', '=', tokenHash)
      .returning(['space_id as spaceId', 'user_id as userId'])
      .executeTakeFirst();
    if (ended) await notifyPerson(tx, ended);
    return ended;
  });
  if (identity === undefined) return;
  const { now, log } = people.ports;
  await noteAccessAlone(people.database, identity, { event: 'sign-out', at: now() }).catch((error: unknown) =>
    log({ event: 'not-in-access-log', what: 'sign-out', name: error instanceof Error ? error.name : 'unknown' }),
  );
}

/**
 * Ends every session of somebody, but the named one: after a new password, or when they may no longer come in. Streams
 * that they had opened are told.
 */
export async function endSessionsOf(tx: Tx, { spaceId, userId }: SpaceIdentity, butHash = ''): Promise<void> {
  await tx
    .deleteFrom('sign_in_session')
    .where('space_id', '=', spaceId)
    .where('user_id', '=', userId)
    .where('token_hash', '!=', butHash)
    .execute();
  await notifyPerson(tx, { spaceId, userId });
}
