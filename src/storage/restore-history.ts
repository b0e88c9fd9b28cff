/** History from a file: whether its rows are well formed, and whether playing it gives the rows beside it (sync I24). */
import * as z from 'zod/mini';
import { applyOperation } from '#domain/operations/apply-operation.ts';
import { findFault, isCreation } from '#domain/operations/check-operation.ts';
import { isTableName } from '#domain/operations/merge-class.ts';
import { type Operation, operationKinds, operationLimits, type StoredRow } from '#domain/operations/operation.ts';
import { isSameJson } from '#domain/operations/to-json.ts';
import type { RowsByTable } from '#domain/record-files/check-rows.ts';
import { isPlainJson } from '#domain/record-files/plain-json.ts';
import { idSchema } from '#domain/records/fields.ts';
import type { TableName } from '#domain/records/tables.ts';
import { actionLabels } from '#domain/wording/history-words.ts';
import type { HistoryRow } from './history-row.ts';

const shortText = z.string().check(z.maxLength(100));
const fieldsSchema = z.record(z.string(), z.json());
const changeSchema = z.strictObject({
  id: idSchema,
  kind: z.enum(operationKinds),
  tbl: z.string().check(z.refine(isTableName)),
  ent: idSchema,
  scope: idSchema,
  f: z.optional(fieldsSchema),
  base: z.optional(z.record(z.string(), z.nullable(idSchema))),
  before: z.optional(fieldsSchema),
});
const historySchema = z.object({
  n: z.int().check(z.positive()),
  tx: idSchema,
  at: shortText,
  sv: z.int().check(z.nonnegative()),
  label: shortText,
  changes: z.array(changeSchema).check(z.minLength(1), z.maxLength(operationLimits.actionOperations)),
  entities: z.array(idSchema),
  batch: z.optional(idSchema),
  undoes: z.optional(idSchema),
});

/** In: what JSON gave. Out: the row of history, or undefined where it is none. */
export function checkHistoryRow(given: unknown): HistoryRow | undefined {
  if (!isPlainJson(given) || !z.safeParse(historySchema, given).success) return undefined;
  const row = given as HistoryRow;
  // A newer version may have called it something that this one has no word for.
  return actionLabels.includes(row.label) ? row : { ...row, label: 'record-changed' };
}

export type HistoryJudgement =
  /** Played from nothing it gives every row. */
  | 'whole'
  /** Some rows came another way, from a server or an older file: what history says of them cannot be played. */
  | 'partial'
  /** It says something that no operation can be, or of rows that are not there. */
  | 'broken';

/**
 * Plays history against rows. In: rows in any order, and history in its own. Logs are their own history: of them only
 * what is said of their confirmation is looked at, and that they are there. Out: see {@link HistoryJudgement}.
 */
export function judgeHistory(rows: RowsByTable, history: readonly HistoryRow[]): HistoryJudgement {
  const known: Known = {
    logIds: new Set((rows.get('progressLogs') ?? []).map(({ id }) => id)),
    promiseIds: new Set((rows.get('promises') ?? []).map(({ id }) => id)),
  };
  if (new Set(history.map(({ tx }) => tx)).size < history.length) return 'broken';
  const operations = history.flatMap(listOperations);
  if (new Set(operations.map(({ id }) => id)).size < operations.length) return 'broken';
  if (!operations.every((op) => isSound(op, known))) return 'broken';
  const played = new Map<string, StoredRow>();
  const fitted = operations.map((op) => op.tbl === 'progressLogs' || play(played, op));
  return fitted.every(Boolean) && isEveryRow(rows, played) ? 'whole' : 'partial';
}

interface Known {
  readonly logIds: ReadonlySet<string>;
  readonly promiseIds: ReadonlySet<string>;
}

/** Fields of a log that an action created are not in history: the log itself holds them. */
function isSound(op: Operation, { logIds, promiseIds }: Known): boolean {
  if (!promiseIds.has(op.scope)) return false;
  if (op.tbl === 'progressLogs') return logIds.has(op.ent) && (isCreation(op.kind) || findFault(op) === undefined);
  return findFault(op) === undefined;
}

const listOperations = (row: HistoryRow): readonly Operation[] =>
  row.changes.map(({ before: _before, ...change }, txi) => ({
    v: 1,
    ...change,
    tx: row.tx,
    txi,
    txn: row.changes.length,
    sv: row.sv,
    at: row.at,
  }));

/** Out: whether the operation fitted. */
function play(played: Map<string, StoredRow>, op: Operation): boolean {
  const place = `${op.tbl}/${op.ent}`;
  const before = played.get(place);
  if (before === undefined && !isCreation(op.kind)) return false;
  const outcome = applyOperation(before, op);
  if (outcome.kind !== 'applied' && outcome.kind !== 'concurrent') return false;
  played.set(place, outcome.row);
  return true;
}

function isEveryRow(rows: RowsByTable, played: ReadonlyMap<string, StoredRow>): boolean {
  let count = 0;
  for (const [table, own] of rows as ReadonlyMap<TableName, readonly StoredRow[]>) {
    if (table === 'progressLogs') continue;
    count += own.length;
    if (!own.every((row) => isSameJson(played.get(`${table}/${row.id}`), row))) return false;
  }
  return count === played.size;
}
