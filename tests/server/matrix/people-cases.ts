import type { Role } from '#domain/delivery/scope-key.ts';
import { type Asker, type MatrixWorld, type Scope, scopes } from '#tests/support/matrix-world.ts';
import {
  admins,
  allow,
  type Expected,
  foreigner,
  idOf,
  leaders,
  type MatrixCase,
  meet,
  nobody,
  ownerOf,
  top,
} from './matrix-case.ts';

/** Who may give anything at all in a scope, and who may give each role where they may. */
const byScope: Readonly<Record<Scope, readonly Asker[]>> = {
  own: leaders,
  other: top,
  removed: nobody,
  foreign: foreigner,
  unknown: nobody,
  space: top,
  'foreign-space': foreigner,
};
const byRole: Readonly<Record<Role, readonly Asker[]>> = {
  reader: [...leaders, 'foreign-admin'],
  editor: [...leaders, 'foreign-admin'],
  manager: [...admins, 'foreign-admin'],
  admin: [...admins, 'foreign-admin'],
};
const roles = Object.keys(byRole) as readonly Role[];
const toRight = (role: Role) => ({ role, lens: role === 'reader' ? 'shared' : 'full' });

/** People, by what they are in the promise `own`: who may change that, and who governs the account. */
const persons: Readonly<Record<string, { readonly inOwn: readonly Asker[]; readonly account: readonly Asker[] }>> = {
  member: { inOwn: leaders, account: top },
  lead: { inOwn: admins, account: top },
  elsewhere: { inOwn: leaders, account: top },
  revoked: { inOwn: meet(leaders), account: top },
  self: { inOwn: top, account: top },
  ended: { inOwn: nobody, account: nobody },
  'foreign-person': { inOwn: foreigner, account: foreigner },
  unknown: { inOwn: nobody, account: nobody },
  malformed: { inOwn: nobody, account: nobody },
};
const membershipPath = (world: MatrixWorld, asker: Asker, person: string, scope: string) =>
  `/api/people/${idOf(world, asker, person)}/memberships/${world.ids[scope]}`;
/** Who asks about themselves in another tenant's scope, or the administrator of the other tenant about themselves. */
const mayGive = (person: string, scope: Scope, role: Role): readonly Asker[] => {
  const who = person === 'self' ? [...top, ...foreigner] : (persons[person]?.inOwn ?? nobody);
  return meet(byScope[scope], byRole[role], who);
};
const isOwnSpace = (asker: Asker, scope: Scope) => scope === (asker === 'foreign-admin' ? 'foreign-space' : 'space');

const grants = Object.keys(persons).flatMap((person) =>
  scopes.flatMap((scope) =>
    roles.map((role): MatrixCase => {
      const may = allow(mayGive(person, scope, role));
      return {
        route: 'PUT /api/people/:id/memberships/:scope',
        object: `${person} in ${scope} as ${role}`,
        owner: ownerOf(`${person} ${scope}`),
        toRequest: (world, asker) => ({
          ...{ method: 'PUT', path: membershipPath(world, asker, person, scope), body: toRight(role) },
        }),
        // Whoever administers alone cannot stop doing so.
        expect: (asker) =>
          person === 'self' && role !== 'admin' && isOwnSpace(asker, scope) && may(asker).status === 200
            ? { status: 409 }
            : may(asker),
      };
    }),
  ),
);

/** Who of these has a right there, and who may take it. */
const takenBy: Readonly<Record<string, readonly Asker[]>> = {
  'member in own': leaders,
  'lead in own': admins,
  'elsewhere in other': top,
  'self in foreign': foreigner,
  'foreign-person in foreign': foreigner,
};
const takings = Object.keys(persons).flatMap((person) =>
  scopes.map((scope): MatrixCase => {
    const may = allow(takenBy[`${person} in ${scope}`] ?? nobody);
    return {
      route: 'DELETE /api/people/:id/memberships/:scope',
      object: `${person} in ${scope}`,
      owner: ownerOf(`${person} ${scope}`),
      toRequest: (world, asker) => ({ method: 'DELETE', path: membershipPath(world, asker, person, scope) }),
      expect: (asker) =>
        person === 'self' && isOwnSpace(asker, scope) && [...top, ...foreigner].includes(asker)
          ? { status: 409 }
          : may(asker),
    };
  }),
);

const accountRoutes = [
  ['DELETE /api/people/:id', 'DELETE', ''],
  ['DELETE /api/people/:id/sessions', 'DELETE', '/sessions'],
  ['POST /api/people/:id/reset', 'POST', '/reset'],
] as const;
const accounts = accountRoutes.flatMap(([route, method, tail]) =>
  Object.entries(persons).map(
    ([person, { account }]): MatrixCase => ({
      route,
      object: person,
      owner: ownerOf(person),
      toRequest: (world, asker) => ({ method, path: `/api/people/${idOf(world, asker, person)}${tail}` }),
      expect: (asker) => {
        const may = person === 'self' ? [...top, ...foreigner] : account;
        return allow(may, toGoverned(tail, person, asker))(asker);
      },
    }),
  ),
);
/** What comes of it where it is allowed: the link names the account, and the last administrator stays. */
function toGoverned(tail: (typeof accountRoutes)[number][2], person: string, asker: Asker): Expected {
  if (tail === '/reset') return { status: 200, sees: [person === 'self' ? asker : person] };
  return { status: person === 'self' && tail === '' ? 409 : 200 };
}

const invites = scopes.flatMap((scope) =>
  roles.map(
    (role): MatrixCase => ({
      route: 'POST /api/invitations',
      object: `to ${scope} as ${role}`,
      owner: ownerOf(scope),
      toRequest: ({ ids }) => ({
        ...{ method: 'POST', path: '/api/invitations' },
        body: { grants: [{ scope: ids[scope], ...toRight(role) }] },
      }),
      expect: allow(meet(byScope[scope], byRole[role])),
    }),
  ),
);
const mixedInvite = (second: Scope, by: readonly Asker[]): MatrixCase => ({
  route: 'POST /api/invitations',
  object: `to own and ${second} as editor`,
  owner: ownerOf(second),
  toRequest: ({ ids }) => ({
    ...{ method: 'POST', path: '/api/invitations' },
    body: { grants: [ids.own, ids[second]].map((scope) => ({ scope, ...toRight('editor') })) },
  }),
  expect: allow(by),
});

/** People, rights and the making of invitations. */
export const peopleCases: readonly MatrixCase[] = [
  ...grants,
  ...takings,
  ...accounts,
  ...invites,
  mixedInvite('other', top),
  mixedInvite('foreign', nobody),
];
