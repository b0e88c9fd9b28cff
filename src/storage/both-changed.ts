/** What a handover and this device have changed without having seen each other. */
import type { FoldStep } from '#domain/handover/fold-operations.ts';
import type { Json, StoredRow } from '#domain/operations/operation.ts';
import type { TableName } from '#domain/records/tables.ts';
import type { HandoverPlan } from './plan-handover.ts';

export interface BothChange {
  /** The operation that met the other's. */
  readonly operation: string;
  readonly table: TableName;
  /** The row as people call it. */
  readonly name: string;
  readonly field: string;
  /** What holds now, and what does not. */
  readonly stands: Json | undefined;
  readonly other: Json | undefined;
}

/** In: what taking in would do. Out: the fields of which two values meet there for the first time. */
export function listBothChanged(plan: Pick<HandoverPlan, 'rows' | 'folded' | 'foldedBefore'>): readonly BothChange[] {
  return [...plan.folded].flatMap(([key, { row, steps }]) => {
    const told = new Set((plan.foldedBefore.get(key)?.steps ?? []).filter(isMet).map(({ op }) => op.id));
    const name = nameRow(row ?? plan.rows.get(key)?.before);
    return steps.filter((step) => isMet(step) && !told.has(step.op.id)).flatMap((step) => toChanges(step, name, row));
  });
}

const isMet = ({ kind }: FoldStep) => kind !== 'applied';

const toChanges = ({ op, kind, fields, before }: FoldStep, name: string, row: StoredRow | undefined) =>
  fields.map(({ field, value }): BothChange => {
    const own = field.split('/', 1)[0] ?? field;
    const wanted = op.f?.[own] ?? null;
    return {
      operation: op.id,
      table: op.tbl,
      name,
      field: own,
      stands: (row?.[own] as Json | undefined) ?? null,
      other: kind === 'left-out' ? wanted : (before?.[own] ?? value),
    };
  });

function nameRow(row: StoredRow | undefined): string {
  const found = [row?.title, row?.shortName, row?.name, row?.text, row?.date].find(
    (part) => typeof part === 'string' && part !== '',
  );
  return String(found ?? '').slice(0, 80);
}
