import type { Lens, Role } from '#domain/delivery/scope-key.ts';
import type { Membership } from '#protocol/membership.ts';
import { noteAccess } from '#server/access-log/note-access.ts';
import { lockSpace, notifyPerson, notifySpace } from '#server/database/lock-space.ts';
import type { SpaceIdentity, Tx } from '#server/database/server-database.ts';
import type { Actor as ExchangeActor } from '#server/exchange/exchange-rows.ts';
import type { Actor } from './rights-over-people.ts';

/** One right to be given, or taken when `role` is null. */
export interface MembershipChange {
  readonly userId: string;
  readonly scope: string;
  readonly role: Role | null;
  readonly lens: Lens | null;
}

/** What somebody may do now. In: a transaction in their space, and who. Out: rights that hold, by scope. */
export async function readMemberships(tx: Tx, { spaceId, userId }: SpaceIdentity): Promise<readonly Membership[]> {
  const rows = await tx
    .selectFrom('member')
    .select(['scope', 'role', 'lens'])
    // Row level security says so too; either of them alone must hold.
    .where('space', '=', spaceId)
    .where('user_id', '=', userId)
    .where('revoked_at', 'is', null)
    .orderBy('scope')
    .execute();
  return rows.map(({ scope, role, lens }) => ({ scope, role: role as Role, lens: lens as Lens }));
}

/** Who acts on people, with what they may do now. */
export const readActor = async (tx: Tx, { spaceId, userId }: SpaceIdentity): Promise<Actor> => ({
  userId,
  spaceId,
  memberships: await readMemberships(tx, { spaceId, userId }),
});

/**
 * The same person as push and pull see them: rights by promise, and whether they may begin a promise, which everybody
 * may who has a role in the space as a whole and does more than read.
 */
export function toExchangeActor({ userId, spaceId, memberships }: Actor): ExchangeActor {
  const inSpace = memberships.find(({ scope }) => scope === spaceId)?.role;
  return {
    userId,
    mayCreatePromises: inSpace !== undefined && inSpace !== 'reader',
    members: new Map(
      memberships.filter(({ scope }) => scope !== spaceId).map(({ scope, role, lens }) => [scope, { role, lens }]),
    ),
  };
}

/**
 * Gives and takes rights: one write under the tenant's lock with one version of its own, so that every device learns of
 * it with its next pull (sync 2.11). Who may do it has been decided by the caller, in the same transaction.
 * In: a transaction in the space, who decided, when (milliseconds), and what. Out: the version. Nothing to do writes
 * nothing and gives the present version.
 */
export async function saveMemberships(
  tx: Tx,
  by: SpaceIdentity,
  now: number,
  changes: readonly MembershipChange[],
): Promise<number> {
  const space = await lockSpace(tx);
  if (space === undefined) throw new Error('The space of a session does not exist');
  if (changes.length === 0) return Number(space.version);
  const version = Number(space.version) + 1;
  for (const change of changes) await saveOne(tx, by.spaceId, version, now, change);
  const rows = changes.map(({ userId, scope, role, lens }) => ({
    ...{ space: by.spaceId, version, user_id: userId, scope, role, lens },
    ...{ changed_by: by.userId, changed_at: now },
  }));
  await tx.insertInto('member_change').values(rows).execute();
  for (const { userId, scope, role, lens } of changes) {
    const event = role === null ? 'role-taken' : 'role-given';
    const facts = role === null ? { scope } : { scope, role, lens };
    await noteAccess(tx, by, { event, at: now, about: userId, facts });
  }
  await tx.updateTable('space').set({ version }).where('id', '=', by.spaceId).execute();
  await notifySpace(tx, by.spaceId);
  // Streams that are open ask again what they may tell (sync 2.11).
  for (const userId of new Set(changes.map((change) => change.userId))) {
    await notifyPerson(tx, { spaceId: by.spaceId, userId });
  }
  return version;
}

async function saveOne(tx: Tx, space: string, version: number, now: number, change: MembershipChange): Promise<void> {
  const { userId, scope, role, lens } = change;
  if (role === null || lens === null) {
    await tx
      .updateTable('member')
      .set({ version, revoked_at: new Date(now).toISOString() })
      .where('space', '=', space)
      .where('user_id', '=', userId)
      .where('scope', '=', scope)
      .where('revoked_at', 'is', null)
      .execute();
    return;
  }
  await tx
    .insertInto('member')
    .values({ space, user_id: userId, scope, role, lens, version })
    .onConflict((on) =>
      on.columns(['space', 'user_id', 'scope']).doUpdateSet({ role, lens, version, revoked_at: null }),
    )
    .execute();
}

/** How many administer the space. Under its lock, or two could take the last two away at once. */
export async function countSpaceAdmins(tx: Tx, spaceId: string): Promise<number> {
  const rows = await tx
    .selectFrom('member')
    .select('user_id')
    .where('space', '=', spaceId)
    .where('scope', '=', spaceId)
    .where('role', '=', 'admin')
    .where('revoked_at', 'is', null)
    .execute();
  return rows.length;
}

/** Whether rights can be given in a scope: the space itself, or a promise of it that was not removed. */
export async function isGrantable(tx: Tx, spaceId: string, scope: string): Promise<boolean> {
  if (scope === spaceId) return true;
  const row = await tx
    .selectFrom('record')
    .select('id')
    .where('space', '=', spaceId)
    .where('tbl', '=', 'promises')
    .where('id', '=', scope)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}

const roleRank: Readonly<Record<Role, number>> = { reader: 0, editor: 1, manager: 2, admin: 3 };
const lensRank: Readonly<Record<Lens, number>> = { public: 0, shared: 1, full: 2 };

/** Of what an invitation gives, what is more than somebody has: accepting one never makes anybody less. */
export const keepStronger = (has: readonly Membership[], given: readonly Membership[]): readonly Membership[] =>
  given.filter(({ scope, role, lens }) => {
    const now = has.find((membership) => membership.scope === scope);
    if (now === undefined || roleRank[role] > roleRank[now.role]) return true;
    return roleRank[role] === roleRank[now.role] && lensRank[lens] > lensRank[now.lens];
  });
