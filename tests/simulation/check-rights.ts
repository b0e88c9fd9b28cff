/**
 * Who may not write changes nothing, who may is not refused for it, and nothing is stored that no app could show.
 * Says itself what roles may do, and does not ask the code that decides it.
 */
import { isSyncedRow, splitRowKey, toRowKey } from '#domain/delivery/synced-row.ts';
import type { Operation } from '#domain/operations/operation.ts';
import type { ReceivedPush } from '#protocol/push.ts';
import type { PushChanges } from '#server/exchange/exchange-rows.ts';
import type { Report } from './check-answers.ts';
import { type SpaceTables, toActor } from './memory-space.ts';

/** Of the fields that the workload changes: what only a manager changes. */
const agreed: Readonly<Record<string, readonly string[]>> = { promises: ['status'], goals: ['target'] };

type May = (op: Operation) => boolean;

export function checkRights(
  changes: PushChanges,
  tables: SpaceTables,
  request: ReceivedPush,
  userId: string,
  report: Report,
): void {
  const before = createMay(tables, changes, userId, false);
  const after = createMay(tables, changes, userId, true);
  for (const { op, placedAt } of changes.history) {
    if (placedAt === undefined && !after(op)) report('rights', `${op.id} was written by somebody who may not`);
  }
  const operations = new Map(
    request.operations.flatMap((one) => (one.kind === 'operation' ? [[one.op.id, one.op]] : [])),
  );
  for (const { id, code } of changes.results) {
    const tx = operations.get(id)?.tx;
    if (code !== 'no-right' || tx === undefined) continue;
    const action = [...operations.values()].filter((op) => op.tx === tx);
    const mayBegin = action.some((op) => op.kind === 'create' && op.tbl === 'promises' && before(op));
    if (mayBegin || action.every(before)) report('rights', `${id} was refused to somebody who may`);
  }
}

function createMay(tables: SpaceTables, { grants }: PushChanges, userId: string, withGrants: boolean): May {
  const { members, mayCreatePromises } = toActor(tables, userId);
  return (op) => {
    const granted = withGrants ? grants.find((one) => one.userId === userId && one.promiseId === op.scope) : undefined;
    const role = (members.get(op.scope) ?? granted)?.role;
    const isBegun = isSyncedRow(tables.rows.get(toRowKey('promises', op.scope)));
    if (op.kind === 'create' && op.tbl === 'promises' && !isBegun) return mayCreatePromises;
    if (role === undefined || role === 'reader') return false;
    const names = Object.keys(op.f ?? {});
    const isAgreed = ['set', 'guard'].includes(op.kind) && names.some((name) => agreed[op.tbl]?.includes(name));
    const isRemoval = op.tbl === 'promises' && (op.kind === 'delete' || op.kind === 'restore');
    return role !== 'editor' || !(isAgreed || isRemoval);
  };
}

/** What the wrong deeds of the workload would leave behind. */
export function checkRows({ rows }: PushChanges, report: Report): void {
  for (const { key, after } of rows) {
    const { table } = splitRowKey(key);
    const isTitled = table !== 'promises' || typeof after.title === 'string';
    if (!isTitled || after.shortName === '') report('schema', `${key} is no row of ${table}`);
  }
}
