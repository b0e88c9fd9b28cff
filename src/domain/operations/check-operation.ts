import { isId } from '#domain/records/fields.ts';
import { findMergeClass, isTableName, type MergeClass } from './merge-class.ts';
import { measureOperation, type Operation, operationKinds, operationLimits } from './operation.ts';

/** Why an operation is refused before it touches anything. */
export type RefusalCode =
  | 'unknown-version'
  | 'unknown-kind'
  | 'unknown-table'
  | 'unknown-field'
  | 'wrong-class'
  | 'not-an-id'
  | 'not-members'
  | 'fields-missing'
  | 'too-large'
  | 'row-missing'
  | 'other-scope';

const createKinds: ReadonlySet<string> = new Set(['create', 'append', 'correct']);
export const isCreation = (kind: Operation['kind']): boolean => createKinds.has(kind);

/** Operations without a fault. What waits is played again and again, and never changes. */
const sound = new WeakSet<Operation>();

/**
 * Whether an operation may be looked at at all, whoever sent it.
 * In: anything shaped like an operation. Out: undefined, or why not. Names of fields are looked up in a `Map` before
 * any object is touched with them, so `__proto__` and its like are unknown fields (guard T13). Limits: sync 2.5.
 */
export function findFault(op: Operation): RefusalCode | undefined {
  if (sound.has(op)) return undefined;
  const code = lookForFault(op);
  if (code === undefined) sound.add(op);
  return code;
}

function lookForFault(op: Operation): RefusalCode | undefined {
  if (op.v !== 1) return 'unknown-version';
  if (!operationKinds.includes(op.kind)) return 'unknown-kind';
  if (!isTableName(op.tbl)) return 'unknown-table';
  if (![op.id, op.tx, op.ent, op.scope].every(isNamed)) return 'not-an-id';
  return findFieldFault(op) ?? (isTooLarge(op) ? 'too-large' : undefined);
}

const isNamed = (id: unknown): boolean => typeof id === 'string' && isId(id);

const isTooLarge = (op: Operation) => measureOperation(op) > operationLimits.operationBytes;

function findFieldFault(op: Operation): RefusalCode | undefined {
  const demands = op.kind !== 'delete' && op.kind !== 'restore';
  if (demands && (op.f === undefined || Object.keys(op.f).length === 0)) return 'fields-missing';
  for (const [field, value] of Object.entries(op.f ?? {})) {
    const mergeClass = findMergeClass(op.tbl, field);
    if (mergeClass === undefined) return 'unknown-field';
    if (!fits(op.kind, mergeClass)) return 'wrong-class';
    const isSet = mergeClass === 'members' && !isCreation(op.kind);
    if (isSet && !(Array.isArray(value) && areMembers(op.kind, value))) return 'not-members';
  }
  return findBaseFault(op);
}

/** Members are added as they are, and taken out and put in order by their keys. */
const areMembers = (kind: Operation['kind'], members: readonly unknown[]): boolean =>
  kind === 'add' || members.every((member) => typeof member === 'string');

/** Tags are looked up by name too: `parties` or `parties/<member>`. */
function findBaseFault(op: Operation): RefusalCode | undefined {
  const names = Object.keys(op.base ?? {}).map((name) => name.split('/', 1)[0] ?? '');
  return names.every((name) => findMergeClass(op.tbl, name) !== undefined) ? undefined : 'unknown-field';
}

function fits(kind: Operation['kind'], mergeClass: MergeClass): boolean {
  if (isCreation(kind)) return true;
  if (kind === 'set') return mergeClass === 'set' || mergeClass === 'members';
  if (kind === 'guard') return mergeClass === 'guard';
  return (kind === 'add' || kind === 'remove') && mergeClass === 'members';
}
