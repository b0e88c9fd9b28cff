/** RxDB with its free storage, on the very requests of the floors: the same pages, the same upsert, the same events. */

import {
  createRxDatabase,
  type RxCollection,
  type RxJsonSchema,
  type RxReplicationPullStreamItem,
  type WithDeleted,
} from 'rxdb/plugins/core';
import { type RxReplicationState, replicateRxCollection } from 'rxdb/plugins/replication';
import { getRxStorageDexie } from 'rxdb/plugins/storage-dexie';
import { filter, firstValueFrom, Subject } from 'rxjs';
import { newId } from '#app/new-id.ts';
import { expectCount, expectSoon, send } from './check-peer.ts';
import { createLogs } from './data-set.ts';
import { time } from './painted.ts';
import type { Peer } from './window.ts';

interface Row {
  readonly id: string;
  readonly promiseId: string;
  readonly date: string;
}

interface Checkpoint {
  readonly page: number;
}

/** What is looked for. Other fields are stored as they are: in production nothing is validated, as its documentation advises. */
const schema: RxJsonSchema<Row> = {
  version: 0,
  primaryKey: 'id',
  type: 'object',
  properties: {
    id: { type: 'string', maxLength: 36 },
    promiseId: { type: 'string', maxLength: 36 },
    date: { type: 'string', maxLength: 10 },
  },
  required: ['id', 'promiseId', 'date'],
  indexes: [['promiseId', 'date']],
};

const pullPage = 1000;
const pushPage = 1000;
const today = () => new Date().toISOString().slice(0, 10);

async function openCollection(): Promise<RxCollection<Row>> {
  // One tab: leaders need not be elected, and other tabs not be told.
  const db = await createRxDatabase({ name: `peer-${newId()}`, storage: getRxStorageDexie(), multiInstance: false });
  const { rows } = await db.addCollections<{ rows: RxCollection<Row> }>({ rows: { schema } });
  return rows;
}

/** Rejects at the first error: it would try again for ever, and be measured as slow where something is broken. */
async function complete(replication: RxReplicationState<Row, Checkpoint>): Promise<void> {
  const failed = new Promise<never>((_, reject) => replication.error$.subscribe(reject));
  await Promise.race([replication.awaitInitialReplication(), failed]);
}

async function pullPageOf(checkpoint: Checkpoint | undefined) {
  const page = checkpoint?.page ?? 0;
  const response = await fetch(`/bench/rows/${page}`);
  const rows: readonly { readonly row: Row }[] = response.status === 204 ? [] : await response.json();
  // A field with an index has to be there: goals and activities have no day.
  const documents = rows.map(({ row }) => ({ ...row, date: row.date ?? '', _deleted: false }));
  return { documents, checkpoint: { page: page + 1 } };
}

async function firstSync(expected: number): Promise<number> {
  const collection = await openCollection();
  const ms = await time(() =>
    complete(
      replicateRxCollection<Row, Checkpoint>({
        ...{ replicationIdentifier: 'first', collection, live: false },
        pull: { handler: pullPageOf, batchSize: pullPage },
      }),
    ),
  );
  expectCount('RxDB on the device', await collection.count().exec(), expected);
  await collection.database.close();
  return ms;
}

let filled: RxCollection<Row> | undefined;

async function fillOutbox(logs: number): Promise<void> {
  filled = await openCollection();
  const { error } = await filled.bulkInsert(createLogs(logs, today(), 3).map((log) => ({ ...log, id: newId() })));
  expectCount('RxDB refused', error.length, 0);
}

const toUpserted = ({ id, promiseId, _deleted, ...fields }: WithDeleted<Row>) => ({ id, scope: promiseId, fields });

/** Only the way out: what comes back is not waited for, as little as by the floor. */
async function pushOutbox(): Promise<number> {
  const collection = filled;
  if (!collection) throw new Error('Nothing was filled');
  const before = await countUpserted();
  const ms = await time(() =>
    complete(
      replicateRxCollection<Row, Checkpoint>({
        ...{ replicationIdentifier: 'out', collection, live: false },
        push: {
          batchSize: pushPage,
          handler: async (rows) => {
            await send(
              '/bench/upsert',
              rows.map((row) => toUpserted(row.newDocumentState)),
            );
            return [];
          },
        },
      }),
    ),
  );
  expectCount('RxDB on the server', (await countUpserted()) - before, await collection.count().exec());
  await collection.database.close();
  return ms;
}

async function countUpserted(): Promise<number> {
  return (await fetch('/bench/upserted')).json();
}

async function followRows(changes: number): Promise<readonly number[]> {
  const collection = await openCollection();
  const events = new EventSource('/bench/events');
  const carried = new Subject<RxReplicationPullStreamItem<Row, Checkpoint>>();
  events.addEventListener('message', ({ data }) => {
    const { id, scope, fields } = JSON.parse(String(data));
    carried.next({ documents: [{ ...fields, id, promiseId: scope, _deleted: false }], checkpoint: { page: 0 } });
  });
  await new Promise((resolve) => events.addEventListener('open', resolve));
  const replication = replicateRxCollection<Row, Checkpoint>({
    ...{ replicationIdentifier: 'live', collection, live: true },
    pull: {
      // Like the floor, it begins with nothing, and only what comes from now on is followed.
      handler: () => Promise.resolve({ documents: [], checkpoint: { page: 0 } }),
      ...{ stream$: carried.asObservable(), batchSize: pullPage },
    },
  });
  await complete(replication);
  const times: number[] = [];
  for (const { promiseId, ...fields } of createLogs(changes, today(), 4)) {
    const row = { id: newId(), scope: promiseId, fields };
    const start = performance.now();
    const shown = firstValueFrom(collection.findOne(row.id).$.pipe(filter((found) => found !== null)));
    await send('/bench/emit', row);
    await expectSoon('A row in RxDB', shown);
    times.push(performance.now() - start);
  }
  events.close();
  expectCount('RxDB on the device', await collection.count().exec(), changes);
  await collection.database.close();
  return times;
}

export const rxdbPeer: Peer = { firstSync, fillOutbox, pushOutbox, followRows };
