import type { Asker, Scope } from '#tests/support/matrix-world.ts';
import {
  allow,
  type Expected,
  foreigner,
  inside,
  type MatrixCase,
  nobody,
  ownerOf,
  signedIn,
  simple,
} from './matrix-case.ts';

const people = 'reader editor manager promise-admin revoked expired ended member lead elsewhere space-admin';
/** Everybody's names, and of the first three rows of each log: who set it up, and what was given first. */
const logSees: Readonly<Partial<Record<Asker, readonly string[]>>> = {
  'space-admin': [...people.split(' '), 'space', 'own'],
  'foreign-admin': ['foreign-admin', 'foreign-person', 'foreign-space', 'foreign'],
};

/** Names alone: of the time that is asked for nothing is told. */
const reportSees: Readonly<Partial<Record<Asker, readonly string[]>>> = {
  'space-admin': people.split(' '),
  'foreign-admin': ['foreign-admin', 'foreign-person'],
};

/** What is stored about each: themselves, what they may do in what, by whom, and what they did. */
const letIn = (asker: Asker): readonly string[] => [asker, 'own', 'space-admin'];
const extractSees = (asker: Asker): Expected => {
  if (asker === 'space-admin') {
    const links = 'inv-editor inv-manager inv-other inv-space inv-used inv-withdrawn inv-late';
    return { status: 200, sees: [...people.split(' '), ...links.split(' '), 'own', 'other', 'space'] };
  }
  if (asker !== 'foreign-admin') return { status: 200, sees: letIn(asker) };
  return { status: 200, sees: ['foreign-admin', 'foreign-person', 'foreign', 'foreign-space', 'inv-foreign'] };
};

const exportedBy: Readonly<Partial<Record<Scope, readonly Asker[]>>> = {
  own: ['reader', 'editor', 'manager', 'promise-admin'],
  foreign: foreigner,
};
const exports = (['own', 'other', 'removed', 'foreign', 'unknown'] as const).map(
  (scope): MatrixCase => ({
    route: 'POST /api/log/exports',
    object: `of ${scope}`,
    owner: ownerOf(scope),
    toRequest: ({ ids }) => ({
      ...{ method: 'POST', path: '/api/log/exports' },
      body: { what: 'table', format: 'csv', promiseId: ids[scope] },
    }),
    expect: allow(exportedBy[scope] ?? nobody),
  }),
);

const log = (object: string, query: string, expect: MatrixCase['expect']): MatrixCase => ({
  ...{ route: 'GET /api/log', object, owner: 'nobody', expect },
  toRequest: () => ({ method: 'GET', path: `/api/log?${query}` }),
});

/** The log of who did what, and what is stored about oneself. */
export const accessLogCases: readonly MatrixCase[] = [
  log('list', 'before=4', (asker) => allow(['space-admin', ...foreigner], toSeen(asker))(asker)),
  log('what cannot be asked', "person=' OR 1=1", allow(nobody)),
  {
    ...{ route: 'GET /api/log/report', object: 'of a span', owner: 'nobody' },
    toRequest: () => ({ method: 'GET', path: '/api/log/report?from=0&to=1' }),
    expect: (asker) => allow(['space-admin', ...foreigner], { status: 200, sees: reportSees[asker] ?? [] })(asker),
  },
  {
    ...{ route: 'GET /api/log/report', object: 'what cannot be asked', owner: 'nobody', expect: allow(nobody) },
    toRequest: () => ({ method: 'GET', path: "/api/log/report?from=0&to=' OR 1=1" }),
  },
  ...exports,
  simple('POST /api/log/exports', 'of nothing named', { what: 'report', format: 'pdf' }, signedIn(200)),
  simple('POST /api/log/exports', 'malformed', { what: 'all' }, signedIn(400)),
  {
    ...simple('GET /api/session/extract', 'list', undefined, signedIn(200)),
    expect: (asker) => (inside.includes(asker) ? extractSees(asker) : { status: 401 }),
  },
];

function toSeen(asker: Asker): Expected {
  return { status: 200, sees: logSees[asker] ?? [] };
}
