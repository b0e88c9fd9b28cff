/** What a device that was used alone says to a server when it joins: everything it has, as if it were done now (sync 2.18). */
import { findMergeClass } from '#domain/operations/merge-class.ts';
import { type Operation, type StoredRow, schemaVersion } from '#domain/operations/operation.ts';
import { packActions } from '#domain/operations/pack-actions.ts';
import type { PlainOperation } from '#domain/operations/plan-operations.ts';
import { toJsonFields } from '#domain/operations/to-json.ts';
import { type TableName, tableNames } from '#domain/records/tables.ts';
import { playOperation } from './play-operation.ts';
import type { RowKey } from './synced-row.ts';

export interface JoiningTools {
  /** ISO instant, for rows that do not say when they were made. */
  readonly at: string;
  /** Names of operations and actions, never used before. */
  readonly newId: () => string;
}

export interface JoiningPlan {
  /** In order, whole actions; those of one promise follow each other and no action spans two. */
  readonly operations: readonly Operation[];
  /** The rows as they are from now on: the same content, with the names of these operations as their tags. */
  readonly rows: ReadonlyMap<RowKey, StoredRow>;
}

/**
 * One creation for each row.
 * In: the rows to be sent, by table, in any order. Out: see {@link JoiningPlan}. Corrections follow the logs that they
 * replace, in the order in which they replaced each other. Fields that this version does not know stay behind. A promise
 * that was removed is begun, filled and removed: nothing can be put into one that is.
 */
export function planJoining(
  rows: ReadonlyMap<TableName, readonly StoredRow[]>,
  { at, newId }: JoiningTools,
): JoiningPlan {
  const operations: Operation[] = [];
  for (const own of groupByPromise(rows)) {
    const creations = own.map((placed) => toCreation(placed, { at, newId }));
    // Whoever judges an action looks at the rows that it leaves: the removal is an action of its own.
    for (const action of [...packOperations(creations), ...listRemovals(own, creations, { at, newId })]) {
      const tx = newId();
      for (const [txi, op] of action.entries()) operations.push({ v: 1, ...op, tx, txi, txn: action.length });
    }
  }
  return { operations, rows: playAll(operations) };
}

const packOperations = (operations: readonly PlainOperation[]): readonly (readonly PlainOperation[])[] =>
  packActions(operations.map((op) => ({ op, row: { id: op.ent, promiseId: op.scope } }))).map((pack) =>
    pack.map(({ op }) => op),
  );

/** The rows that the operations leave: what the server will have, too. */
function playAll(operations: readonly Operation[]): ReadonlyMap<RowKey, StoredRow> {
  const rows = new Map<RowKey, StoredRow>();
  for (const op of operations) {
    const played = playOperation(op, (key) => rows.get(key));
    if (played.kind !== 'applied' && played.kind !== 'concurrent') continue;
    for (const [key, row] of played.rows) rows.set(key, row);
  }
  return rows;
}

interface PlacedRow {
  readonly table: TableName;
  readonly row: StoredRow;
  /** The log that this correction took the place of. */
  readonly replaces?: string | undefined;
}

/** By promise, in the order of the tables: a promise before its rows, logs last of what they point at. */
function groupByPromise(rows: ReadonlyMap<TableName, readonly StoredRow[]>): readonly (readonly PlacedRow[])[] {
  const groups = new Map<string, PlacedRow[]>();
  for (const table of tableNames) {
    const found = rows.get(table) ?? [];
    const placed = table === 'progressLogs' ? orderChains(found) : found.map((row) => ({ table, row }));
    for (const one of placed) {
      const group = groups.get(one.row.promiseId) ?? [];
      groups.set(one.row.promiseId, group);
      group.push(one);
    }
  }
  return [...groups.values()];
}

/** Logs with every chain of corrections in the order in which they replaced each other. */
function orderChains(logs: readonly StoredRow[]): readonly PlacedRow[] {
  const table = 'progressLogs';
  const byId = new Map(logs.map((log) => [log.id, log]));
  const ordered = new Map<string, PlacedRow>();
  for (const log of logs) {
    if (typeof log.corrects === 'string') continue;
    let replaces: string | undefined;
    for (let link: StoredRow | undefined = log; link !== undefined && !ordered.has(link.id); ) {
      ordered.set(link.id, { table, row: link, replaces });
      replaces = link.id;
      link = typeof link.replacedBy === 'string' ? byId.get(link.replacedBy) : undefined;
    }
  }
  // A correction whose first log is not among these is sent for what it is. Ids begin with the time they were made.
  const others = logs.filter(({ id }) => !ordered.has(id)).sort((left, right) => (left.id < right.id ? -1 : 1));
  return [...ordered.values(), ...others.map((row) => ({ table, row }) as const)];
}

const appendTables: ReadonlySet<TableName> = new Set(['progressLogs', 'comments']);

function toCreation({ table, row, replaces }: PlacedRow, { at, newId }: JoiningTools): PlainOperation {
  const isLog = table === 'progressLogs';
  const isCorrection = isLog && typeof row.corrects === 'string';
  const known = Object.entries(row).filter(([field]) => isSent(table, field));
  return {
    id: isLog ? row.id : newId(),
    sv: schemaVersion,
    kind: isCorrection ? 'correct' : creationKind(table),
    tbl: table,
    ent: row.id,
    scope: row.promiseId,
    f: toJsonFields(Object.fromEntries(known)),
    // Named only where it took the place of another log than the one that its author had seen.
    ...(isCorrection && replaces !== undefined && replaces !== row.corrects && { base: { corrects: replaces } }),
    at: typeof row.createdAt === 'string' ? row.createdAt : at,
  };
}

const creationKind = (table: TableName) => (appendTables.has(table) ? 'append' : 'create');

const isSent = (table: TableName, field: string): boolean =>
  field !== 'id' &&
  field !== 'promiseId' &&
  !(table === 'promises' && field === 'deletedAt') &&
  findMergeClass(table, field) !== undefined;

/** The removal of a promise that was removed before joining. In: its rows, the promise first, and their creations. */
const listRemovals = (
  [first]: readonly PlacedRow[],
  [creation]: readonly PlainOperation[],
  tools: JoiningTools,
): readonly (readonly PlainOperation[])[] =>
  first?.table === 'promises' && first.row.deletedAt !== undefined && creation
    ? [[toRemoval(first.row, creation.id, tools)]]
    : [];

const toRemoval = (row: StoredRow, tag: string, { at, newId }: JoiningTools): PlainOperation => ({
  id: newId(),
  sv: schemaVersion,
  kind: 'delete',
  tbl: 'promises',
  ent: row.id,
  scope: row.promiseId,
  base: { deletedAt: tag },
  at: typeof row.deletedAt === 'string' ? row.deletedAt : at,
});
