import { type PushedKind, pushedKinds, toPush } from '#tests/support/matrix-pushes.ts';
import { type Asker, type Scope, scopes } from '#tests/support/matrix-world.ts';
import { foreigner, idOf, inside, type MatrixCase, meet, nobody, ownerOf, simple, toAll } from './matrix-case.ts';

/** What is seen of the promises, by who asks; which cursors are named makes no difference. */
const sharedRows = ['own', 'shared-log'];
const allRows = [...sharedRows, 'inner-log', 'inner-note'];
const pullSees: Readonly<Partial<Record<Asker, readonly string[]>>> = {
  reader: sharedRows,
  editor: allRows,
  manager: allRows,
  'promise-admin': allRows,
  'foreign-admin': ['foreign'],
};
const pulls = ['', ...scopes].flatMap((scope) =>
  ['full', 'shared', 'public'].map(
    (lens): MatrixCase => ({
      route: 'POST /api/sync/v1/pull',
      object: scope === '' ? `without cursors, ${lens}` : `cursor of ${scope}:${lens}`,
      owner: ownerOf(scope),
      toRequest: (world, asker) => ({
        ...{ method: 'POST', path: '/api/sync/v1/pull', headers: { 'x-mlo-user': idOf(world, asker, 'self') } },
        body: {
          epoch: world.epochs[asker === 'foreign-admin' ? 'foreign' : 'home'],
          ...{ dev: world.ids.unknown, acked: 0, cursors: scope === '' ? {} : { [`${world.ids[scope]}:${lens}`]: 0 } },
        },
      }),
      expect: (asker) => (inside.includes(asker) ? { status: 200, sees: pullSees[asker] ?? [] } : { status: 401 }),
    }),
  ),
);

const mayPush: Readonly<Record<PushedKind, readonly Asker[]>> = {
  title: ['editor', 'manager', 'promise-admin', 'foreign-admin'],
  visibility: ['manager', 'promise-admin', 'foreign-admin'],
  log: ['editor', 'manager', 'promise-admin', 'foreign-admin'],
  delete: ['manager', 'promise-admin', 'foreign-admin'],
  'public-page': ['editor', 'manager', 'promise-admin', 'foreign-admin'],
  'approved-page': [],
  'frozen-page': ['manager', 'promise-admin', 'foreign-admin'],
};
const isIn: Readonly<Partial<Record<Scope, readonly Asker[]>>> = {
  own: ['reader', 'editor', 'manager', 'promise-admin'],
  foreign: foreigner,
};
const pushes = pushedKinds.flatMap((kind) =>
  (['own', 'other', 'removed', 'foreign', 'unknown'] as const).map(
    (scope): MatrixCase => ({
      route: 'POST /api/sync/v1/push',
      object: `${kind} in ${scope}`,
      owner: ownerOf(scope),
      toRequest: (world, asker) => ({
        ...{ method: 'POST', path: '/api/sync/v1/push', headers: { 'x-mlo-user': idOf(world, asker, 'self') } },
        body: toPush(world, asker, kind, scope),
      }),
      expect: (asker) => {
        if (!inside.includes(asker)) return { status: 401 };
        const may = meet(mayPush[kind], isIn[scope] ?? nobody).includes(asker);
        return { status: 200, effect: may ? 'applied' : 'rejected' };
      },
    }),
  ),
);
const notTheirs = (route: string): MatrixCase => ({
  ...simple(route, 'in the name of somebody else', {}, toAll({ status: 401 })),
  toRequest: ({ ids }) => ({
    ...{ method: 'POST', path: route.slice(5), body: {}, headers: { 'x-mlo-user': ids.member ?? '' } },
  }),
});

/** Push and pull. */
export const exchangeCases: readonly MatrixCase[] = [
  ...pulls,
  ...pushes,
  notTheirs('POST /api/sync/v1/push'),
  notTheirs('POST /api/sync/v1/pull'),
];
