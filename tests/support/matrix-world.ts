import { randomUUID } from 'node:crypto';
import type { Role } from '#domain/delivery/scope-key.ts';
import type { Membership } from '#protocol/membership.ts';
import type { LinkAnswer } from '#protocol/people.ts';
import { createLink } from '#server/people/links.ts';
import { createStory, type Story } from '#tests/storage/records.ts';
import type { EngineName } from './server-databases.ts';
import {
  type Browser,
  openTestServer,
  password,
  type TestServer,
  type TestServerOptions,
  toSignedIn,
} from './test-server.ts';

/** Who asks (sync 3.5). All but the last belong to one tenant, or once did. */
export const askers = [
  'anonymous',
  'expired',
  'ended',
  'revoked',
  'reader',
  'editor',
  'manager',
  'promise-admin',
  'space-admin',
  'foreign-admin',
] as const;
export type Asker = (typeof askers)[number];

/** Promises by what they are to the first tenant, and the tenant itself. */
export const scopes = ['own', 'other', 'removed', 'foreign', 'unknown', 'space', 'foreign-space'] as const;
export type Scope = (typeof scopes)[number];

export interface MatrixWorld {
  readonly server: TestServer;
  /** What each asker sends along; without a cookie for who never signed in. */
  readonly cookies: Readonly<Record<Asker, string>>;
  /** Ids of scopes, of people (askers among them) and of invitations. */
  readonly ids: Readonly<Record<string, string>>;
  /** Secrets of links, by what they open. */
  readonly tokens: Readonly<Record<string, string>>;
  readonly epochs: Readonly<Record<'home' | 'foreign', string>>;
  readonly stories: Readonly<Record<'own' | 'other' | 'removed' | 'foreign', Story>>;
  /** What is found in an answer, by the word that the table has for it. */
  readonly labels: ReadonlyMap<string, string>;
  /** Puts everything back as it was when the world was made. */
  readonly restore: () => Promise<void>;
}

const kept = 'account invitation member_change member device op_sequence op_result op_attempt record scope_sum history'
  .concat(' erasure parked sign_in_name sign_in_identity sign_in_session one_time_link sign_in_failure sign_in_round')
  .split(' ');

