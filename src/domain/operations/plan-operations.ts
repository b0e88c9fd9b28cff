import type { TableName } from '#domain/records/tables.ts';
import { applyOperation, findTag, type StandingField } from './apply-operation.ts';
import type { RefusalCode } from './check-operation.ts';
import { compareMembers, toMemberKey, toMembers } from './members.ts';
import { findMergeClass } from './merge-class.ts';
import { type Json, type Operation, type OperationKind, type StoredRow, schemaVersion } from './operation.ts';
import { isSameJson, toJsonFields } from './to-json.ts';

/** One change that a person asks for, already checked against the schema. `null` in `fields` removes an optional one. */
export type PlannedWrite =
  | { readonly kind: 'create'; readonly table: TableName; readonly record: StoredRow }
  | {
      readonly kind: 'set';
      readonly table: TableName;
      readonly id: string;
      readonly fields: Readonly<Record<string, Json>>;
      /** The tags of the row as its author saw it; without them the row as it stands now. */
      readonly seen?: Readonly<Record<string, string>> | undefined;
    }
  | { readonly kind: 'delete' | 'restore'; readonly table: TableName; readonly id: string };

/** An operation before it knows its place in an action. */
export type PlainOperation = Omit<Operation, 'v' | 'tx' | 'txi' | 'txn'>;

/** One operation with the row it leaves, and what the fields it wrote were before (`null`: absent). */
export interface PlannedChange {
  readonly op: PlainOperation;
  readonly row: StoredRow;
  readonly before?: Readonly<Record<string, Json>>;
}

export type Plan =
  | { readonly kind: 'planned'; readonly changes: readonly PlannedChange[] }
  | {
      readonly kind: 'conflict';
      readonly table: TableName;
      readonly id: string;
      readonly fields: readonly StandingField[];
    }
  | {
      readonly kind: 'refused';
      readonly table: TableName;
      readonly id: string;
      readonly code: RefusalCode | 'id-taken';
    };

export interface PlanTools {
  readonly at: string;
  readonly newId: () => string;
  /** The row as it stands, before this action. */
  readonly findRow: (table: TableName, id: string) => StoredRow | undefined;
  /** The log that stands now where the named one stood: itself, or the last that corrected it. */
  readonly findStanding: (logId: string) => string;
}

/** What the earlier writes of the action leave for the later ones. */
interface Progress {
  readonly rows: Map<string, StoredRow>;
  readonly replacedBy: Map<string, string>;
}

/**
 * The operations of one action.
 * In: its writes in order, and the rows as they stand. Out: operations with the tags their author saw, each with the row
 * it leaves; fields that are already as wanted give none, nor does a record that is there already, so that saving twice
 * is saving once. A later write of the action sees the earlier ones. Refused as a whole when one of them is.
 */
export function planOperations(writes: readonly PlannedWrite[], tools: PlanTools): Plan {
  const progress: Progress = { rows: new Map(), replacedBy: new Map() };
  const changes: PlannedChange[] = [];
  for (const write of writes) {
    const plan = planWrite(write, progress, tools);
    if (plan.kind !== 'planned') return plan;
    changes.push(...plan.changes);
  }
  return { kind: 'planned', changes };
}

function planWrite(write: PlannedWrite, progress: Progress, tools: PlanTools): Plan {
  const { table } = write;
  const id = write.kind === 'create' ? write.record.id : write.id;
  const place = `${table}/${id}`;
  const row = progress.rows.get(place) ?? tools.findRow(table, id);
  if (write.kind === 'create' && row !== undefined) {
    return isSameRecord(row, write.record)
      ? { kind: 'planned', changes: [] }
      : { kind: 'refused', table, id, code: 'id-taken' };
  }
  if (write.kind !== 'create' && row === undefined) return { kind: 'refused', table, id, code: 'row-missing' };

  const changes: PlannedChange[] = [];
  let current = row;
  for (const op of toOperations(write, row, progress, tools)) {
    const outcome = applyOperation(current, inPlace(op));
    if (outcome.kind === 'refused') return { kind: 'refused', table, id, code: outcome.code };
    if (outcome.kind === 'conflict') return { kind: 'conflict', table, id, fields: outcome.fields };
    changes.push({ op, row: outcome.row, ...(current && { before: listBefore(op, current) }) });
    current = outcome.row;
    progress.rows.set(place, current);
  }
  return { kind: 'planned', changes };
}

/** The same record but for the clock: the second tap on the button that saves. */
function isSameRecord(row: StoredRow, record: StoredRow): boolean {
  const content = ({
    tags: _tags,
    replacedBy: _replacedBy,
    version: _version,
    createdAt: _createdAt,
    updatedAt: _updatedAt,
    ...rest
  }: StoredRow) => rest;
  return isSameJson(content(row), content(record));
}

