/** Where an operation belongs that was accepted before the server was restored from a backup (sync 2.14). */

import { type FindRow, findCorrected } from '#domain/delivery/play-operation.ts';
import { type RowKey, toRowKey } from '#domain/delivery/synced-row.ts';
import { findTag, replaceLog } from '#domain/operations/apply-operation.ts';
import { isCreation } from '#domain/operations/check-operation.ts';
import { addMembers, orderMembers, removeMembers, toMemberKey, toMembers } from '#domain/operations/members.ts';
import { findMergeClass } from '#domain/operations/merge-class.ts';
import type { Json, Operation, StoredRow } from '#domain/operations/operation.ts';
import { isSameJson } from '#domain/operations/to-json.ts';
import type { TableName } from '#domain/records/tables.ts';

export interface PlaceTools {
  readonly findRow: FindRow;
  /** The version under which an operation was first accepted; 0 when that is forgotten. */
  readonly originalOf: (operationId: string) => number;
}

export interface Placed {
  /** Every row that changes; none when all of it is older than what stands. */
  readonly rows: ReadonlyMap<RowKey, StoredRow>;
}

/** What was removed: the mark keeps which addition the remover had seen, should that come back after the removal. */
const toMark = (name: string) => `-${name}`;

/** Rows that must be there before an operation can be placed. In: an operation. Out: the keys of those that are not. */
export function listMissing(op: Operation, findRow: FindRow): readonly RowKey[] {
  const keys: RowKey[] = op.tbl === 'promises' && isCreation(op.kind) ? [] : [toRowKey('promises', op.scope)];
  if (!isCreation(op.kind)) keys.push(toRowKey(op.tbl, op.ent));
  if (op.kind === 'correct') keys.push(toRowKey('progressLogs', findCorrected(op)));
  return keys.filter((key) => findRow(key) === undefined);
}

/**
 * Places an accepted operation by its first version, so that the order in which devices come back changes nothing:
 * every field ends with the value of the operation that was first accepted last.
 * In: the operation, its first version, and the rows (none of {@link listMissing}). Out: the rows that change.
 */
export function placeOperation(op: Operation, original: number, tools: PlaceTools): Placed {
  const key = toRowKey(op.tbl, op.ent);
  const row = tools.findRow(key);
  if (isCreation(op.kind)) return placeCreation(op, row, original, tools);
  if (row === undefined) return { rows: new Map() };
  const placed =
    op.kind === 'add' || op.kind === 'remove'
      ? placeMembers(op, row, original, tools)
      : placeFields(op, row, original, tools);
  return { rows: placed === row ? new Map() : new Map([[key, keepStamp(placed, row, op, original, tools)]]) };
}

function placeFields(op: Operation, row: StoredRow, original: number, { originalOf }: PlaceTools): StoredRow {
  const values: readonly (readonly [string, Json])[] =
    op.kind === 'delete' || op.kind === 'restore'
      ? [['deletedAt', op.kind === 'delete' ? op.at : null]]
      : Object.entries(op.f ?? {});
  const newer = values.filter(([field]) => originalOfName(row, field, originalOf) < original);
  return newer.length === 0 ? row : writeTagged(row, op, newer);
}

/**
 * The first version of what last wrote a field or member. What the row was created with is older than any change of it:
 * a creation whose receipt never reached its author comes back as new, with a version above all that followed it.
 */
function originalOfName(row: StoredRow, name: string, originalOf: PlaceTools['originalOf']): number {
  const tag = row.tags?.[name];
  return tag === undefined ? 0 : originalOf(tag);
}

function writeTagged(row: StoredRow, op: Operation, values: readonly (readonly [string, Json])[]): StoredRow {
  const written: Record<string, unknown> = { ...row };
  const tags: Record<string, string> = { ...row.tags };
  for (const [field, value] of values) {
    const isOrder = op.kind === 'set' && findMergeClass(op.tbl, field) === 'members';
    if (isOrder) written[field] = orderMembers(toMembers(row[field]), toMembers(value).map(String));
    else if (value === null) delete written[field];
    else written[field] = value;
    tags[field] = op.id;
  }
  return { ...written, tags } as unknown as StoredRow;
}

/** An addition wins over a removal that had not seen it, whichever of the two comes back first. */
function placeMembers(op: Operation, row: StoredRow, original: number, tools: PlaceTools): StoredRow {
  const step = op.kind === 'add' ? placeAddition : placeRemoval;
  let placed = row;
  for (const [field, value] of Object.entries(op.f ?? {})) {
    for (const member of toMembers(value)) {
      const key = op.kind === 'add' ? toMemberKey(member) : String(member);
      const members = toMembers(placed[field]);
      const next = step({ op, row: placed, field, key, member, members, original, tools });
      if (next !== undefined) placed = takeStep(placed, field, next);
    }
  }
  return placed;
}

function takeStep(row: StoredRow, field: string, { members, tagged, untagged }: MemberStep): StoredRow {
  const tags: Record<string, string> = { ...row.tags, ...tagged };
  for (const name of untagged) delete tags[name];
  return { ...row, [field]: members, tags };
}

interface MemberPlace {
  readonly op: Operation;
  readonly row: StoredRow;
  readonly field: string;
  readonly key: string;
  readonly member: Json;
  readonly members: readonly Json[];
  readonly original: number;
  readonly tools: PlaceTools;
}

