/** What this device knows of promises as operations, row by row: from history, and from the logs that are their own. */
import { type KnownOperation, nameForerunners, type StoredOperation } from '#domain/handover/known-operation.ts';
import { isCreation } from '#domain/operations/check-operation.ts';
import type { Json, Operation } from '#domain/operations/operation.ts';
import { schemaVersion } from '#domain/operations/operation.ts';
import type { Database } from './database.ts';
import { type HistoryChange, type HistoryRow, toOperations } from './history-row.ts';
import type { LogRow } from './log-rows.ts';

type Fields = Readonly<Record<string, Json>>;

/** Operations of each row as they were stored here, by the row's id. */
export type StoredByRow = ReadonlyMap<string, readonly StoredOperation[]>;

/** Actions that touched any of the promises, in the order in which they were stored. */
export async function readActions(db: Database, promiseIds: readonly string[]): Promise<readonly HistoryRow[]> {
  const rows = await db.history
    .where('entities')
    .anyOf([...promiseIds])
    .distinct()
    .toArray();
  return rows.sort((left, right) => left.n - right.n);
}

/**
 * Groups operations by the row that they are about. In: actions in their order, and logs; of `wanted` rows only, when
 * they are named. A log that no action created is its own operation, and comes before everything that was done to it.
 */
export function groupOperations(
  actions: readonly HistoryRow[],
  logs: readonly LogRow[],
  wanted?: ReadonlySet<string>,
): StoredByRow {
  const isWanted = (id: string) => wanted === undefined || wanted.has(id);
  const fields = toCreationFields(actions, logs);
  const byRow = new Map<string, StoredOperation[]>();
  const add = (entry: StoredOperation) => {
    const known = byRow.get(entry.op.ent);
    if (known) known.push(entry);
    else byRow.set(entry.op.ent, [entry]);
  };
  const created = new Set(actions.flatMap(listCreatedLogs));
  for (const log of logs) {
    if (!created.has(log.id) && isWanted(log.id))
      add({ op: toOwnOperation(log, fields.get(log.id) ?? {}), isForeign: false });
  }
  for (const action of actions) {
    const operations = toOperations(action, fields);
    action.changes.forEach(({ ent, after }, index) => {
      const op = operations[index];
      if (op && isWanted(ent)) add({ op, after, isForeign: action.origin !== undefined });
    });
  }
  return byRow;
}

/** The operations of a row in the order in which they are played. */
export const orderStored = (stored: readonly StoredOperation[] | undefined): readonly KnownOperation[] =>
  stored === undefined ? [] : nameForerunners(stored);

const isLogCreation = ({ tbl, kind }: HistoryChange) => tbl === 'progressLogs' && isCreation(kind);

/** The logs that an action made. */
export const listCreatedLogs = ({ changes }: HistoryRow): readonly string[] =>
  changes.filter(isLogCreation).map(({ ent }) => ent);

/** What each log said when it was made: who has confirmed it since is told by the changes. */
export function toCreationFields(actions: readonly HistoryRow[], logs: readonly LogRow[]): ReadonlyMap<string, Fields> {
  const changed = new Map<string, { readonly action: HistoryRow; readonly change: HistoryChange }[]>();
  for (const action of actions) {
    for (const change of action.changes) {
      if (change.tbl !== 'progressLogs' || isLogCreation(change)) continue;
      changed.set(change.ent, [...(changed.get(change.ent) ?? []), { action, change }]);
    }
  }
  return new Map(
    logs.map((log) => {
      const fields = toFields(log);
      const later = changed.get(log.id);
      return [log.id, later ? { ...fields, ...findFirst(log, later), updatedAt: log.createdAt } : fields];
    }),
  );
}

interface Changed {
  readonly action: HistoryRow;
  readonly change: HistoryChange;
}

/** The fields as they were before the first of the changes in the order in which they are played. */
function findFirst(log: LogRow, changed: readonly Changed[]): Fields {
  const byId = new Map(changed.map(({ change }) => [change.id, change]));
  const ordered = nameForerunners([
    { op: toOwnOperation(log, {}), isForeign: false },
    ...changed.map(({ action, change }) => {
      const { before: _before, after, ...rest } = change;
      const op: Operation = { v: 1, ...rest, tx: action.tx, txi: 0, txn: 1, sv: action.sv, at: action.at };
      return { op, after, isForeign: action.origin !== undefined };
    }),
  ]);
  const befores = ordered.flatMap(({ op }) => byId.get(op.id)?.before ?? []);
  return Object.assign({}, ...befores.toReversed());
}

function toFields(log: LogRow & { readonly tags?: unknown; readonly version?: unknown }): Fields {
  const { id: _id, promiseId: _promiseId, replacedBy: _replacedBy, tags: _tags, version: _version, ...fields } = log;
  return fields as Readonly<Record<string, unknown>> as Fields;
}

/** A log that was saved alone: its row is its operation, and its id the action's. */
const toOwnOperation = (log: LogRow, f: Fields): Operation => ({
  v: 1,
  id: log.id,
  tx: log.id,
  txi: 0,
  txn: 1,
  sv: schemaVersion,
  kind: log.corrects === undefined ? 'append' : 'correct',
  tbl: 'progressLogs',
  ent: log.id,
  scope: log.promiseId,
  f,
  at: log.createdAt,
});