/** The operation as the only one of its action, for checks that look at the whole of it. */
const inPlace = (op: PlainOperation): Operation => ({ v: 1, ...op, tx: op.id, txi: 0, txn: 1 });

function toOperations(
  write: PlannedWrite,
  row: StoredRow | undefined,
  progress: Progress,
  tools: PlanTools,
): readonly PlainOperation[] {
  if (write.kind === 'create') return [toCreation(write.table, write.record, progress, tools)];
  if (row === undefined) return [];
  if (write.kind === 'set') return toFieldOperations(write, row, tools);
  const isDeleted = row.deletedAt !== undefined;
  if (isDeleted === (write.kind === 'delete')) return [];
  return [{ ...begin(write.kind, write.table, row, tools), base: { deletedAt: findTag(row, 'deletedAt') } }];
}

const appendTables: ReadonlySet<TableName> = new Set(['progressLogs', 'comments']);

function toCreation(table: TableName, record: StoredRow, progress: Progress, tools: PlanTools): PlainOperation {
  const { id, promiseId, tags: _tags, replacedBy: _replacedBy, ...rest } = record;
  const f = toJsonFields(rest);
  const kind = appendTables.has(table) ? 'append' : 'create';
  const opening = { sv: schemaVersion, tbl: table, ent: id, scope: promiseId, f, at: tools.at };
  if (table !== 'progressLogs') return { id: tools.newId(), kind, ...opening };
  if (typeof f.corrects !== 'string') return { id, kind, ...opening };
  const standing = findLast(progress.replacedBy, tools.findStanding(f.corrects));
  progress.replacedBy.set(standing, id);
  // The replaced log is named only when it is another than the one that its author saw.
  return { id, kind: 'correct', ...opening, ...(standing !== f.corrects && { base: { corrects: standing } }) };
}

function findLast(next: ReadonlyMap<string, string>, id: string): string {
  const following = next.get(id);
  return following === undefined ? id : findLast(next, following);
}

type SetWrite = Extract<PlannedWrite, { kind: 'set' }>;
type FieldKind = 'remove' | 'add' | 'set' | 'guard';
const fieldKinds: readonly FieldKind[] = ['remove', 'add', 'set', 'guard'];

function toFieldOperations(write: SetWrite, row: StoredRow, tools: PlanTools): readonly PlainOperation[] {
  const seen: StoredRow = write.seen ? { ...row, tags: write.seen } : row;
  const parts = Object.entries(write.fields)
    .filter(([field, wanted]) => !isSameJson(row[field] ?? null, wanted))
    .flatMap(([field, wanted]) => splitField(write.table, field, row[field], wanted));
  return fieldKinds.flatMap((kind) => {
    const f = Object.fromEntries(parts.filter((part) => part.kind === kind).map(({ field, value }) => [field, value]));
    const tagNames = listTagNames(kind, f);
    if (tagNames.length === 0) return [];
    const base = Object.fromEntries(tagNames.map((name) => [name, findTag(seen, name)]));
    return [{ ...begin(kind, write.table, row, tools), f, base }];
  });
}

interface FieldPart {
  readonly kind: FieldKind;
  readonly field: string;
  readonly value: Json;
}

/** What one field's change is made of. An unknown or a fixed field goes where the check refuses it. */
function splitField(table: TableName, field: string, before: unknown, wanted: Json): readonly FieldPart[] {
  const mergeClass = findMergeClass(table, field);
  if (mergeClass !== 'members') return [{ kind: mergeClass === 'guard' ? 'guard' : 'set', field, value: wanted }];
  const { added, removed, order } = compareMembers(toMembers(before), toMembers(wanted));
  return [
    ...(removed.length > 0 ? [{ kind: 'remove', field, value: removed } as const] : []),
    ...(added.length > 0 ? [{ kind: 'add', field, value: added } as const] : []),
    ...(order ? [{ kind: 'set', field, value: order } as const] : []),
  ];
}

/** The tags that an operation's author must have seen: the members' for members, otherwise the fields'. */
export function listTagNames(kind: OperationKind, fields: Readonly<Record<string, Json>>): readonly string[] {
  if (kind !== 'add' && kind !== 'remove') return Object.keys(fields);
  return Object.entries(fields).flatMap(([field, members]) =>
    toMembers(members).map((member) => `${field}/${kind === 'add' ? toMemberKey(member) : String(member)}`),
  );
}

const begin = (kind: OperationKind, table: TableName, row: StoredRow, tools: PlanTools): PlainOperation => ({
  id: tools.newId(),
  sv: schemaVersion,
  kind,
  tbl: table,
  ent: row.id,
  scope: row.promiseId,
  at: tools.at,
});

const listBefore = (op: PlainOperation, row: StoredRow): Readonly<Record<string, Json>> =>
  Object.fromEntries(
    (op.f ? Object.keys(op.f) : ['deletedAt']).map((field) => [field, (row[field] as Json | undefined) ?? null]),
  );
