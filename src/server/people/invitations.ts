import type { Membership } from '#protocol/membership.ts';
import type { Invitation } from '#protocol/people.ts';
import { noteAccess } from '#server/access-log/note-access.ts';
import { lockSpace } from '#server/database/lock-space.ts';
import type { SpaceIdentity, Tx } from '#server/database/server-database.ts';
import { createAccount, type Proof } from './accounts.ts';
import { createLink, removeLinks, type StoredLink, takeLink } from './links.ts';
import { isGrantable, keepStronger, readActor, readMemberships, saveMemberships } from './memberships.ts';
import type { People } from './people.ts';
import { createId } from './tokens.ts';

export type InviteOutcome =
  | { readonly kind: 'link'; readonly id: string; readonly token: string; readonly endsAt: number }
  | { readonly kind: 'unknown' };

/**
 * A link that gives whoever opens it the roles it names. Fourteen days, once.
 * In: who invites, and what to give. Out: the link; `unknown` where a promise is not theirs to open, or not there: the
 * two are not told apart.
 */
export const invite = (people: People, by: SpaceIdentity, grants: readonly Membership[]): Promise<InviteOutcome> =>
  people.database.inSpace(by, async (tx): Promise<InviteOutcome> => {
    await lockSpace(tx);
    const actor = await readActor(tx, by);
    if (!people.rights.mayAct(actor, { kind: 'invite', grants })) return { kind: 'unknown' };
    for (const { scope } of grants) if (!(await isGrantable(tx, by.spaceId, scope))) return { kind: 'unknown' };
    const id = createId(people.ports);
    const { token, endsAt } = await createLink(tx, people, 'invitation', { spaceId: by.spaceId, id });
    await tx
      .insertInto('invitation')
      .values({
        space: by.spaceId,
        id,
        grants: JSON.stringify(grants),
        made_by: by.userId,
        made_at: people.ports.now(),
        ends_at: endsAt,
      })
      .execute();
    await noteAccess(tx, by, { event: 'invited', at: people.ports.now(), facts: { invitation: id, grants } });
    return { kind: 'link', id, token, endsAt };
  });

/** Open invitations that somebody could have made themselves, newest first. */
export const listInvitations = (people: People, by: SpaceIdentity): Promise<readonly Invitation[]> =>
  people.database.inSpace(by, async (tx) => {
    const actor = await readActor(tx, by);
    const rows = await selectOpen(tx, by.spaceId, people.ports.now()).orderBy('made_at', 'desc').execute();
    return rows.map(toInvitation).filter(({ grants }) => people.rights.mayAct(actor, { kind: 'invite', grants }));
  });

/** Takes an open invitation back. Out: false for one that is unknown, used, or not theirs to take back. */
export const withdrawInvitation = (people: People, by: SpaceIdentity, id: string): Promise<boolean> =>
  people.database.inSpace(by, async (tx) => {
    await lockSpace(tx);
    const actor = await readActor(tx, by);
    const row = await selectOpen(tx, by.spaceId, people.ports.now()).where('id', '=', id).executeTakeFirst();
    if (row === undefined || !people.rights.mayAct(actor, { kind: 'invite', grants: toInvitation(row).grants }))
      return false;
    await tx
      .updateTable('invitation')
      .set({ withdrawn_at: people.ports.now() })
      .where('space', '=', by.spaceId)
      .where('id', '=', id)
      .execute();
    await removeLinks(tx, 'invitation', id);
    await noteAccess(tx, by, { event: 'invitation-withdrawn', at: people.ports.now(), facts: { invitation: id } });
    return true;
  });

/** What an unused link of this kind would give. In: a transaction in its space. */
export async function findInvitation(tx: Tx, link: StoredLink, now: number): Promise<Invitation | undefined> {
  if (link.kind !== 'invitation' || link.space_id === null || link.subject_id === null) return undefined;
  const row = await selectOpen(tx, link.space_id, now).where('id', '=', link.subject_id).executeTakeFirst();
  return row && toInvitation(row);
}

