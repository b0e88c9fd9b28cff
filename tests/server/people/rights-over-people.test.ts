import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lenses, type Role, roles } from '#domain/delivery/scope-key.ts';
import { fitsRole } from '#protocol/membership.ts';
import {
  type Actor,
  listGovernedScopes,
  mayActOnPeople,
  type PeopleAction,
} from '#server/people/rights-over-people.ts';

const spaceId = 'space';
const actorWith = (scope: string, role: Role): Actor => ({
  userId: 'me',
  spaceId,
  memberships: [{ scope, role, lens: 'full' }],
});
const grant = (role: Role, before?: Role, to = 'other'): PeopleAction => ({
  kind: 'grant',
  to,
  membership: { scope: 'promise', role, lens: 'full' },
  before,
});

/** Role in the promise → the roles that may be given and taken there. */
const expected: readonly (readonly [Role, readonly Role[]])[] = [
  ['admin', ['admin', 'manager', 'editor', 'reader']],
  ['manager', ['editor', 'reader']],
  ['editor', []],
  ['reader', []],
];

describe.each(expected)('a promise’s %s', (role, given) => {
  const actor = actorWith('promise', role);

  test.each(roles)('gives and takes %s exactly if the table says so', (other) => {
    const may = given.includes(other);

    expect(mayActOnPeople(actor, grant(other))).toBe(may);
    expect(mayActOnPeople(actor, { kind: 'revoke', from: 'other', scope: 'promise', before: other })).toBe(may);
    expect(mayActOnPeople(actor, { kind: 'invite', grants: [{ scope: 'promise', role: other }] })).toBe(may);
  });

  test('changes nobody who has a role they could not have given', () => {
    for (const before of roles.filter((other) => !given.includes(other))) {
      expect(mayActOnPeople(actor, grant('reader', before))).toBe(false);
    }
  });

  test('has no say in another promise, over an account, or over their own rights', () => {
    for (const other of roles) {
      expect(mayActOnPeople(actor, { kind: 'invite', grants: [{ scope: 'elsewhere', role: other }] })).toBe(false);
      expect(mayActOnPeople(actor, grant(other, undefined, 'me'))).toBe(false);
      expect(mayActOnPeople(actor, { kind: 'revoke', from: 'me', scope: 'promise', before: other })).toBe(false);
    }
    expect(mayActOnPeople(actor, { kind: 'govern-account', of: 'other' })).toBe(false);
  });

  test('sees the people of the promises where they may give a role', () => {
    expect(listGovernedScopes(actor)).toEqual(given.length > 0 ? ['promise'] : []);
  });
});

test('whoever administers the space may do all of it', () => {
  const actor = actorWith(spaceId, 'admin');

  expect(mayActOnPeople(actor, grant('admin'))).toBe(true);
  expect(mayActOnPeople(actor, { kind: 'govern-account', of: 'other' })).toBe(true);
  expect(listGovernedScopes(actor)).toBe('all');
});

test('nobody can give, in any number of steps, more than an administrator of the same scope could', () => {
  const membership = fc.record({
    scope: fc.constantFrom('promise', 'elsewhere'),
    role: fc.constantFrom<Role>('editor', 'reader'),
    lens: fc.constantFrom(...lenses),
  });
  fc.assert(
    fc.property(fc.array(membership), fc.constantFrom(...roles), (memberships, role) => {
      expect(mayActOnPeople({ userId: 'me', spaceId, memberships }, grant(role))).toBe(false);
    }),
  );
});

test('only who merely reads may have a narrower lens', () => {
  expect(
    roles.flatMap((role) => lenses.filter((lens) => fitsRole(role, lens)).map((lens) => `${role} ${lens}`)),
  ).toEqual(['admin full', 'manager full', 'editor full', 'reader full', 'reader shared', 'reader public']);
});
