import type { Json, Operation, OperationKind, StoredRow } from '#domain/operations/operation.ts';

export const idOf = (number: number) => `01900000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`;
export const scope = idOf(1);
export const goalId = idOf(2);

interface Wanted {
  readonly id?: number;
  readonly f?: Readonly<Record<string, Json>>;
  readonly base?: Readonly<Record<string, string | null>>;
  readonly tbl?: Operation['tbl'];
  readonly ent?: string;
  readonly at?: string;
}

let counter = 1000;

export function createOperation(kind: OperationKind, { id, ...more }: Wanted = {}): Operation {
  counter += 1;
  return {
    v: 1,
    id: idOf(id ?? counter),
    tx: idOf(500),
    txi: 0,
    txn: 1,
    sv: 1,
    kind,
    tbl: 'goals',
    ent: goalId,
    scope,
    at: '2026-03-31T10:00:00+02:00',
    ...more,
  };
}

/** A goal as its creation left it: every field's tag is `idOf(10)`. */
export const goalRow: StoredRow = {
  id: goalId,
  promiseId: scope,
  createdAt: '2026-01-01T08:00:00+01:00',
  updatedAt: '2026-01-01T08:00:00+01:00',
  text: 'Tolv kontroller',
  shortName: 'Kontroller',
  order: 1,
  focusAreaIds: [idOf(20), idOf(21)],
  target: { kind: 'count', value: 12, unit: 'kontroller' },
  tags: { '*': idOf(10) },
};
export const created = idOf(10);
