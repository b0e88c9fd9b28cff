/**
 * As much of CouchDB's replication protocol as PouchDB asks for, over rows that are stored (`couch-rows.ts`): a server of
 * PouchDB's own would bring hundreds of packages, and its slowness would be counted as the device's.
 */
import { Hono } from 'hono';
import type { ServerDatabase } from '#server/database/server-database.ts';
import { type CouchDocument, openCouchRows } from './couch-rows.ts';

interface Pushed {
  readonly _id: string;
  readonly _rev: string;
  readonly _revisions?: unknown;
}

const perInsert = 5000;

/** In: what lies there at first. Out: the database `couch`, under the address where this is put. */
export async function createCouchRoutes(database: ServerDatabase, first: readonly CouchDocument[]): Promise<Hono> {
  const rows = await openCouchRows(database);
  for (let from = 0; from < first.length; from += perInsert) {
    await rows.put(first.slice(from, from + perInsert).map(toFirstRevision));
  }
  const waiting = new Set<() => void>();
  const checkpoints = new Map<string, object>();
  const couch = new Hono();

  couch.get('/couch/', (context) => {
    const { documents, sequence } = rows.summarize();
    return context.json({ db_name: 'couch', doc_count: documents, update_seq: sequence });
  });

  // How far a device has come. Kept in memory: to write them down would only make the peer slower.
  couch.get('/couch/_local/:id', (context) => {
    const checkpoint = checkpoints.get(context.req.param('id'));
    return checkpoint ? context.json(checkpoint) : context.json({ error: 'not_found', reason: 'missing' }, 404);
  });
  couch.put('/couch/_local/:id', async (context) => {
    const id = context.req.param('id');
    const rev = `0-${checkpoints.size + 1}`;
    checkpoints.set(id, { ...(await context.req.json()), _rev: rev });
    return context.json({ ok: true, id: `_local/${id}`, rev }, 201);
  });

  couch.get('/couch/_changes', async (context) => {
    const { since = '0', limit = '1000', feed } = context.req.query();
    for (;;) {
      // Asked for before the look, or what is pushed in between would be slept through.
      const next = feed === 'longpoll' ? new Promise<void>((resolve) => waiting.add(resolve)) : undefined;
      const changes = await rows.listChanges(Number(since), Number(limit));
      if (changes.length === 0 && next) {
        await next;
        continue;
      }
      const results = changes.map(({ id, sequence, revision }) => ({
        seq: sequence,
        id,
        changes: [{ rev: revision }],
      }));
      return context.json({ results, last_seq: changes.at(-1)?.sequence ?? Number(since) });
    }
  });

  couch.post('/couch/_bulk_get', async (context) => {
    const { docs }: { docs: readonly { readonly id: string }[] } = await context.req.json();
    const found = await rows.readFields(docs.map(({ id }) => id));
    const results = docs.map(({ id }) => {
      const fields = found.get(id);
      const answer = fields ? `{"ok":${toDocument(id, fields)}}` : '{"error":{"error":"not_found"}}';
      return `{"id":${JSON.stringify(id)},"docs":[${answer}]}`;
    });
    return context.body(`{"results":[${results.join(',')}]}`, 200, { 'content-type': 'application/json' });
  });

  couch.post('/couch/_revs_diff', async (context) => {
    const asked: Readonly<Record<string, readonly string[]>> = await context.req.json();
    const held = await rows.findRevisions(Object.keys(asked));
    const missing = Object.entries(asked)
      .map(([id, revisions]) => [id, revisions.filter((revision) => revision !== held.get(id))] as const)
      .filter(([, revisions]) => revisions.length > 0);
    return context.json(Object.fromEntries(missing.map(([id, revisions]) => [id, { missing: revisions }])));
  });
  couch.post('/couch/_bulk_docs', async (context) => {
    const { docs }: { docs: readonly Pushed[] } = await context.req.json();
    await rows.put(docs.map(({ _id, _revisions, ...fields }) => ({ id: _id, fields })));
    for (const wake of waiting) wake();
    waiting.clear();
    // Only what was refused is named, as always where a device brings revisions of its own.
    return context.json([], 201);
  });
  couch.get('/couch-count', async (context) => context.json(await rows.count()));
  return couch;
}

const toFirstRevision = ({ id, fields }: CouchDocument): CouchDocument => ({
  id,
  fields: { _rev: `1-${id.replaceAll('-', '')}`, ...fields },
});

/** The text of the fields is a JSON object that is not empty: it has its revision in it. */
function toDocument(id: string, { revision, text }: { readonly revision: string; readonly text: string }): string {
  const [start = '1', hash = ''] = revision.split('-');
  const revisions = JSON.stringify({ start: Number(start), ids: [hash] });
  return `{"_id":${JSON.stringify(id)},"_revisions":${revisions},${text.slice(1)}`;
}
