/**
 * Who may do what, written down once more and by hand, apart from the code that decides it (sync 3.5): route × asker ×
 * object → status and what is seen. Everything that no row allows is 404 to who is signed in, and 401 to who is not.
 */
import type { Asker, MatrixWorld } from '#tests/support/matrix-world.ts';
import { password } from '#tests/support/test-server.ts';
import { accessLogCases } from './matrix/access-log-cases.ts';
import { exchangeCases } from './matrix/exchange-cases.ts';
import { linkCases } from './matrix/link-cases.ts';
import { list, type MatrixCase, newcomer, signedIn, simple, toAll } from './matrix/matrix-case.ts';
import { peopleCases } from './matrix/people-cases.ts';
import { invitationsSee, peopleSees, sessionSees } from './matrix/what-is-seen.ts';

const nameOf = (asker: Asker) =>
  ({ 'space-admin': 'admin@example.se', 'foreign-admin': 'foreign@example.se' })[asker as string] ??
  `${asker}@example.se`;
const asAccount = (secret: string) => (_world: MatrixWorld, asker: Asker) => ({
  ...{ name: nameOf(asker), password: secret, sharedDevice: false },
});
/** Who has an account, whether or not their session still holds. */
const hasAccount = (asker: Asker) => asker !== 'anonymous' && asker !== 'ended';

const sessions: readonly MatrixCase[] = [
  list('GET /api/session', sessionSees, true),
  simple('POST /api/session', 'right password', asAccount(password), (asker) => {
    const sees = asker === 'expired' ? ['expired', 'space', 'own'] : (sessionSees[asker] ?? []);
    return hasAccount(asker) ? { status: 200, sees } : { status: 401 };
  }),
  simple('POST /api/session', 'wrong password', asAccount('fel fel fel fel'), toAll({ status: 401 })),
  simple('DELETE /api/session', 'own', { wipe: false }, toAll({ status: 200 })),
  simple('DELETE /api/session/others', 'own', {}, signedIn(200)),
  simple('POST /api/session/password', 'own', { current: password, next: 'en ny lång mening' }, signedIn(200)),
  simple('POST /api/session/password', 'wrong', { current: 'fel', next: 'en ny lång mening' }, toAll({ status: 401 })),
  ...(['reset', 'set-up', 'inv-editor', 'unknown'] as const).map((link) =>
    simple(
      'POST /api/session/reset',
      `by ${link}`,
      ({ tokens }: MatrixWorld) => ({ token: tokens[link], password: 'en ny lång mening' }),
      toAll({ status: link === 'reset' ? 200 : 404 }),
    ),
  ),
  ...(['reset', 'set-up', 'inv-editor', 'unknown'] as const).map((link) =>
    simple(
      'POST /api/session/set-up',
      `by ${link}`,
      ({ tokens }: MatrixWorld) => ({ ...newcomer, spaceName: 'Ny', token: tokens[link] }),
      toAll({ status: link === 'set-up' ? 200 : 404 }),
    ),
  ),
];

/** Bodies that are not what the protocol says are not looked at before it is known who asks. */
const malformed = [
  simple('POST /api/session', 'malformed', { token: 1 }, toAll({ status: 400 })),
  simple('POST /api/session/reset', 'malformed', { token: 'short' }, toAll({ status: 400 })),
  simple('POST /api/session/set-up', 'malformed', {}, toAll({ status: 400 })),
  simple('POST /api/invitations/preview', 'malformed', { token: "' OR 1=1" }, toAll({ status: 400 })),
  simple('POST /api/invitations/accept', 'malformed', { kind: 'admin' }, toAll({ status: 400 })),
  simple('POST /api/session/password', 'malformed', {}, signedIn(400)),
  simple('POST /api/invitations', 'malformed', { grants: [] }, signedIn(400)),
  simple('POST /api/invitations', 'of a right that does not exist', rightThatIsNone, signedIn(400)),
];
function rightThatIsNone({ ids }: MatrixWorld) {
  return { grants: [{ scope: ids.own, role: 'editor', lens: 'shared' }] };
}

const doors: readonly MatrixCase[] = [
  simple('GET /api/status', 'status', undefined, toAll({ status: 200 })),
  {
    ...simple('ALL /api/*', 'unknown', {}, toAll({ status: 404 })),
    toRequest: () => ({ method: 'POST', path: '/api/x' }),
  },
  {
    ...simple('GET /*', 'no such file', {}, toAll({ status: 404 })),
    toRequest: () => ({ method: 'GET', path: '/x.js' }),
  },
  simple('GET /api/sync/v1/events', 'own', undefined, signedIn(200)),
  ...(['kommun/lofte', 'kommun/lofte.json', 'kommun/..%2flofte', "kommun/' OR 1=1"] as const).map(
    (address): MatrixCase => ({
      ...simple(
        'GET /offentlig/:municipality/:promise',
        `nothing published at ${address}`,
        undefined,
        toAll({ status: 404 }),
      ),
      toRequest: () => ({ method: 'GET', path: `/offentlig/${address}` }),
    }),
  ),
  ...(['start', 'callback', 'finish'] as const).map(
    (step): MatrixCase => ({
      route: {
        start: 'POST /api/oidc/:provider/start',
        callback: 'GET /api/oidc/:provider/callback',
        finish: 'POST /api/oidc/finish',
      }[step],
      object: step === 'finish' ? 'without a round' : 'of a provider that nobody set up',
      owner: 'nobody',
      toRequest: () => ({
        method: step === 'callback' ? 'GET' : 'POST',
        path: step === 'finish' ? '/api/oidc/finish' : `/api/oidc/nobody/${step}`,
        body: step === 'start' ? { sharedDevice: false } : {},
      }),
      expect: toAll({ status: { start: 404, callback: 303, finish: 403 }[step] }),
    }),
  ),
];

export const authorizationMatrix: readonly MatrixCase[] = [
  ...sessions,
  list('GET /api/people', peopleSees, false),
  ...peopleCases,
  list('GET /api/invitations', invitationsSee, false),
  ...linkCases,
  ...exchangeCases,
  ...accessLogCases,
  ...malformed,
  ...doors,
];
