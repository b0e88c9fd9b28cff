import type { Role } from '#domain/delivery/scope-key.ts';
import type { Membership } from '#protocol/membership.ts';

/** Somebody who acts on people: what they are in the space as a whole, and in single promises. */
export interface Actor {
  readonly userId: string;
  readonly spaceId: string;
  readonly memberships: readonly Membership[];
}

/** What can be done to people and to the links that let them in. */
export type PeopleAction =
  | { readonly kind: 'grant'; readonly to: string; readonly membership: Membership; readonly before: Role | undefined }
  | { readonly kind: 'revoke'; readonly from: string; readonly scope: string; readonly before: Role }
  /** Making an invitation, seeing it, and taking it back. */
  | { readonly kind: 'invite'; readonly grants: readonly Pick<Membership, 'scope' | 'role'>[] }
  /** Of a whole account: its password, its sessions, its being there at all. */
  | { readonly kind: 'govern-account'; readonly of: string };

/**
 * Which roles somebody may give and take, by the role they have themselves in the same scope. A manager lets in those
 * who work and those who read; only an administrator makes managers and administrators.
 */
const givenBy: Readonly<Record<Role, readonly Role[]>> = {
  admin: ['admin', 'manager', 'editor', 'reader'],
  manager: ['editor', 'reader'],
  editor: [],
  reader: [],
};

/** What somebody is in a scope. In: memberships and the id of a promise or space. Out: a role, or undefined. */
export const findRole = (memberships: readonly Membership[], scope: string): Role | undefined =>
  memberships.find((membership) => membership.scope === scope)?.role;

/** Whether somebody administers the space itself: its people, and who may do what in it. */
export const isSpaceAdmin = ({ memberships, spaceId }: Actor): boolean => findRole(memberships, spaceId) === 'admin';

/**
 * Whether somebody may do something to people: the one table of these rights (sync 2.11, guard T14 and T30).
 * In: who, with the memberships that hold now, and what. Out: a truth value. Whoever administers the space may give
 * rights in every promise without seeing any of them: to look, they must let themselves in, and that is on record.
 * Nobody but they changes their own rights.
 */
export function mayActOnPeople(actor: Actor, action: PeopleAction): boolean {
  if (isSpaceAdmin(actor)) return true;
  switch (action.kind) {
    case 'grant':
      return (
        action.to !== actor.userId && mayGive(actor, action.membership.scope, [action.membership.role, action.before])
      );
    case 'revoke':
      return action.from !== actor.userId && mayGive(actor, action.scope, [action.before]);
    case 'invite':
      return action.grants.every(({ scope, role }) => mayGive(actor, scope, [role]));
    case 'govern-account':
      return false;
  }
}

/** The promises whose people somebody may see: those where they may give a role. `all` for the space's administrator. */
export const listGovernedScopes = (actor: Actor): 'all' | readonly string[] =>
  isSpaceAdmin(actor)
    ? 'all'
    : actor.memberships.filter(({ role }) => givenBy[role].length > 0).map(({ scope }) => scope);

function mayGive(actor: Actor, scope: string, given: readonly (Role | undefined)[]): boolean {
  const role = findRole(actor.memberships, scope);
  return role !== undefined && given.every((one) => one === undefined || givenBy[role].includes(one));
}

/** Who may do what to people, as everything in this folder asks it. */
export interface RightsOverPeople {
  readonly mayAct: typeof mayActOnPeople;
  readonly listGoverned: typeof listGovernedScopes;
}

export const rightsOverPeople: RightsOverPeople = { mayAct: mayActOnPeople, listGoverned: listGovernedScopes };
