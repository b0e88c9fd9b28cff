import type { Asker } from '#tests/support/matrix-world.ts';
import {
  admins,
  allow,
  foreigner,
  leaders,
  type MatrixCase,
  newcomer,
  nobody,
  outside,
  ownerOf,
  toAll,
  top,
} from './matrix-case.ts';
import { sessionSees } from './what-is-seen.ts';

/** Invitations: who may take them back, and whether their link opens. */
const invitations: Readonly<Record<string, { readonly by: readonly Asker[]; readonly opens: boolean }>> = {
  'inv-editor': { by: leaders, opens: true },
  'inv-manager': { by: admins, opens: true },
  'inv-other': { by: top, opens: true },
  'inv-space': { by: top, opens: true },
  'inv-used': { by: nobody, opens: false },
  'inv-withdrawn': { by: nobody, opens: false },
  'inv-late': { by: nobody, opens: false },
  'inv-foreign': { by: foreigner, opens: true },
  unknown: { by: nobody, opens: false },
};
const grantedIn: Readonly<Record<string, readonly string[]>> = {
  'inv-editor': ['own', 'space'],
  'inv-manager': ['own', 'space'],
  'inv-other': ['other', 'space'],
  'inv-space': ['space'],
  'inv-foreign': ['foreign', 'foreign-space'],
};
/** Invitations and their links. */
export const linkCases: readonly MatrixCase[] = Object.entries(invitations).flatMap(
  ([name, { by, opens }]): readonly MatrixCase[] => [
    {
      route: 'DELETE /api/invitations/:id',
      object: name,
      owner: ownerOf(name),
      toRequest: ({ ids }) => ({ method: 'DELETE', path: `/api/invitations/${ids[name]}` }),
      expect: allow(by),
    },
    {
      // Whoever holds the secret may look, and come in: that is what it is for.
      route: 'POST /api/invitations/preview',
      object: name,
      owner: 'nobody',
      toRequest: ({ tokens }) => ({
        ...{ method: 'POST', path: '/api/invitations/preview', body: { token: tokens[name] } },
      }),
      expect: toAll(opens ? { status: 200, sees: grantedIn[name] ?? [] } : { status: 404 }),
    },
    {
      route: 'POST /api/invitations/accept',
      object: `${name} by somebody new`,
      owner: 'nobody',
      toRequest: ({ tokens }) => ({
        ...{ method: 'POST', path: '/api/invitations/accept' },
        body: { ...newcomer, kind: 'password', token: tokens[name] },
      }),
      expect: toAll(opens ? { status: 200, sees: grantedIn[name] ?? [] } : { status: 404 }),
    },
    {
      route: 'POST /api/invitations/accept',
      object: `${name} by who is signed in`,
      owner: ownerOf(name),
      toRequest: ({ tokens }) => ({
        ...{ method: 'POST', path: '/api/invitations/accept', body: { kind: 'join', token: tokens[name] } },
      }),
      expect: (asker) => {
        if (!opens) return { status: 404 };
        if (outside.includes(asker)) return { status: 401 };
        const isTheirs = (asker === 'foreign-admin') === (ownerOf(name) === 'foreign');
        if (!isTheirs) return { status: 409 };
        return { status: 200, sees: [...new Set([...(sessionSees[asker] ?? []), ...(grantedIn[name] ?? [])])] };
      },
    },
  ],
);
