/** From an app that is used alone to one that shares, and back (sync 2.18). Each is one transaction: whole, or not at all. */
import { planJoining } from '#domain/delivery/plan-joining.ts';
import { type RowKey, splitRowKey, toRowKey } from '#domain/delivery/synced-row.ts';
import type { StoredRow } from '#domain/operations/operation.ts';
import { type TableName, tableNames } from '#domain/records/tables.ts';
import type { Database } from './database.ts';
import { deviceKeys, putDeviceMeta, readDeviceMeta } from './device-meta.ts';
import { forgetCanaries } from './device-storage-canaries.ts';
import { type JoinedServer, joinedKey, putJoinedServer, readJoinedServer } from './joined-server.ts';
import { layOutAll } from './log-packs.ts';
import { readOwnRows } from './own-rows.ts';
import { dropShelf } from './restore-shelf.ts';
import { ringTables } from './ring.ts';
import { runTransaction } from './run-transaction.ts';
import { runAction } from './running-actions.ts';
import { forgetSnapshot } from './upgrade-snapshot.ts';

export interface Joining {
  readonly server: JoinedServer;
  /** A UUID never used before: the device's identity towards the server. */
  readonly dev: string;
  /** Rows that the server has with the same content: they come back with the first answer. */
  readonly known: ReadonlySet<RowKey>;
}

export type Joined =
  /** `waiting`: how many operations are to be sent. */
  | { readonly kind: 'joined'; readonly waiting: number }
  | { readonly kind: 'already-joined' }
  /** Somebody else's work is on this device: it is theirs to send. */
  | { readonly kind: 'other-person'; readonly server: JoinedServer };

interface JoinTools {
  readonly now: () => string;
  readonly newId: () => string;
}

const exchanged = ['outbox', 'bases', ...ringTables, 'box'] as const;

/**
 * Joins a server as somebody. Everything on the device but the examples is put into the outbox as if it were made now;
 * an exchange then sends it. In: see {@link Joining}. Out: see {@link Joined}; nothing is stored unless it is `joined`.
 */
export const joinServer = (db: Database, joining: Joining, tools: JoinTools): Promise<Joined> =>
  runAction(db, () =>
    runTransaction(db, 'rw', [...tableNames, ...exchanged, 'meta'], () => writeJoining(db, joining, tools)),
  );

async function writeJoining(db: Database, { server, dev, known }: Joining, { now, newId }: JoinTools): Promise<Joined> {
  const before = await readJoinedServer(db);
  if (before !== undefined) {
    const isSame = before.userId === server.userId && before.spaceId === server.spaceId;
    return isSame ? { kind: 'already-joined' } : { kind: 'other-person', server: before };
  }
  const own = await readOwnRows(db);
  const sent = new Map(
    Array.from(own, ([table, rows]) => [table, rows.filter(({ id }) => !known.has(toRowKey(table, id)))] as const),
  );
  const { operations, rows } = planJoining(sent, { at: now(), newId });
  await putRows(db, rows);
  await Promise.all(exchanged.map((table) => db.table(table).clear()));
  await db.outbox.bulkAdd(operations.map((op, index) => ({ seq: index + 1, op })));
  const beginning = { epoch: '', generation: 0, answered: 0, scopes: {}, ringNext: 1, confirmedAt: 0 };
  await Promise.all([putDeviceMeta(db, { ...beginning, dev, issued: operations.length }), putJoinedServer(db, server)]);
  return { kind: 'joined', waiting: operations.length };
}

async function putRows(db: Database, rows: ReadonlyMap<RowKey, StoredRow>): Promise<void> {
  const byTable = new Map<TableName, StoredRow[]>();
  for (const [key, row] of rows) {
    const { table } = splitRowKey(key);
    const put = byTable.get(table) ?? [];
    byTable.set(table, put);
    put.push(row);
  }
  await Promise.all(Array.from(byTable, ([table, put]) => db.table(table).bulkPut(put)));
}

/**
 * Leaves the server. `keep: true`: what is on the device stays, and the app is used alone from then on; what waited to be
 * sent, and what was refused, is sent by nobody. `keep: false`: every trace goes, also drafts and settings.
 */
export async function leaveServer(db: Database, { keep }: { readonly keep: boolean }): Promise<void> {
  // Before the records: a device that is emptied on purpose must never look like one that lost them.
  if (!keep) await forgetCanaries();
  const names = db.tables.map(({ name }) => name);
  await runAction(db, () => runTransaction(db, 'rw', names, () => (keep ? forgetServer(db) : wipeDevice(db))));
  if (keep) return;
  await forgetSnapshot(indexedDB, db.name);
  await dropShelf(db);
}

async function forgetServer(db: Database): Promise<void> {
  if ((await readDeviceMeta(db)) === undefined) return;
  await layOutAll(db);
  await Promise.all([
    ...exchanged.map((table) => db.table(table).clear()),
    db.meta.bulkDelete([...deviceKeys, joinedKey]),
  ]);
  // The number under which the server knew a row means nothing to another one.
  await Promise.all(
    tableNames.map((table) =>
      db
        .table<StoredRow, string>(table)
        .filter(({ version }) => version !== undefined)
        .modify((row) => {
          delete (row as { version?: unknown }).version;
        }),
    ),
  );
}

async function wipeDevice(db: Database): Promise<void> {
  await Promise.all(db.tables.map((table) => table.clear()));
}
