import { toPeriod } from '#domain/calendar/period.ts';
import { applyOperation, type Outcome, type StandingField } from '#domain/operations/apply-operation.ts';
import { isCreation } from '#domain/operations/check-operation.ts';
import type { Json, Operation, StoredRow } from '#domain/operations/operation.ts';
import type { CitizenPromise } from '#domain/records/citizen-promise.ts';
import { parseRecord } from '#domain/records/parse-record.ts';
import { schemaByTable, type TableName } from '#domain/records/tables.ts';

/** What one operation did when its turn came. `left-out`: it has no effect, and what stands is in `fields`. */
export interface FoldStep {
  readonly op: Operation;
  readonly kind: 'applied' | 'concurrent' | 'left-out';
  readonly fields: readonly StandingField[];
  /** What the fields it names were before it (`null`: absent); nothing for a creation. */
  readonly before?: Readonly<Record<string, Json>>;
}

export interface Folded {
  readonly row: StoredRow | undefined;
  readonly steps: readonly FoldStep[];
}

/**
 * What a row has become by all operations that are known of it, by the same rule as on a server (`applyOperation`):
 * a later `set` wins, of two that guard a field the first does, and an addition over a removal that had not seen it.
 * In: the operations of one row in their order. Out: the row, undefined without a creation, and what each of them did.
 * What two people did apart may be right for each and together not a record: then the later of them is left out.
 */
export function foldOperations(operations: readonly Operation[]): Folded {
  let row: StoredRow | undefined;
  const steps: FoldStep[] = [];
  for (const op of operations) {
    const outcome = applyOperation(row, op);
    const fields = outcome.kind === 'concurrent' || outcome.kind === 'conflict' ? outcome.fields : [];
    const taken = isTaken(outcome) && (isCreation(op.kind) || isSound(op.tbl, outcome.row)) ? outcome : undefined;
    steps.push({
      op,
      kind: taken?.kind ?? 'left-out',
      fields,
      ...(row && !isCreation(op.kind) && { before: listBefore(op, row) }),
    });
    row = taken?.row ?? row;
  }
  return { row, steps };
}

type Taken = Extract<Outcome, { readonly row: StoredRow }>;

const isTaken = (outcome: Outcome): outcome is Taken => outcome.kind === 'applied' || outcome.kind === 'concurrent';

/** Whether a row is a record of its table. In: a table and a row of it. */
export function isSound(table: TableName, row: StoredRow): boolean {
  if (parseRecord(schemaByTable[table], row).kind === 'invalid') return false;
  if (table !== 'promises') return true;
  const promise = row as unknown as CitizenPromise;
  const { from, to } = toPeriod(promise.period, promise.signedOn) ?? promise.period;
  return row.id === row.promiseId && !(from && to && from > to);
}

const listBefore = (op: Operation, row: StoredRow): Readonly<Record<string, Json>> =>
  Object.fromEntries(
    (op.f ? Object.keys(op.f) : ['deletedAt']).map((field) => [field, (row[field] as Json | undefined) ?? null]),
  );
