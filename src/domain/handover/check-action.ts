/** Whatever comes in by a file or a code is held to what the app itself would have written, before anything is stored. */
import type * as z from 'zod/mini';
import { readInstant } from '#domain/calendar/instant.ts';
import { findFault, isCreation } from '#domain/operations/check-operation.ts';
import { toMemberKey, toMembers } from '#domain/operations/members.ts';
import { findMergeClass } from '#domain/operations/merge-class.ts';
import type { Json, Operation, StoredRow } from '#domain/operations/operation.ts';
import { isSameJson, toJsonFields } from '#domain/operations/to-json.ts';
import { isId } from '#domain/records/fields.ts';
import { parseRecord } from '#domain/records/parse-record.ts';
import { schemaByTable } from '#domain/records/tables.ts';
import { actionLabels } from '#domain/wording/history-words.ts';
import { isSound } from './fold-operations.ts';
import { type HandedAction, handedActionSchema, isLoneLog, listOperations } from './handed-action.ts';
import type { KnownOperation } from './known-operation.ts';

/** Why a carried action is not believed. Any of these refuses the whole handover. */
export type HandedFault = 'shape' | 'operation' | 'record' | 'scope' | 'example' | 'cause' | 'label';

export type CheckedAction =
  | { readonly kind: 'action'; readonly action: HandedAction }
  | { readonly kind: 'refused'; readonly fault: HandedFault };

/** Deeper than any record is; what is deeper would only exhaust who looks at it. */
const deepest = 16;

/** What can be done to a log that is there: somebody confirms it, and takes that back. */
const logKinds: ReadonlySet<string> = new Set(['add', 'remove', 'set']);

/** What a person did on the device that hands over: examples are nobody's, and a restore is not an action of its own. */
const strange: ReadonlySet<string> = new Set(['examples-taken', 'examples-removed', 'backup-restored']);
const labels: ReadonlySet<string> = new Set(actionLabels.filter((label) => !strange.has(label)));

/**
 * Whether a carried action could be the app's own.
 * In: a value as JSON gave it, and the promises that the handover names. Out: the action, or what is wrong with it.
 * Every operation must be sound, every creation a whole record, every written field what its schema allows.
 */
export function checkAction(given: unknown, promiseIds: ReadonlySet<string>): CheckedAction {
  if (!isShallow(given, deepest)) return refuse('shape');
  const parsed = handedActionSchema.safeParse(given);
  // A name that an object must not have is dropped by the schema.
  if (!parsed.success || !isSameJson(parsed.data, given)) return refuse('shape');
  const action = parsed.data;
  const fault = findHeadFault(action) ?? findOperationsFault(action, promiseIds);
  return fault === undefined ? { kind: 'action', action } : refuse(fault);
}

function findHeadFault(action: HandedAction): HandedFault | undefined {
  const { tx, batch, undoes, at, label } = action;
  if (![tx, batch, undoes].every((id) => id === undefined || isId(id)) || !isInstant(at)) return 'shape';
  if (label === undefined) return isLoneLog(action) ? undefined : 'label';
  return labels.has(label) ? undefined : 'label';
}

