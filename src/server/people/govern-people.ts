import type { Membership } from '#protocol/membership.ts';
import type { Person } from '#protocol/people.ts';
import { noteAccess } from '#server/access-log/note-access.ts';
import { lockSpace } from '#server/database/lock-space.ts';
import type { SpaceIdentity, Tx } from '#server/database/server-database.ts';
import { findAccount } from './accounts.ts';
import { withdrawAllOf } from './invitations.ts';
import { createLink, removeLinks } from './links.ts';
import { countSpaceAdmins, isGrantable, readActor, readMemberships, saveMemberships } from './memberships.ts';
import type { People } from './people.ts';
import { type Actor, findRole } from './rights-over-people.ts';
import { endSessionsOf } from './sessions.ts';

/** `unknown`: not there, or not theirs; the two are not told apart. */
export type GovernOutcome = { readonly kind: 'done' } | { readonly kind: 'unknown' } | { readonly kind: 'last-admin' };

export type ResetOutcome =
  | { readonly kind: 'link'; readonly id: string; readonly token: string; readonly endsAt: number }
  | { readonly kind: 'unknown' };

/**
 * Gives somebody of the space a role in a scope, or another one. One write with one version (sync 2.11).
 * In: who decides, about whom, what. Out: see the type. The last administrator of the space stays one.
 */
export const setMembership = (
  people: People,
  by: SpaceIdentity,
  userId: string,
  membership: Membership,
): Promise<GovernOutcome> =>
  decide(people, by, async (tx, actor) => {
    const of = { spaceId: by.spaceId, userId };
    const has = await readMemberships(tx, of);
    const before = findRole(has, membership.scope);
    if (!people.rights.mayAct(actor, { kind: 'grant', to: userId, membership, before })) return { kind: 'unknown' };
    if ((await findAccount(tx, of)) === undefined) return { kind: 'unknown' };
    if (!(await isGrantable(tx, by.spaceId, membership.scope))) return { kind: 'unknown' };
    if (membership.role !== 'admin' && (await isLastAdmin(tx, of, membership.scope, has)))
      return { kind: 'last-admin' };
    const same = has.some(
      (one) => one.scope === membership.scope && one.role === membership.role && one.lens === membership.lens,
    );
    await saveMemberships(tx, by, people.ports.now(), same ? [] : [{ userId, ...membership }]);
    return { kind: 'done' };
  });

/** Takes a role away: at their next contact the devices of this person drop the scope (sync 2.11). */
export const revokeMembership = (
  people: People,
  by: SpaceIdentity,
  userId: string,
  scope: string,
): Promise<GovernOutcome> =>
  decide(people, by, async (tx, actor) => {
    const of = { spaceId: by.spaceId, userId };
    const has = await readMemberships(tx, of);
    const before = findRole(has, scope);
    if (before === undefined) return { kind: 'unknown' };
    if (!people.rights.mayAct(actor, { kind: 'revoke', from: userId, scope, before })) return { kind: 'unknown' };
    if (await isLastAdmin(tx, of, scope, has)) return { kind: 'last-admin' };
    await saveMemberships(tx, by, people.ports.now(), [{ userId, scope, role: null, lens: null }]);
    return { kind: 'done' };
  });

/**
 * Ends an account: every right, session, way to sign in, link and open invitation of it, in one transaction. What the
 * person has logged stays, and so does their name beside it.
 */
export const endAccount = (people: People, by: SpaceIdentity, userId: string): Promise<GovernOutcome> =>
  decide(people, by, async (tx, actor) => {
    const of = { spaceId: by.spaceId, userId };
    if (!people.rights.mayAct(actor, { kind: 'govern-account', of: userId })) return { kind: 'unknown' };
    if ((await findAccount(tx, of)) === undefined) return { kind: 'unknown' };
    const has = await readMemberships(tx, of);
    if (await isLastAdmin(tx, of, by.spaceId, has)) return { kind: 'last-admin' };
    const now = people.ports.now();
    const taken = has.map(({ scope }) => ({ userId, scope, role: null, lens: null }));
    await saveMemberships(tx, by, now, taken);
    await tx
      .updateTable('account')
      .set({ ended_at: now })
      .where('space', '=', by.spaceId)
      .where('id', '=', userId)
      .execute();
    await withdrawAllOf(tx, of, now);
    await removeLinks(tx, 'reset', userId);
    // Before the sessions: a sign-in under way holds its row, so what it begins is there to be ended afterwards.
    for (const table of ['sign_in_name', 'sign_in_identity'] as const) {
      await tx.deleteFrom(table).where('space_id', '=', by.spaceId).where('user_id', '=', userId).execute();
    }
    await endSessionsOf(tx, of);
    await noteAccess(tx, by, { event: 'account-ended', at: now, about: userId });
    return { kind: 'done' };
  });

