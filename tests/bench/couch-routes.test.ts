import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type MockServer, openMockServer } from '#mocks/mock-server.ts';
import { createCouchRoutes } from './couch-routes.ts';

const [first, second, third] = ['1', '2', '3'].map((end) => `019a0000-0007-7000-8000-00000000000${end}`);
const revisionOf = (id = '') => `1-${id.replaceAll('-', '')}`;

let server: MockServer;
let couch: Awaited<ReturnType<typeof createCouchRoutes>>;

beforeAll(async () => {
  server = await openMockServer();
});

// Each has a space of its own.
beforeEach(async () => {
  couch = await createCouchRoutes(server.database, [
    { id: first ?? '', fields: { note: 'åäö "one"' } },
    { id: second ?? '', fields: { note: 'two' } },
  ]);
});

afterAll(() => server.close());

const get = async (path: string) => (await couch.request(path)).json();
const post = async (path: string, body: object) =>
  (await couch.request(path, { method: 'POST', body: JSON.stringify(body) })).json();
const push = (id = '', fields = {}) =>
  post('/couch/_bulk_docs', { docs: [{ _id: id, _rev: revisionOf(id), ...fields }], new_edits: false });

describe('the door for PouchDB', () => {
  test('tells what has changed since, page by page, and hands it out with its revision', async () => {
    const page = await get('/couch/_changes?since=0&limit=1');
    const rest = await get(`/couch/_changes?since=${page.last_seq}&limit=10`);
    const { results } = await post('/couch/_bulk_get', { docs: [{ id: first }, { id: third }] });

    expect([page, rest].map(({ results: [change] }) => change)).toEqual([
      { seq: 1, id: first, changes: [{ rev: revisionOf(first) }] },
      { seq: 2, id: second, changes: [{ rev: revisionOf(second) }] },
    ]);
    expect(await get('/couch/_changes?since=2&limit=10')).toEqual({ results: [], last_seq: 2 });
    expect(results[0].docs[0].ok).toEqual({
      ...{ _id: first, _rev: revisionOf(first), note: 'åäö "one"' },
      _revisions: { start: 1, ids: [revisionOf(first).slice(2)] },
    });
    expect(results[1].docs).toEqual([{ error: { error: 'not_found' } }]);
  });

  test('stores what is pushed, and asks for it once', async () => {
    const asked = { [first ?? '']: [revisionOf(first)], [third ?? '']: [revisionOf(third)] };

    expect(await post('/couch/_revs_diff', asked)).toEqual({ [third ?? '']: { missing: [revisionOf(third)] } });
    expect(await push(third, { note: 'three' })).toEqual([]);
    expect(await post('/couch/_revs_diff', asked)).toEqual({});
    expect(await get('/couch-count')).toBe(3);
    expect(await get('/couch/')).toMatchObject({ doc_count: 3, update_seq: 3 });
  });

  test('lets those who follow wait until something is pushed', async () => {
    const followed = get('/couch/_changes?since=2&limit=10&feed=longpoll');
    await push(third);

    expect(await followed).toMatchObject({ results: [{ id: third, seq: 3 }], last_seq: 3 });
  });

  test('remembers how far a device has come', async () => {
    expect(await get('/couch/_local/a')).toMatchObject({ error: 'not_found' });
    await couch.request('/couch/_local/a', { method: 'PUT', body: JSON.stringify({ last_seq: 2 }) });

    expect(await get('/couch/_local/a')).toMatchObject({ last_seq: 2, _rev: expect.stringMatching(/^0-/) });
  });
});