interface MemberStep {
  readonly members: readonly Json[];
  readonly tagged: Readonly<Record<string, string>>;
  readonly untagged: readonly string[];
}

const isPresent = ({ members, key }: MemberPlace) => members.some((member) => toMemberKey(member) === key);

function placeAddition(place: MemberPlace): MemberStep | undefined {
  const { op, row, field, key, member, members, original, tools } = place;
  const name = `${field}/${key}`;
  const removed = row.tags?.[toMark(name)];
  const isOlder = isPresent(place) && originalOfName(row, name, tools.originalOf) > original;
  if (removed === op.id) {
    // Its removal came back before it, and takes along what it had written over.
    if (!isPresent(place) || isOlder) return undefined;
    return { members: removeMembers(members, new Set([key])), tagged: {}, untagged: [name] };
  }
  if (isOlder || (removed !== undefined && tools.originalOf(removed) > original)) return undefined;
  return { members: addMembers(members, [member]), tagged: { [name]: op.id }, untagged: [] };
}

function placeRemoval(place: MemberPlace): MemberStep | undefined {
  const { op, row, field, key, members } = place;
  const name = `${field}/${key}`;
  const seen = op.base?.[name] ?? null;
  if (seen === null) return undefined;
  const tagged = { [toMark(name)]: seen };
  if (!isPresent(place) || findTag(row, name) !== seen) return { members, tagged, untagged: [] };
  return { members: removeMembers(members, new Set([key])), tagged, untagged: [name] };
}

function placeCreation(op: Operation, row: StoredRow | undefined, original: number, tools: PlaceTools): Placed {
  const key = toRowKey(op.tbl, op.ent);
  if (op.tbl === 'progressLogs') {
    if (row !== undefined) return { rows: new Map() };
    const log: StoredRow = { id: op.ent, promiseId: op.scope, ...op.f };
    return { rows: op.kind === 'correct' ? insertLink(log, op, original, tools) : new Map([[key, log]]) };
  }
  const created: StoredRow = { id: op.ent, promiseId: op.scope, ...op.f, tags: { '*': op.id } };
  if (row === undefined) return { rows: new Map([[key, created]]) };
  if (op.kind !== 'create') return { rows: new Map() };
  const first = row.tags?.['*'];
  // The record was made twice (two copies of one backup file): the later one wrote over the earlier.
  if (first !== undefined && tools.originalOf(first) > original)
    return { rows: new Map([[key, layOver(op.tbl, created, row)]]) };
  const different = Object.entries(op.f ?? {}).filter(
    ([field, value]) => findMergeClass(op.tbl, field) !== 'fixed' && !isSameJson(row[field], value),
  );
  const newer = different.filter(([field]) => originalOfName(row, field, tools.originalOf) < original);
  return { rows: newer.length === 0 ? new Map() : new Map([[key, writeTagged(row, { ...op, kind: 'guard' }, newer)]]) };
}

/** Stamps that are no field of anybody, yet follow from what was done last. */
const lastingStamps: ReadonlySet<string> = new Set(['updatedAt', 'deletedAt']);

/** The row as it stands, laid over the creation that came before it. */
function layOver(table: TableName, created: StoredRow, row: StoredRow): StoredRow {
  const written: Record<string, unknown> = { ...created };
  const tags: Record<string, string> = { ...row.tags, ...created.tags };
  for (const [field, value] of Object.entries(row)) {
    if (lastingStamps.has(field)) written[field] = value;
    if (isFixed(table, field) || isSameJson(created[field], value)) continue;
    written[field] = value;
    tags[field] = findTag(row, field);
  }
  for (const field of Object.keys(row.tags ?? {})) if (row[field] === undefined) delete written[field];
  return { ...written, tags } as unknown as StoredRow;
}

const isFixed = (table: TableName, field: string): boolean => (findMergeClass(table, field) ?? 'fixed') === 'fixed';

/** A correction takes its place in the chain by its first version, wherever the others stand already. */
function insertLink(
  log: StoredRow,
  op: Operation,
  original: number,
  tools: PlaceTools,
): ReadonlyMap<RowKey, StoredRow> {
  const find = (id: string) => tools.findRow(toRowKey('progressLogs', id));
  let link = find(findCorrected(op));
  while (typeof link?.replacedBy === 'string' && tools.originalOf(link.replacedBy) < original) {
    const next = find(link.replacedBy);
    if (next === undefined) break;
    link = next;
  }
  const inserted = typeof link?.replacedBy === 'string' ? replaceLog(log, link.replacedBy) : log;
  const rows = new Map<RowKey, StoredRow>([[toRowKey('progressLogs', log.id), inserted]]);
  if (link !== undefined) rows.set(toRowKey('progressLogs', link.id), replaceLog(link, log.id));
  return rows;
}

/** When it was changed is what the last of its operations says. */
function keepStamp(placed: StoredRow, row: StoredRow, op: Operation, original: number, tools: PlaceTools): StoredRow {
  const isLast = Object.keys(row.tags ?? {}).every(
    (name) => name === '*' || originalOfName(row, name, tools.originalOf) <= original,
  );
  return isLast ? { ...placed, updatedAt: op.at } : placed;
}