function findOperationsFault(action: HandedAction, promiseIds: ReadonlySet<string>): HandedFault | undefined {
  const operations = listOperations(action);
  const created = operations.flatMap(({ op }) => (isCreation(op.kind) ? [op.ent] : []));
  const isTwice = (ids: readonly string[]) => new Set(ids).size !== ids.length;
  if (isTwice(created) || isTwice(operations.map(({ op }) => op.id))) return 'operation';
  const isLone = isLoneLog(action);
  for (const known of operations) {
    const fault = findOperationFault(known, promiseIds) ?? (isLone ? findLoneFault(known.op) : undefined);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

const refuse = (fault: HandedFault): CheckedAction => ({ kind: 'refused', fault });

/** Its row alone must be able to tell what it was. */
const findLoneFault = (op: Operation): HandedFault | undefined =>
  op.tbl !== 'progressLogs' || !isCreation(op.kind) || op.base !== undefined || op.f?.createdAt !== op.at
    ? 'operation'
    : undefined;

function findOperationFault({ op, after }: KnownOperation, promiseIds: ReadonlySet<string>): HandedFault | undefined {
  if (findFault(op) !== undefined) return 'operation';
  // Only a server can vouch for a signature.
  if (isVouched(op)) return 'record';
  if (!promiseIds.has(op.scope)) return 'scope';
  if ((op.tbl === 'promises') !== (op.ent === op.scope)) return 'scope';
  if (!Object.values(op.base ?? {}).every((tag) => tag === null || isId(tag))) return 'cause';
  if (isCreation(op.kind)) return after === undefined ? findCreationFault(op) : 'cause';
  if (after === undefined || !isId(after)) return 'cause';
  return op.tbl === 'progressLogs' && !logKinds.has(op.kind) ? 'operation' : findFieldsFault(op);
}

function findCreationFault(op: Operation): HandedFault | undefined {
  const { example, createdAt, updatedAt, deletedAt } = op.f ?? {};
  if (example !== undefined) return 'example';
  if (!isInstant(createdAt) || !isInstant(updatedAt) || deletedAt !== undefined) return 'record';
  if (op.tbl === 'progressLogs' && updatedAt !== createdAt) return 'record';
  const record: StoredRow = { id: op.ent, promiseId: op.scope, ...op.f };
  const parsed = parseRecord(schemaByTable[op.tbl], record);
  if (parsed.kind === 'invalid' || !isSameJson(toJsonFields(parsed.value as object), record)) return 'record';
  return isSound(op.tbl, record) ? findChainFault(op) : 'record';
}

/** A log is named as its operation is, and a correction names what it corrects; nothing else does. */
function findChainFault(op: Operation): HandedFault | undefined {
  const isLog = op.tbl === 'progressLogs';
  if (isLog !== (op.id === op.ent)) return 'operation';
  if ((op.kind === 'correct') !== (isLog && op.f?.corrects !== undefined)) return 'operation';
  if (op.base === undefined) return undefined;
  // The app names the log that it replaces only where that is another than the one that its author saw.
  const isOther = Object.keys(op.base).join() === 'corrects' && op.base.corrects !== op.f?.corrects;
  return op.kind === 'correct' && isOther ? undefined : 'cause';
}

const isVouched = ({ tbl, f = {} }: Operation): boolean =>
  tbl === 'followUps' &&
  [...toMembers(f.signOffs), ...toMembers(f.reviews)].some(
    (member) => typeof member === 'object' && member !== null && 'vouched' in member,
  );

const isInstant = (at: unknown): boolean => typeof at === 'string' && readInstant(at) !== undefined;

/** What is written into a row that is there: values of its fields, members of its sets. */
function findFieldsFault(op: Operation): HandedFault | undefined {
  if (op.kind === 'delete' || op.kind === 'restore') return op.f === undefined ? undefined : 'operation';
  const shape = schemaByTable[op.tbl].shape as unknown as Readonly<Record<string, z.ZodMiniType>>;
  const isFit = Object.entries(op.f ?? {}).every(([field, value]) => {
    const schema = shape[field];
    return schema !== undefined && isWritten(op, field, value, schema);
  });
  return isFit ? undefined : 'record';
}

function isWritten(op: Operation, field: string, value: Json, schema: z.ZodMiniType): boolean {
  if (findMergeClass(op.tbl, field) !== 'members') return value === null || isValid(schema, value);
  const members = toMembers(value);
  if (op.kind !== 'add') return members.every((member) => typeof member === 'string' && member.length <= 2000);
  // A set may demand more members than are added: then each has to be one, and the row is judged when it is played.
  return members.every((member) => toMemberKey(member).length <= 2000) && isMembers(schema, members);
}

const isValid = (schema: z.ZodMiniType, value: Json): boolean => {
  const parsed = parseRecord(schema, value);
  return parsed.kind === 'valid' && isSameJson(parsed.value, value);
};

const isMembers = (schema: z.ZodMiniType, members: readonly Json[]): boolean => {
  const parsed = parseRecord(schema, members);
  if (parsed.kind === 'valid') return isSameJson(parsed.value, members);
  return parsed.issues.every(({ path }) => path === '');
};

/** Looked at without going deeper than allowed, so that nothing can exhaust it. */
function isShallow(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (levels === 0) return false;
  return Object.values(value).every((inner) => isShallow(inner, levels - 1));
}
