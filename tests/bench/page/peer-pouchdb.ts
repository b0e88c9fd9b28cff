/**
 * PouchDB, which speaks its own protocol with a server (`couch-routes.ts`). Its newer storage, `indexeddb`: of the two that
 * it has for browsers the one that was faster in every measurement but one.
 */
import indexeddb from 'pouchdb-adapter-indexeddb';
import PouchDB from 'pouchdb-browser';
import { newId } from '#app/new-id.ts';
import { expectCount, expectSoon, send } from './check-peer.ts';
import { createLogs } from './data-set.ts';
import { time } from './painted.ts';
import type { Peer } from './window.ts';

PouchDB.plugin(indexeddb);

const address = `${location.origin}/bench/couch`;
const pullPage = 1000;
const pushPage = 500;
const today = () => new Date().toISOString().slice(0, 10);

const openDatabase = () => new PouchDB(`peer-${newId()}`, { adapter: 'indexeddb' });

const countServer = async (): Promise<number> => (await fetch('/bench/couch-count')).json();

async function firstSync(expected: number): Promise<number> {
  const db = openDatabase();
  await db.info();
  const ms = await time(() => Promise.resolve(db.replicate.from(address, { batch_size: pullPage })));
  expectCount('PouchDB on the device', (await db.info()).doc_count, expected);
  await db.close();
  return ms;
}

let filled: PouchDB | undefined;

async function fillOutbox(logs: number): Promise<void> {
  filled = openDatabase();
  const saved = await filled.bulkDocs(
    createLogs(logs, today(), 3).map(({ id, ...fields }) => ({ _id: newId(), ...fields })),
  );
  expectCount('PouchDB refused', saved.filter(({ ok }) => ok === undefined).length, 0);
}

async function pushOutbox(): Promise<number> {
  const db = filled;
  if (!db) throw new Error('Nothing was filled');
  const before = await countServer();
  const ms = await time(() => Promise.resolve(db.replicate.to(address, { batch_size: pushPage })));
  expectCount('PouchDB on the server', (await countServer()) - before, (await db.info()).doc_count);
  await db.close();
  return ms;
}

async function followRows(changes: number): Promise<readonly number[]> {
  const db = openDatabase();
  // Like the floor, it begins with nothing, and only what comes from now on is followed.
  const since = (await new PouchDB(address).info()).update_seq;
  // Its live query is its list of changes.
  let onShown = (_id: string) => {};
  const shownRows = db.changes({ live: true, since: 'now', include_docs: true }).on('change', ({ id }) => onShown(id));
  const replication = db.replicate.from(address, { live: true, batch_size: pullPage, since });
  const failed = new Promise<never>((_, reject) => replication.on('error', reject));
  const waitForRest = () => new Promise<void>((resolve) => replication.once('paused', resolve));
  await expectSoon('Rest', Promise.race([waitForRest(), failed]));
  const times: number[] = [];
  for (const { id: _, ...fields } of createLogs(changes, today(), 4)) {
    // What it writes down after a change is not for the next one to wait for.
    const rest = waitForRest();
    const id = newId();
    const start = performance.now();
    const shown = new Promise<void>((resolve) => {
      onShown = (found) => found === id && resolve();
    });
    await pushFromElsewhere(id, fields);
    await expectSoon('A row in PouchDB', shown);
    times.push(performance.now() - start);
    await expectSoon('Rest', Promise.race([rest, failed]));
  }
  shownRows.cancel();
  replication.cancel();
  expectCount('PouchDB on the device', (await db.info()).doc_count, changes);
  await db.close();
  return times;
}

/** As another device with PouchDB would. */
function pushFromElsewhere(id: string, fields: object): Promise<void> {
  const revision = id.replaceAll('-', '');
  const versions = { _rev: `1-${revision}`, _revisions: { start: 1, ids: [revision] } };
  return send('/bench/couch/_bulk_docs', { docs: [{ _id: id, ...versions, ...fields }], new_edits: false });
}

export const pouchdbPeer: Peer = { firstSync, fillOutbox, pushOutbox, followRows };
