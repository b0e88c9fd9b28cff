import { sql } from 'kysely';
import type { SpaceIdentity, Tx } from '#server/database/server-database.ts';
import { selectEntries } from './read-access-log.ts';

/** More rows of the log than anybody makes in the year that it is kept. */
const mostEntries = 100_000;

/**
 * Everything that is stored about somebody with an account (guard P10): for themselves, or for whoever answers them.
 * In: a transaction in their tenant, and who. Out: a value for JSON; undefined when there never was such an account.
 * Secrets are left out: passwords and sessions are there as moments only. Of what they wrote, names: the content is in
 * the records, which belong to the promise.
 */
export async function readPersonExtract(tx: Tx, { spaceId, userId }: SpaceIdentity) {
  const account = await tx
    .selectFrom('account')
    .select(['id', 'name', 'made_at', 'ended_at'])
    .where('space', '=', spaceId)
    .where('id', '=', userId)
    .executeTakeFirst();
  if (account === undefined) return undefined;
  return {
    account: { ...account, made_at: toMoment(account.made_at), ended_at: toMoment(account.ended_at) },
    signIn: await readWaysIn(tx, { spaceId, userId }),
    sessions: await readSessions(tx, { spaceId, userId }),
    devices: await readDevices(tx, { spaceId, userId }),
    ...(await readRights(tx, { spaceId, userId })),
    records: await readWritten(tx, { spaceId, userId }),
    log: (await selectEntries(tx, spaceId, { person: userId }, mostEntries)).map(({ at, ...entry }) => ({
      at: toMoment(at),
      ...entry,
    })),
  };
}

export const toMoment = (milliseconds: string | number | null): string | null =>
  milliseconds === null ? null : new Date(Number(milliseconds)).toISOString();

async function readWaysIn(tx: Tx, { spaceId, userId }: SpaceIdentity) {
  const names = await tx
    .selectFrom('sign_in_name')
    .select(['name', 'changed_at'])
    .where('space_id', '=', spaceId)
    .where('user_id', '=', userId)
    .execute();
  const identities = await tx
    .selectFrom('sign_in_identity')
    .select(['provider', 'issuer', 'subject', 'made_at'])
    .where('space_id', '=', spaceId)
    .where('user_id', '=', userId)
    .execute();
  return {
    names: names.map(({ name, changed_at }) => ({ name, passwordChangedAt: toMoment(changed_at) })),
    identities: identities.map(({ made_at, ...identity }) => ({ ...identity, madeAt: toMoment(made_at) })),
  };
}

/** Sessions that hold, without what would open them. */
export async function readSessions(tx: Tx, { spaceId, userId }: SpaceIdentity) {
  const rows = await tx
    .selectFrom('sign_in_session')
    .select(['started_at', 'seen_at', 'shared_device'])
    .where('space_id', '=', spaceId)
    .where('user_id', '=', userId)
    .orderBy('started_at')
    .execute();
  return rows.map(({ started_at, seen_at, shared_device }) => ({
    ...{ startedAt: toMoment(started_at), seenAt: toMoment(seen_at), sharedDevice: shared_device },
  }));
}

/** Devices that have sent something, by the name that they gave themselves. */
export async function readDevices(tx: Tx, { spaceId, userId }: SpaceIdentity) {
  const rows = await tx
    .selectFrom('device')
    .select(['id', 'last_seq', 'seen_at'])
    .where('space', '=', spaceId)
    .where('user_id', '=', userId)
    .orderBy('seen_at')
    .execute();
  return rows.map(({ id, last_seq, seen_at }) => ({
    ...{ id, operations: Number(last_seq), seenAt: new Date(seen_at).toISOString() },
  }));
}

async function readRights(tx: Tx, { spaceId, userId }: SpaceIdentity) {
  const memberships = await tx
    .selectFrom('member')
    .select(['scope', 'role', 'lens', 'revoked_at'])
    .where('space', '=', spaceId)
    .where('user_id', '=', userId)
    .orderBy('scope')
    .execute();
  const changes = await tx
    .selectFrom('member_change')
    .select(['scope', 'role', 'lens', 'changed_by', 'changed_at'])
    .where('space', '=', spaceId)
    .where('user_id', '=', userId)
    .orderBy('version')
    .execute();
  const invitations = await tx
    .selectFrom('invitation')
    .select(['id', 'grants', 'made_by', 'made_at', 'used_at', 'used_by', 'withdrawn_at'])
    .where('space', '=', spaceId)
    .where((is) => is.or([is('made_by', '=', userId), is('used_by', '=', userId)]))
    .orderBy('made_at')
    .execute();
  return {
    memberships,
    membershipChanges: changes.map((one) => ({ ...one, changed_at: toMoment(one.changed_at) })),
    invitations: invitations.map((one) => ({
      ...{ ...one, made_at: toMoment(one.made_at), used_at: toMoment(one.used_at) },
      withdrawn_at: toMoment(one.withdrawn_at),
    })),
  };
}

/** Rows that they wrote in, by table: also what was erased since is named, without what stood there. */
async function readWritten(tx: Tx, { spaceId, userId }: SpaceIdentity): Promise<Readonly<Record<string, string[]>>> {
  const { rows } = await sql<{ readonly tbl: string; readonly ids: string }>`
    SELECT tbl, json_agg(DISTINCT ent)::text AS ids
    FROM history WHERE space = ${spaceId} AND user_id = ${userId} GROUP BY tbl ORDER BY tbl
  `.execute(tx);
  return Object.fromEntries(rows.map(({ tbl, ids }) => [tbl, JSON.parse(ids)]));
}
