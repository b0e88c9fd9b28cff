import { findFault, isCreation, type RefusalCode } from './check-operation.ts';
import { addMembers, orderMembers, removeMembers, toMemberKey, toMembers } from './members.ts';
import { findMergeClass } from './merge-class.ts';
import type { Json, Operation, StoredRow } from './operation.ts';
import { isSameJson } from './to-json.ts';

/** A field as it stands, beside what an operation wanted of it. */
export interface StandingField {
  readonly field: string;
  readonly value: Json | undefined;
  readonly tag: string | null;
}

export type Outcome =
  | { readonly kind: 'applied'; readonly row: StoredRow }
  /** Applied over something that its author had not seen. `fields`: what was written over, or kept against a removal. */
  | { readonly kind: 'concurrent'; readonly row: StoredRow; readonly fields: readonly StandingField[] }
  /** Not applied: a person decides. `fields`: what stands. */
  | { readonly kind: 'conflict'; readonly fields: readonly StandingField[] }
  | { readonly kind: 'refused'; readonly code: RefusalCode };

/** What stands for every field that a row's tags do not name. */
const everyField = '*';

/**
 * The operation that last wrote a field or member: what the author of the next change has seen.
 * In: a row and `field` or `field/member`. Out: an operation id. A log has no tags: its own id created every field of it.
 */
export const findTag = (row: StoredRow, name: string): string => row.tags?.[name] ?? row.tags?.[everyField] ?? row.id;

/**
 * What an operation does to a row: the one rule for device and server (sync 2.6).
 * In: the row as it stands (undefined while unknown) and the operation. Out: the row after it, whether somebody else's
 * change was written over, or why nothing was done. Never changes what it is given. Reads no clock: `at` is only kept.
 * What a correction does to the log it replaces is {@link replaceLog}.
 */
export function applyOperation(row: StoredRow | undefined, op: Operation): Outcome {
  const code = findFault(op);
  if (code !== undefined) return { kind: 'refused', code };
  if (row !== undefined && row.promiseId !== op.scope) return { kind: 'refused', code: 'other-scope' };
  if (isCreation(op.kind)) return row === undefined ? { kind: 'applied', row: createRow(op) } : createAgain(row, op);
  if (row === undefined) return { kind: 'refused', code: 'row-missing' };
  if (op.kind === 'delete' || op.kind === 'restore') return applyRemoval(row, op);
  if (row.deletedAt !== undefined) return { kind: 'conflict', fields: [standing(row, 'deletedAt')] };
  if (op.kind === 'guard') return applyGuard(row, op);
  return op.kind === 'set' ? applySet(row, op) : applyMembers(row, op);
}

/** The log that a correction replaces, marked: it no longer stands. In: the log, and the id of the one that follows it. */
export const replaceLog = <T extends { readonly id: string }>(
  log: T,
  by: string,
): T & { readonly replacedBy: string } => ({
  ...log,
  replacedBy: by,
});

function createRow(op: Operation): StoredRow {
  const fields = { id: op.ent, promiseId: op.scope, ...op.f };
  // A log's id is its own operation's id, so it needs no tags: they would double what a log costs.
  return op.tbl === 'progressLogs' ? fields : { ...fields, tags: { [everyField]: op.id } };
}

/** The id is taken: a log is what it is, of anything else the fields are written over (two copies of one backup). */
function createAgain(row: StoredRow, op: Operation): Outcome {
  if (op.kind !== 'create') return { kind: 'applied', row };
  const different = Object.entries(op.f ?? {}).filter(
    ([field, value]) => findMergeClass(op.tbl, field) !== 'fixed' && !isSameJson(row[field], value),
  );
  if (different.length === 0) return { kind: 'applied', row };
  const fields = different.map(([field]) => standing(row, field));
  return { kind: 'concurrent', row: writeFields(row, op, different), fields };
}

function applySet(row: StoredRow, op: Operation): Outcome {
  const entries = Object.entries(op.f ?? {});
  const fields = listUnseen(row, op);
  const values = entries.map(([field, value]): [string, Json] =>
    findMergeClass(op.tbl, field) === 'members'
      ? [field, orderMembers(toMembers(row[field]), toMembers(value).map(String))]
      : [field, value],
  );
  const written = writeFields(row, op, values);
  return fields.length === 0 ? { kind: 'applied', row: written } : { kind: 'concurrent', row: written, fields };
}

function applyGuard(row: StoredRow, op: Operation): Outcome {
  const fields = listUnseen(row, op);
  if (fields.length > 0) return { kind: 'conflict', fields };
  return { kind: 'applied', row: writeFields(row, op, Object.entries(op.f ?? {})) };
}

function applyRemoval(row: StoredRow, op: Operation): Outcome {
  const fields = findTag(row, 'deletedAt') === seen(op, 'deletedAt') ? [] : [standing(row, 'deletedAt')];
  const written = writeFields(row, op, [['deletedAt', op.kind === 'delete' ? op.at : null]]);
  return fields.length === 0 ? { kind: 'applied', row: written } : { kind: 'concurrent', row: written, fields };
}

/** Addition wins over a removal that had not seen it: such a member stays. */
function applyMembers(row: StoredRow, op: Operation): Outcome {
  const tags: Record<string, string> = { ...row.tags };
  const values: [string, Json][] = [];
  const kept: StandingField[] = [];
  for (const [field, value] of Object.entries(op.f ?? {})) {
    const members = toMembers(row[field]);
    if (op.kind === 'add') {
      for (const member of toMembers(value)) tags[`${field}/${toMemberKey(member)}`] = op.id;
      values.push([field, addMembers(members, toMembers(value))]);
      continue;
    }
    const keys = toMembers(value).map(String);
    const present = new Set(members.map(toMemberKey));
    const unseen = keys.filter(
      (key) => present.has(key) && findTag(row, `${field}/${key}`) !== seen(op, `${field}/${key}`),
    );
    kept.push(...unseen.map((key) => standing(row, `${field}/${key}`)));
    for (const key of keys) if (!unseen.includes(key)) delete tags[`${field}/${key}`];
    values.push([field, removeMembers(members, new Set(keys.filter((key) => !unseen.includes(key))))]);
  }
  const written = { ...writeFields(row, op, values, false), tags };
  return kept.length === 0 ? { kind: 'applied', row: written } : { kind: 'concurrent', row: written, fields: kept };
}

function writeFields(
  row: StoredRow,
  op: Operation,
  values: readonly (readonly [string, Json])[],
  tagged = true,
): StoredRow {
  const written: Record<string, unknown> = { ...row, updatedAt: op.at };
  for (const [field, value] of values) {
    if (value === null) delete written[field];
    else written[field] = value;
  }
  if (tagged) {
    const tags: Record<string, string> = { ...row.tags };
    for (const [field] of values) tags[field] = op.id;
    written.tags = tags;
  }
  return written as unknown as StoredRow;
}

function listUnseen(row: StoredRow, op: Operation): readonly StandingField[] {
  const unseen: StandingField[] = [];
  for (const field of Object.keys(op.f ?? {}))
    if (findTag(row, field) !== seen(op, field)) unseen.push(standing(row, field));
  return unseen;
}

const seen = (op: Operation, name: string): string | null => op.base?.[name] ?? null;

const standing = (row: StoredRow, name: string): StandingField => ({
  field: name,
  value: row[name.split('/', 1)[0] ?? name] as Json | undefined,
  tag: findTag(row, name),
});