/** Who accepts: somebody new with a proof, or somebody who has an account in the space. */
export type Acceptor =
  | { readonly kind: 'new'; readonly personName: string; readonly proof: Proof }
  | { readonly kind: 'known'; readonly userId: string };

export type AcceptOutcome =
  | { readonly kind: 'accepted'; readonly identity: SpaceIdentity }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'name-taken' };

/**
 * Uses an invitation: the account is made or found, and gets what the invitation gives and it did not have.
 * In: a transaction in the invitation's space, and who accepts. Out: who they are; anything else is to be rolled back by
 * the caller. What whoever invited may do no longer counts: an invitation that should not stand is withdrawn, and those
 * of somebody whose account ends are withdrawn with it.
 */
export async function acceptInvitation(
  tx: Tx,
  people: Pick<People, 'ports'>,
  link: StoredLink,
  acceptor: Acceptor,
): Promise<AcceptOutcome> {
  // First of all, as everywhere: whoever took a link first and the lock second could wait for somebody who waits for them.
  await lockSpace(tx);
  const now = people.ports.now();
  const invitation = await findInvitation(tx, link, now);
  const taken = await takeLink(tx, link.token_hash, 'invitation', now);
  if (invitation === undefined || taken === undefined || link.space_id === null) return { kind: 'unknown' };

  const spaceId = link.space_id;
  const created = await findOrCreate(tx, people, spaceId, acceptor);
  if (created.kind === 'name-taken') return created;
  const { identity } = created;
  const has = await readMemberships(tx, identity);
  const grants: Membership[] = [];
  for (const grant of keepStronger(has, invitation.grants)) {
    // A promise that was removed meanwhile is left out; the others stand.
    if (await isGrantable(tx, spaceId, grant.scope)) grants.push(grant);
  }
  const changes = grants.map((grant) => ({ userId: identity.userId, ...grant }));
  await saveMemberships(tx, { spaceId, userId: invitation.madeBy }, now, changes);
  await tx
    .updateTable('invitation')
    .set({ used_at: now, used_by: identity.userId })
    .where('space', '=', spaceId)
    .where('id', '=', invitation.id)
    .execute();
  await noteAccess(tx, identity, { event: 'invitation-accepted', at: now, facts: { invitation: invitation.id } });
  return { kind: 'accepted', identity };
}

/** Withdraws everything that somebody has offered: when they may no longer. */
export async function withdrawAllOf(tx: Tx, { spaceId, userId }: SpaceIdentity, now: number): Promise<void> {
  const rows = await tx
    .updateTable('invitation')
    .set({ withdrawn_at: now })
    .where('space', '=', spaceId)
    .where('made_by', '=', userId)
    .where('used_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .returning('id')
    .execute();
  for (const { id } of rows) await removeLinks(tx, 'invitation', id);
}

const findOrCreate = (tx: Tx, people: Pick<People, 'ports'>, spaceId: string, acceptor: Acceptor) =>
  acceptor.kind === 'new'
    ? createAccount(tx, people, spaceId, acceptor.personName, acceptor.proof)
    : ({ kind: 'created', identity: { spaceId, userId: acceptor.userId } } as const);

const selectOpen = (tx: Tx, spaceId: string, now: number) =>
  tx
    .selectFrom('invitation')
    .selectAll()
    .where('space', '=', spaceId)
    .where('used_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .where('ends_at', '>', String(now));

function toInvitation(row: {
  readonly id: string;
  readonly grants: readonly Membership[];
  readonly made_by: string;
  readonly made_at: string;
  readonly ends_at: string;
}): Invitation {
  return {
    id: row.id,
    grants: row.grants,
    madeBy: row.made_by,
    madeAt: Number(row.made_at),
    endsAt: Number(row.ends_at),
  };
}
