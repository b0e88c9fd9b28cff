import { isCreation } from '#domain/operations/check-operation.ts';
import type { Operation } from '#domain/operations/operation.ts';
import { type HandedAction, listOperations } from './handed-action.ts';
import { listCauses } from './known-operation.ts';

export interface Readiness {
  /** In an order in which each has all that it rests on before it. */
  readonly ready: readonly HandedAction[];
  /** What rests on something that has not come yet: it has no effect until then. */
  readonly waiting: readonly HandedAction[];
}

/** Whether an operation, or the creation of a row, is known on this device. Named `op/<id>` and `<table>/<row>`. */
export type IsKnown = (name: string) => boolean;

/** In: an operation's id. */
export const operationName = (id: string) => `op/${id}`;
export const rowName = (table: string, id: string) => `${table}/${id}`;

/**
 * Which actions have all that their authors had seen: only those are stored as known, so that what is known is whole in
 * itself, whatever came first. In: actions that are new here, and what is known already. An action that rests on itself, or
 * two that rest on each other, wait for ever.
 */
export function findReady(actions: readonly HandedAction[], isKnown: IsKnown): Readiness {
  const added = new Set<string>();
  const has: IsKnown = (name) => added.has(name) || isKnown(name);
  const ready: HandedAction[] = [];
  const waitingFor = new Map<string, HandedAction[]>();
  const left = new Set(actions);
  const queue = [...actions];
  for (let action = queue.shift(); action !== undefined; action = queue.shift()) {
    if (!left.has(action)) continue;
    const missing = findMissing(action, has);
    if (missing !== undefined) {
      waitingFor.set(missing, [...(waitingFor.get(missing) ?? []), action]);
      continue;
    }
    left.delete(action);
    ready.push(action);
    for (const name of listNames(action)) {
      added.add(name);
      queue.push(...(waitingFor.get(name) ?? []));
      waitingFor.delete(name);
    }
  }
  return { ready, waiting: [...left] };
}

/** The first thing that an action rests on and that is not there; its own earlier operations are. */
function findMissing(action: HandedAction, has: IsKnown): string | undefined {
  const own = new Set<string>();
  for (const known of listOperations(action)) {
    const missing = [...listOwnCauses(known.op), ...listCauses(known).map(operationName)].find(
      (name) => !own.has(name) && !has(name),
    );
    if (missing !== undefined) return missing;
    for (const name of listNamesOf(known.op)) own.add(name);
  }
  return undefined;
}

/** What an operation points at besides operations of its own row. */
function listOwnCauses(op: Operation): readonly string[] {
  if (!isCreation(op.kind)) return [rowName(op.tbl, op.ent)];
  const promise = op.tbl === 'promises' ? [] : [rowName('promises', op.scope)];
  if (op.tbl !== 'progressLogs') return promise;
  const activities = Array.isArray(op.f?.activityIds) ? op.f.activityIds.map(String) : [];
  const logs = [op.f?.corrects, op.base?.corrects].filter((id) => typeof id === 'string');
  return [
    ...promise,
    ...activities.map((id) => rowName('activities', id)),
    ...logs.map((id) => rowName('progressLogs', id)),
  ];
}

const listNames = ({ changes }: HandedAction): readonly string[] =>
  changes.flatMap((change) => listNamesOf(change as unknown as Operation));

/** What is known once an operation is. */
const listNamesOf = (op: Pick<Operation, 'id' | 'kind' | 'tbl' | 'ent'>): readonly string[] =>
  isCreation(op.kind) ? [operationName(op.id), rowName(op.tbl, op.ent)] : [operationName(op.id)];