/** Ends every session of somebody: a lost phone, a doubt. */
export const endTheirSessions = (people: People, by: SpaceIdentity, userId: string): Promise<GovernOutcome> =>
  decide(people, by, async (tx, actor) => {
    const of = { spaceId: by.spaceId, userId };
    if (!people.rights.mayAct(actor, { kind: 'govern-account', of: userId })) return { kind: 'unknown' };
    if ((await findAccount(tx, of)) === undefined) return { kind: 'unknown' };
    await endSessionsOf(tx, of);
    await noteAccess(tx, by, { event: 'sessions-ended', at: people.ports.now(), about: userId });
    return { kind: 'done' };
  });

/** A link for a new password, to be handed over. Out: `unknown` also for who signs in through a provider only. */
export const createResetLink = (people: People, by: SpaceIdentity, userId: string): Promise<ResetOutcome> =>
  decide(people, by, async (tx, actor): Promise<ResetOutcome> => {
    if (!people.rights.mayAct(actor, { kind: 'govern-account', of: userId })) return { kind: 'unknown' };
    const name = await tx
      .selectFrom('sign_in_name')
      .select('name')
      .where('space_id', '=', by.spaceId)
      .where('user_id', '=', userId)
      .executeTakeFirst();
    if (name === undefined) return { kind: 'unknown' };
    const link = await createLink(tx, people, 'reset', { spaceId: by.spaceId, id: userId });
    await noteAccess(tx, by, { event: 'reset-link-made', at: people.ports.now(), about: userId });
    return { kind: 'link', id: userId, ...link };
  });

/**
 * The people somebody may see: all of the space for its administrator, else those of the promises where they may give a
 * role, with their rights in these promises only. Themselves always. Whoever sees others is told in the log.
 */
export const listPeople = (people: People, by: SpaceIdentity): Promise<readonly Person[]> =>
  decide(people, by, async (tx, actor) => {
    const scopes = people.rights.listGoverned(actor);
    if (scopes === 'all' || scopes.length > 0) {
      await noteAccess(tx, by, { event: 'people-read', at: people.ports.now(), facts: { scopes } });
    }
    const members = await tx
      .selectFrom('member')
      .select(['user_id', 'scope', 'role', 'lens'])
      .where('space', '=', by.spaceId)
      .where('revoked_at', 'is', null)
      .orderBy('scope')
      .execute();
    const seen = members.filter(
      ({ user_id, scope }) => scopes === 'all' || scopes.includes(scope) || user_id === by.userId,
    );
    const ids = new Set([by.userId, ...seen.map(({ user_id }) => user_id)]);
    const accounts = (await selectAccounts(tx, by.spaceId)).filter(({ id }) => scopes === 'all' || ids.has(id));
    const names = await tx.selectFrom('sign_in_name').select('user_id').where('space_id', '=', by.spaceId).execute();
    const identities = await tx
      .selectFrom('sign_in_identity')
      .select(['user_id', 'provider'])
      .where('space_id', '=', by.spaceId)
      .execute();
    return accounts.map(({ id, name, made_at }) => ({
      id,
      name,
      password: names.some(({ user_id }) => user_id === id),
      providers: identities
        .filter(({ user_id }) => user_id === id)
        // One that is no longer set up has no other name left.
        .map(({ provider }) => people.providers.get(provider)?.settings.name ?? provider),
      memberships: seen
        .filter(({ user_id }) => user_id === id)
        .map(({ scope, role, lens }) => ({ scope, role, lens }) as Membership),
      madeAt: Number(made_at),
    }));
  });

const selectAccounts = (tx: Tx, spaceId: string) =>
  tx
    .selectFrom('account')
    .select(['id', 'name', 'made_at'])
    .where('space', '=', spaceId)
    .where('ended_at', 'is', null)
    .orderBy('made_at')
    .orderBy('id')
    .execute();

/** Under the tenant's lock from the first look on: what is decided on is what is written on. */
const decide = <T>(people: People, by: SpaceIdentity, work: (tx: Tx, actor: Actor) => Promise<T>): Promise<T> =>
  people.database.inSpace(by, async (tx) => {
    await lockSpace(tx);
    return work(tx, await readActor(tx, by));
  });

async function isLastAdmin(tx: Tx, of: SpaceIdentity, scope: string, has: readonly Membership[]): Promise<boolean> {
  if (scope !== of.spaceId || findRole(has, scope) !== 'admin') return false;
  return (await countSpaceAdmins(tx, of.spaceId)) === 1;
}
