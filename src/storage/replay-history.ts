/** The proof that history is whole: played from nothing it gives the rows as they are (sync I24). */
import { applyOperation, replaceLog } from '#domain/operations/apply-operation.ts';
import type { Json, Operation, StoredRow } from '#domain/operations/operation.ts';
import { schemaVersion } from '#domain/operations/operation.ts';
import type { StandingLog } from '#domain/progress/contribution.ts';
import { type TableName, tableNames } from '#domain/records/tables.ts';
import type { Database } from './database.ts';
import { toOperations } from './history-row.ts';
import { type LogRow, logTables } from './log-rows.ts';
import { forEachLog } from './many-logs.ts';

/** Rows by table and id. */
export type ReplayedRows = ReadonlyMap<TableName, ReadonlyMap<string, StoredRow>>;

type Rows = Map<TableName, Map<string, StoredRow>>;

/** Plays every operation in the order in which it was stored. Throws when one of them does not fit. Reads everything. */
export const replayHistory = (db: Database): Promise<ReplayedRows> =>
  db.transaction('r', ['history', ...logTables], async () => {
    const logs: LogRow[] = [];
    await forEachLog(db, (log) => logs.push(log));
    // Their ids begin with the time they were made.
    logs.sort((left, right) => (left.id < right.id ? -1 : 1));
    const fields = new Map(logs.map((log) => [log.id, toFields(log)]));
    const rows: Rows = new Map(tableNames.map((table) => [table, new Map()]));
    const recorded = (await db.history.orderBy('n').toArray()).flatMap((row) => toOperations(row, fields));
    const inRows = new Set(recorded.map((op) => op.id));
    const own = logs.filter((log) => !inRows.has(log.id)).map((log) => toOwnOperation(log, fields.get(log.id) ?? {}));
    const operations = [...own, ...recorded];
    for (const op of operations) play(rows, op);
    // Which log replaces which does not depend on their order: each names the one it takes the place of.
    for (const op of operations) if (op.kind === 'correct') playReplacement(rows, op);
    return rows;
  });

function play(rows: Rows, op: Operation): void {
  const table = rows.get(op.tbl);
  const outcome = applyOperation(table?.get(op.ent), op);
  if (outcome.kind !== 'applied' && outcome.kind !== 'concurrent') {
    throw new Error(`History does not replay: ${op.kind} ${op.tbl}/${op.ent} ${JSON.stringify(outcome)}`);
  }
  table?.set(op.ent, outcome.row);
}

function playReplacement(rows: Rows, op: Operation): void {
  const logs = rows.get('progressLogs');
  const replaced = logs?.get(op.base?.corrects ?? String(op.f?.corrects));
  if (replaced) logs?.set(replaced.id, replaceLog(replaced, op.ent));
}

function toFields(log: StandingLog & { readonly tags?: unknown; readonly version?: unknown }) {
  const { id: _id, promiseId: _promiseId, replacedBy: _replacedBy, tags: _tags, version: _version, ...fields } = log;
  return fields as Readonly<Record<string, Json>>;
}

/** A log that was saved alone: its row is its operation, and its id the action's. */
const toOwnOperation = (log: StandingLog, f: Readonly<Record<string, Json>>): Operation => ({
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