/** Two tenants with people of every kind, promises in every state, and links. */
export async function buildMatrixWorld(engine: EngineName, options: TestServerOptions = {}): Promise<MatrixWorld> {
  const server = await openTestServer(engine, [], options);
  const ids: Record<string, string> = { unknown: randomUUID(), malformed: 'not-an-id' };
  const tokens: Record<string, string> = { unknown: 'A'.repeat(43) };
  const browsers: Partial<Record<Asker, Browser>> = { anonymous: server.openBrowser() };
  const stories = {
    own: createStory(1),
    other: createStory(2),
    removed: createStory(3),
    foreign: createStory(4),
  };
  for (const name of ['own', 'other', 'removed', 'foreign'] as const) ids[name] = stories[name].promise.id;
  const grant = (scope: Scope, role: Role): Membership => ({
    scope: ids[scope] ?? '',
    role,
    lens: role === 'reader' ? 'shared' : 'full',
  });

  const home = await server.setUp();
  ids.space = home.me.space.id;
  ids['space-admin'] = home.me.user.id;
  browsers['space-admin'] = home.browser;
  for (const name of ['own', 'other', 'removed'] as const) await addStory(server, ids.space, stories[name]);
  await addInnerRows(server, ids, stories.own);

  const letIn = async (name: string, by: Browser, ...grants: readonly Membership[]) => {
    const { browser, me } = await server.letIn(by, name, grants);
    ids[name] = me.user.id;
    if ((askers as readonly string[]).includes(name)) browsers[name as Asker] = browser;
  };
  await letIn('reader', home.browser, grant('own', 'reader'));
  await letIn('editor', home.browser, grant('own', 'editor'));
  await letIn('manager', home.browser, grant('own', 'manager'));
  await letIn('promise-admin', home.browser, grant('own', 'admin'));
  await letIn('revoked', home.browser, grant('own', 'editor'));
  await letIn('expired', home.browser, grant('own', 'manager'));
  await letIn('ended', home.browser, grant('own', 'manager'));
  await letIn('member', home.browser, grant('own', 'editor'));
  await letIn('lead', home.browser, grant('own', 'manager'));
  await letIn('elsewhere', home.browser, grant('other', 'editor'));
  await home.browser.ask('DELETE', `/api/people/${ids.revoked}/memberships/${ids.own}`);
  await home.browser.ask('DELETE', `/api/people/${ids.ended}`);

  const invite = async (name: string, by: Browser, ...grants: readonly Membership[]) => {
    const { id, token } = (await by.ask('POST', '/api/invitations', { body: { grants } })).body as LinkAnswer;
    ids[name] = id;
    tokens[name] = token;
  };
  await invite('inv-editor', home.browser, grant('own', 'editor'));
  await invite('inv-manager', home.browser, grant('own', 'manager'));
  await invite('inv-other', home.browser, grant('other', 'editor'));
  await invite('inv-space', home.browser, grant('space', 'reader'));
  await invite('inv-used', home.browser, grant('own', 'editor'));
  await invite('inv-withdrawn', home.browser, grant('own', 'editor'));
  await invite('inv-late', home.browser, grant('own', 'editor'));
  await home.browser.ask('DELETE', `/api/invitations/${ids['inv-withdrawn']}`);
  const join = { kind: 'join', token: tokens['inv-used'] };
  await home.browser.ask('POST', '/api/invitations/accept', { body: join });
  await home.browser.ask('DELETE', `/api/people/${ids['space-admin']}/memberships/${ids.own}`);
  await server.look('UPDATE invitation SET ends_at = 1 WHERE id = $1', [ids['inv-late']]);
  await server.look('UPDATE one_time_link SET ends_at = 1 WHERE subject_id = $1', [ids['inv-late']]);
  const reset = await home.browser.ask('POST', `/api/people/${ids.member}/reset`);
  tokens.reset = (reset.body as LinkAnswer).token;

  const foreign = await setUpForeign(server);
  ids['foreign-space'] = foreign.me.space.id;
  ids['foreign-admin'] = foreign.me.user.id;
  browsers['foreign-admin'] = foreign.browser;
  await addStory(server, foreign.me.space.id, stories.foreign);
  const inForeign = { body: { role: 'admin', lens: 'full' } };
  await foreign.browser.ask('PUT', `/api/people/${foreign.me.user.id}/memberships/${ids.foreign}`, inForeign);
  await letIn('foreign-person', foreign.browser, grant('foreign', 'editor'));
  await invite('inv-foreign', foreign.browser, grant('foreign', 'editor'));

  await server.look("UPDATE record SET deleted_at = 'now' WHERE id = $1", [ids.removed]);
  await server.look('UPDATE sign_in_session SET started_at = 0, seen_at = 0 WHERE user_id = $1', [ids.expired]);
  tokens['set-up'] = (
    await server.people.database.outsideSpaces((tx) => createLink(tx, server.people, 'set-up', undefined))
  ).token;
  const epochOf = async (id: string | undefined) =>
    String((await server.look('SELECT epoch FROM space WHERE id = $1', [id]))[0]?.epoch);

  await server.look(
    [
      'CREATE SCHEMA kept',
      'CREATE TABLE kept.space AS SELECT * FROM space',
      'CREATE TABLE kept.log_end AS SELECT space, max(n) AS n FROM access_log GROUP BY space',
      ...kept.map((table) => `CREATE TABLE kept.${table} AS SELECT * FROM ${table}`),
    ].join(';'),
  );
  const restoring = [
    ...kept.map((table) => `DELETE FROM ${table}`),
    'DELETE FROM space WHERE id NOT IN (SELECT id FROM kept.space)',
    'UPDATE space SET version = kept.version FROM kept.space AS kept WHERE kept.id = space.id',
    ...kept.map((table) => `INSERT INTO ${table} SELECT * FROM kept.${table}`),
    // What the log tells of was undone. Its rows are not written anew: they would be chained to others.
    'DELETE FROM access_log AS log USING kept.log_end AS kept WHERE log.space = kept.space AND log.n > kept.n',
  ].join(';');
  return {
    ...{ server, ids, tokens, stories },
    cookies: Object.fromEntries(
      askers.map((asker) => [asker, [...(browsers[asker]?.cookies ?? [])].map((pair) => pair.join('=')).join('; ')]),
    ) as Record<Asker, string>,
    epochs: { home: await epochOf(ids.space), foreign: await epochOf(ids['foreign-space']) },
    labels: new Map([
      ...Object.entries(ids)
        .filter(([label]) => label !== 'unknown' && label !== 'malformed')
        .map(([label, id]) => [id, label] as const),
      ['innerord', 'inner-note'],
    ]),
    restore: async () => {
      await server.look(restoring);
    },
  };
}

/** A second tenant. The link that the server prints is for the first start only; this is what a later command may do. */
async function setUpForeign(server: TestServer) {
  const { token } = await server.people.database.outsideSpaces((tx) =>
    createLink(tx, server.people, 'set-up', undefined),
  );
  const browser = server.openBrowser();
  const body = { token, spaceName: 'Grannkommunen', personName: 'Admin', name: 'foreign@example.se', password };
  const answer = await browser.ask('POST', '/api/session/set-up', { body: { ...body, sharedDevice: false } });
  return { browser, me: toSignedIn(answer) };
}

async function addStory(server: TestServer, spaceId: string, { promise, activities }: Story): Promise<void> {
  await addRow(server, spaceId, 'promises', promise);
  for (const activity of activities) await addRow(server, spaceId, 'activities', activity);
}

/** Logs that partners see, that they do not see, and that are deleted. */
async function addInnerRows(server: TestServer, ids: Record<string, string>, story: Story): Promise<void> {
  const add = async (label: string, log: ReturnType<Story['log']>) => {
    ids[label] = log.id;
    await addRow(server, ids.space ?? '', 'progressLogs', log);
  };
  await add('shared-log', story.log({ visibility: 'partners', note: 'innerord' }));
  await add('inner-log', story.log({ visibility: 'internal' }));
  await add('deleted-log', story.log({ visibility: 'partners' }));
  await server.look("UPDATE record SET deleted_at = 'now' WHERE id = $1", [ids['deleted-log']]);
}

async function addRow(
  server: TestServer,
  spaceId: string,
  table: string,
  row: { readonly id: string; readonly promiseId: string },
): Promise<void> {
  const { id, promiseId, ...fields } = row;
  await server.look(
    'INSERT INTO record (space, tbl, id, scope, version, fields) VALUES ($1, $2, $3, $4, 1, $5::text::jsonb)',
    [spaceId, table, id, promiseId, JSON.stringify(fields)],
  );
}
