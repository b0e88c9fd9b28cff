import { findCorrected } from '#domain/delivery/play-operation.ts';
import { type RowKey, toRowKey } from '#domain/delivery/synced-row.ts';
import { isTableName } from '#domain/operations/merge-class.ts';
import type { PushAnswer, ReceivedPush } from '#protocol/push.ts';
import type { ReceivedOperation } from '#protocol/sent-operation.ts';
import { type Draft, findResult, type PushContext, type PushView, startDraft, sumChanges } from './draft.ts';
import type { DeviceState, PushChanges } from './exchange-rows.ts';
import { listActivities } from './find-rule-breach.ts';
import { isAnswered, judgeAction, type ReceivedAction } from './judge-action.ts';
import { reportPush } from './report-push.ts';

export interface PushNeeds {
  readonly rows: readonly RowKey[];
  /** Of the operations themselves. Those that the tags of the rows name are needed, too, once a receipt was verified. */
  readonly results: readonly string[];
}

/** What a push names: what must be read before it can be decided. Pure. */
export function listPushNeeds({ operations }: ReceivedPush): PushNeeds {
  const rows = new Set<RowKey>();
  const results: string[] = [];
  for (const one of operations) {
    if (one.kind === 'noop') continue;
    results.push(one.op.id);
    if (one.kind === 'faulty' || !isTableName(one.op.tbl)) continue;
    rows.add(toRowKey(one.op.tbl, one.op.ent));
    rows.add(toRowKey('promises', one.op.scope));
    if (one.op.kind === 'correct') rows.add(toRowKey('progressLogs', findCorrected(one.op)));
    for (const id of listActivities(one.op)) rows.add(toRowKey('activities', id));
  }
  return { rows: [...rows], results };
}

export interface PushDecision {
  readonly answer: PushAnswer;
  /** Undefined when nothing is to be written. */
  readonly changes?: PushChanges;
}

/**
 * What a push does (sync 2.7).
 * In: what was read under the tenant's lock, the device as it is known (undefined: for the first time), the request, and
 * what only the caller knows. Out: the answer, and everything to be written in the same transaction. Each action has its
 * own version and its own fate; a refused one is answered like any other and stops nothing. Throws nothing.
 */
export function decidePush(
  view: PushView,
  known: DeviceState | undefined,
  request: ReceivedPush,
  context: PushContext,
): PushDecision {
  const { rules } = context;
  const { userId } = view.actor;
  if (rules.epochChecked && request.epoch !== view.space.epoch) {
    return { answer: { kind: 'epoch', epoch: view.space.epoch } };
  }
  if (rules.deviceBoundToPerson && known !== undefined && known.userId !== userId) return { answer: { kind: 'fork' } };
  const lastSeq = known?.lastSeq ?? 0;
  const draft = startDraft(view, context, lastSeq);
  const { operations } = request;
  const repeated = rules.repeatsSkipped ? operations.filter(({ seq }) => seq <= lastSeq) : [];
  if (rules.forkChecked && repeated.some((one) => isForeign(draft, one))) return { answer: { kind: 'fork' } };
  const fresh = operations.slice(repeated.length);
  if (rules.gapChecked && fresh.some(({ seq }, index) => seq !== lastSeq + index + 1)) {
    return { answer: { kind: 'gap', lastSeq } };
  }
  for (const group of groupActions(fresh)) processGroup(draft, group);
  const answer = { kind: 'pushed', lastSeq: draft.lastSeq, version: draft.version, now: context.now } as const;
  if (draft.sequence.length === 0) return { answer };
  const acked = Math.max(known?.acked ?? 0, request.acked);
  const device = { dev: request.dev, userId, lastSeq: draft.lastSeq, acked };
  return { answer, changes: { ...toChanges(draft, device), report: reportPush(draft, fresh) } };
}

/**
 * Whether a number of this device was used for another operation: somebody else works under its name. What was erased for
 * everybody is none of that: another tab may have been told, and have given the number away for nothing, while this push
 * was on its way.
 */
function isForeign(draft: Draft, one: ReceivedOperation): boolean {
  if (one.kind === 'noop' || findResult(draft, one.op.id) !== undefined) return false;
  const { rules } = draft.context;
  const isErased = one.kind === 'operation' && draft.view.erased.has(toRowKey(one.op.tbl, one.op.ent));
  return !(isErased && rules.erasedIsNoFork);
}

/** Whole actions in order. A number whose operation was wiped belongs to the action around it, if there is one. */
export function groupActions(operations: readonly ReceivedOperation[]): readonly (readonly ReceivedOperation[])[] {
  const groups: ReceivedOperation[][] = [];
  let open: string | undefined;
  for (const one of operations) {
    const tx = one.kind === 'noop' ? undefined : one.op.tx;
    const group = groups.at(-1);
    const isWithin = tx === undefined ? open !== undefined : tx === open;
    if (group !== undefined && isWithin) group.push(one);
    else groups.push([one]);
    open = tx ?? open;
  }
  return groups;
}

function processGroup(draft: Draft, group: readonly ReceivedOperation[]): void {
  const { rules } = draft.context;
  const action: ReceivedAction = group.filter((one) => one.kind !== 'noop');
  const isAnsweredAll =
    rules.sameOperationOnce && action.length > 0 && action.every(({ op }) => isAnswered(draft, op.id));
  const before = draft.results.size;
  // An action of which a part was answered before is none: its other part is refused as broken.
  const open = rules.sameOperationOnce ? action.filter(({ op }) => !isAnswered(draft, op.id)) : action;
  if (!isAnsweredAll && open.length > 0) judgeAction(draft, open);
  const isRefused = action.some(({ op }) => findResult(draft, op.id)?.kind === 'rejected');
  if (isRefused && before !== draft.results.size && !rules.refusalsAdvance) return;
  for (const one of group) {
    draft.sequence.push({ seq: one.seq, id: one.kind === 'noop' ? null : one.op.id });
    draft.lastSeq = one.seq;
  }
}

const toChanges = (draft: Draft, device: DeviceState): Omit<PushChanges, 'report'> => ({
  version: draft.version,
  device,
  sequence: draft.sequence,
  results: [...draft.results.values()],
  rows: Array.from(draft.rows, ([key, after]) => {
    const before = draft.view.rows.get(key);
    return { key, after, ...(before && { before }) };
  }),
  history: draft.history,
  grants: draft.grants,
  parked: [...draft.parked.values()],
  unparked: [...draft.unparked],
  sums: sumChanges(draft),
});
