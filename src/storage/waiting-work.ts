/** What waits to be sent, and what a person has to decide, for the page that tells it. */
import type { RowKey } from '#domain/delivery/synced-row.ts';
import type { BoxEntry } from '#domain/delivery/waiting-operation.ts';
import type { Operation, StoredRow } from '#domain/operations/operation.ts';
import type { Database } from './database.ts';
import { readDeviceMeta } from './device-meta.ts';
import { type JoinedServer, readJoinedServer } from './joined-server.ts';
import { readKnownRows } from './known-rows.ts';
import { countOverlaid, readOverlaid } from './overlaid-changes.ts';

/** What one person did at once. */
export interface WaitingAction {
  readonly tx: string;
  readonly operations: readonly Operation[];
}

export interface WaitingWork {
  readonly server: JoinedServer;
  /** Milliseconds of the server's clock at the last complete answer; 0 before it. */
  readonly confirmedAt: number;
  readonly count: number;
  /** The first of them, in the order in which they are sent. */
  readonly actions: readonly WaitingAction[];
  readonly rows: ReadonlyMap<RowKey, StoredRow>;
}

const operationsShown = 200;

/** In: the database. Out: what waits; undefined while the app is used alone. */
export async function readWaitingWork(db: Database): Promise<WaitingWork | undefined> {
  const [server, meta] = await Promise.all([readJoinedServer(db), readDeviceMeta(db)]);
  if (server === undefined || meta === undefined) return undefined;
  const first = await db.outbox.orderBy('seq').limit(operationsShown).toArray();
  const operations = first.flatMap(({ op }) => op ?? []);
  const count = first.length < operationsShown ? operations.length : await db.outbox.count();
  const rows = await readKnownRows(db, operations);
  return { server, confirmedAt: meta.confirmedAt, count, actions: groupByAction(operations), rows };
}

export interface SharingCounts {
  /** Operations that wait to be sent or confirmed. */
  readonly waiting: number;
  /** Actions that a person has to decide about. */
  readonly undecided: number;
  /** Milliseconds of the server's clock; 0 before the first complete answer. */
  readonly confirmedAt: number;
}

/** In: the database. Out: numbers only; undefined while the app is used alone. */
export async function countSharing(db: Database): Promise<SharingCounts | undefined> {
  const meta = await readDeviceMeta(db);
  if (meta === undefined) return undefined;
  const [waiting, refused, overlaid] = await Promise.all([db.outbox.count(), db.box.count(), countOverlaid(db)]);
  return { waiting, undecided: refused + overlaid, confirmedAt: meta.confirmedAt };
}

export interface Undecided {
  /** Refused, or in conflict with what somebody else had changed. */
  readonly refused: readonly BoxEntry[];
  /** Laid over what somebody else had written at the same time. */
  readonly overlaid: readonly BoxEntry[];
  /** The rows that they are about, as they stand. */
  readonly rows: ReadonlyMap<RowKey, StoredRow>;
}

export async function readUndecided(db: Database): Promise<Undecided> {
  const [kept, overlaid] = await Promise.all([db.box.toArray(), readOverlaid(db)]);
  const refused = kept.filter(({ operations }) => operations.length > 0);
  const rows = await readKnownRows(
    db,
    [...refused, ...overlaid].flatMap(({ operations }) => operations),
  );
  return { refused, overlaid, rows };
}

/** A person has decided. */
export const forgetRefused = (db: Database, tx: string): Promise<void> => db.box.delete(tx);

function groupByAction(operations: readonly Operation[]): readonly WaitingAction[] {
  const actions = new Map<string, Operation[]>();
  for (const op of operations) {
    const own = actions.get(op.tx);
    if (own) own.push(op);
    else actions.set(op.tx, [op]);
  }
  return Array.from(actions, ([tx, own]) => ({ tx, operations: own }));
}

/** The rows that something waits about, by id. */
export async function readWaitingIds(db: Database): Promise<ReadonlySet<string>> {
  const waiting = await db.outbox.toArray();
  return new Set(waiting.flatMap(({ op }) => op?.ent ?? []));
}
