/** How one action is kept. What every operation of it shares is written once; {@link toOperations} gives them back whole. */
import type { Json, Operation, OperationKind } from '#domain/operations/operation.ts';
import type { PlannedChange } from '#domain/operations/plan-operations.ts';
import type { TableName } from '#domain/records/tables.ts';
import type { ActionLabel } from './commit-action.ts';

export interface HistoryChange {
  readonly id: string;
  readonly kind: OperationKind;
  readonly tbl: TableName;
  readonly ent: string;
  readonly scope: string;
  /** Left out where a progress log is created: the immutable row holds it. */
  readonly f?: Readonly<Record<string, Json>>;
  readonly base?: Readonly<Record<string, string | null>>;
  readonly before?: Readonly<Record<string, Json>>;
  /** Of a foreign action: the operation that stood last in the row when this was made. Of an own one its place says it. */
  readonly after?: string;
}

export interface HistoryRow {
  /** The order in which this device stored its actions. */
  readonly n: number;
  readonly tx: string;
  readonly at: string;
  readonly sv: number;
  readonly label: ActionLabel;
  readonly changes: readonly HistoryChange[];
  /** The changed rows and the promises they belong to. */
  readonly entities: readonly string[];
  readonly batch?: string;
  /** The action that this one takes back. */
  readonly undoes?: string;
  /** The handover that brought it: it was done on another device. */
  readonly origin?: string;
}

type RowHead = Omit<HistoryRow, 'n' | 'sv' | 'changes' | 'entities'>;

/** In: what an action is called, and its planned changes (at least one). Out: its row, before the table numbers it. */
export function toHistoryRow(head: RowHead, changes: readonly PlannedChange[]): Omit<HistoryRow, 'n'> {
  return {
    ...head,
    sv: changes[0]?.op.sv ?? 0,
    changes: changes.map(toHistoryChange),
    entities: [...new Set(changes.flatMap(({ op }) => [op.ent, op.scope]))],
  };
}

function toHistoryChange({ op, before }: PlannedChange): HistoryChange {
  const { id, kind, tbl, ent, scope, f, base } = op;
  const isLog = tbl === 'progressLogs' && (kind === 'append' || kind === 'correct');
  return { id, kind, tbl, ent, scope, ...(f && !isLog && { f }), ...(base && { base }), ...(before && { before }) };
}

/** The operations of a stored action, in order and complete. In: its row and the fields of the logs it created, by id. */
export const toOperations = (
  row: HistoryRow,
  logFields: ReadonlyMap<string, Readonly<Record<string, Json>>>,
): readonly Operation[] =>
  row.changes.map(({ before: _before, after: _after, ...change }, txi) => {
    const f = change.f ?? logFields.get(change.ent);
    return { v: 1, ...change, ...(f && { f }), tx: row.tx, txi, txn: row.changes.length, sv: row.sv, at: row.at };
  });
