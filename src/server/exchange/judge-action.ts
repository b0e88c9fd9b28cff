/** The fate of one action: all of its operations or none (sync 2.6, 2.7 step 5, 2.14). */
import type { DeliveryKind } from '#domain/delivery/delivery-outcome.ts';
import { type Played, playOperation } from '#domain/delivery/play-operation.ts';
import { type RowKey, toRowKey } from '#domain/delivery/synced-row.ts';
import type { StandingField } from '#domain/operations/apply-operation.ts';
import { replaceLog } from '#domain/operations/apply-operation.ts';
import { findFault } from '#domain/operations/check-operation.ts';
import type { Operation, StoredRow } from '#domain/operations/operation.ts';
import type { ReceivedOperation } from '#protocol/sent-operation.ts';
import {
  type Attempt,
  commitAttempt,
  type Draft,
  findDraftRow,
  findMembership,
  findResult,
  startAttempt,
  toPromiseKey,
} from './draft.ts';
import type { ProvenOperation, StoredResult } from './exchange-rows.ts';
import { findRuleBreach } from './find-rule-breach.ts';
import { parkAction, placeAction, releaseParked } from './place-action.ts';
import { rememberRemovals } from './remember-removals.ts';
import { mayWrite } from './rights.ts';

export type ReceivedAction = readonly Exclude<ReceivedOperation, { kind: 'noop' }>[];

/** Judges an action and lets it have its effect on the draft. In: its operations in order, none of them answered before. */
export function judgeAction(draft: Draft, action: ReceivedAction): void {
  const operations = action.flatMap((one) => (one.kind === 'operation' ? [one.op] : []));
  const proven = toProven(draft, operations);
  const refusal = findRefusal(draft, action, operations, proven !== undefined);
  if (refusal !== undefined) refuse(draft, action, refusal.code, refusal.cause);
  else if (proven === undefined) judgeNew(draft, action, operations);
  else if (draft.context.rules.originalOrder) judgeProven(draft, proven);
  else judgeNew(draft, action, operations, proven);
  if (draft.context.rules.parkedReleased) releaseParked(draft);
}

/**
 * Why an action is refused before any of its operations is played. What was accepted before a restore comes back in part
 * when the other part was erased meanwhile: that is no reason to lose the rest.
 */
function findRefusal(
  draft: Draft,
  action: ReceivedAction,
  operations: readonly Operation[],
  isProven: boolean,
): { readonly code: string; readonly cause?: string } | undefined {
  if (action.some(({ op }) => draft.context.poisoned.has(op.id))) return { code: 'server-error' };
  const faulty = action.find((one) => one.kind === 'faulty');
  if (faulty !== undefined) return { code: faulty.code, cause: faulty.op.id };
  if (isProven && draft.context.rules.proofNeedsNoWhole) return undefined;
  const isClosed = operations.every(({ tx }) => draft.context.closed?.has(tx));
  if (!isWhole(operations) && !isClosed) return { code: 'broken-action' };
  const erased = operations.find((op) => draft.view.erased.has(toRowKey(op.tbl, op.ent)));
  return erased && { code: 'erased', cause: erased.id };
}

const isWhole = (operations: readonly Operation[]): boolean =>
  operations.every((op, index) => op.txi === index && op.txn === operations.length);

/** The action with its first versions, when every one of its operations carries a receipt of this server. */
function toProven(draft: Draft, operations: readonly Operation[]): readonly ProvenOperation[] | undefined {
  const proven = operations.flatMap((op) => {
    const original = draft.context.proofs.get(op.id);
    return original === undefined ? [] : [{ op, original, digest: draft.context.digests.get(op.id) ?? '' }];
  });
  return proven.length === operations.length ? proven : undefined;
}

function judgeProven(draft: Draft, proven: readonly ProvenOperation[]): void {
  const { rules } = draft.context;
  const action = proven.map(({ op }) => ({ kind: 'operation' as const, seq: 0, op }));
  const fault = proven.find(({ op }) => findFault(op) !== undefined);
  const forbidden = rules.proofNeedsNoRights ? undefined : proven.find(({ op }) => !isAllowed(draft, op));
  if (fault !== undefined) refuse(draft, action, findFault(fault.op) ?? 'malformed', fault.op.id);
  else if (forbidden !== undefined) refuse(draft, action, 'no-right', forbidden.op.id);
  else if (!placeAction(draft, draft.view.actor.userId, proven)) {
    if (rules.orphansParked) parkAction(draft, proven);
    else refuse(draft, action, 'row-missing');
  }
}

interface Judged {
  readonly op: Operation;
  readonly kind: DeliveryKind;
  readonly fields: readonly StandingField[];
}

function judgeNew(
  draft: Draft,
  action: ReceivedAction,
  operations: readonly Operation[],
  proven: readonly ProvenOperation[] = [],
): void {
  const { rules } = draft.context;
  const attempt = startAttempt(draft);
  const done: Judged[] = [];
  for (const op of operations) {
    const isForbidden = rules.rightsChecked && proven.length === 0 && !isAllowed(draft, op);
    const judged = judgeOperation(draft, op, attempt, isForbidden);
    if (judged.answer !== undefined && rules.wholeAction) {
      answerAll(draft, action, { ...judged.answer, cause: op.id });
      return;
    }
    done.push({ op, kind: judged.answer?.kind ?? judged.kind, fields: judged.fields });
  }
  const breach = rules.schemaChecked
    ? findRuleBreach(operations, attempt, (key) => findDraftRow(draft, key), draft.view.actor.userId)
    : undefined;
  if (breach !== undefined) {
    refuse(draft, action, breach);
    return;
  }
  grantCreated(draft, operations);
  const version = commitEach(draft, attempt, operations);
  const original = (op: Operation) => proven.find((one) => one.op.id === op.id)?.original ?? version;
  for (const { op, kind, fields } of done) keepResult(draft, op, { kind, fields, version, original: original(op) });
}

interface Attempted {
  readonly kind: 'applied' | 'concurrent';
  readonly fields: readonly StandingField[];
  /** Set when the operation, and with it the action, is refused. */
  readonly answer?: Answer;
}

/** Plays one operation into the attempt. */
function judgeOperation(draft: Draft, op: Operation, attempt: Attempt, isForbidden: boolean): Attempted {
  const played: Refusal | Played = isForbidden
    ? { kind: 'refused', code: 'no-right' }
    : playOnServer(draft, op, attempt);
  if (played.kind === 'refused')
    return { kind: 'applied', fields: [], answer: { kind: 'rejected', code: played.code } };
  if (played.kind === 'conflict') {
    return { kind: 'applied', fields: played.fields, answer: { kind: 'conflict', fields: played.fields } };
  }
  for (const [key, row] of played.rows) attempt.rows.set(key, row);
  return { kind: played.kind, fields: played.fields };
}

interface Refusal {
  readonly kind: 'refused';
  readonly code: string;
}

function commitEach(draft: Draft, attempt: Attempt, operations: readonly Operation[]): number {
  const { userId } = draft.view.actor;
  if (draft.context.rules.oneVersionPerAction) {
    return commitAttempt(
      draft,
      attempt,
      operations.map((op) => ({ op, userId })),
    );
  }
  for (const op of operations) {
    const key = toRowKey(op.tbl, op.ent);
    const row = attempt.rows.get(key);
    commitAttempt(draft, { ...attempt, rows: row ? new Map([[key, row]]) : new Map() }, [{ op, userId }]);
    attempt.rows.delete(key);
  }
  return commitAttempt(draft, attempt, []);
}

function playOnServer(draft: Draft, op: Operation, attempt: Attempt): Played {
  const { rules } = draft.context;
  const row = attempt.findRow(toRowKey(op.tbl, op.ent));
  const seen = rules.authorMustHaveSeen || op.kind !== 'guard' || row === undefined ? op : pretendSeen(op, row);
  if (!rules.arrivalDecides && row !== undefined && op.kind === 'set' && String(row.updatedAt) > op.at) {
    return { kind: 'concurrent', rows: new Map([[toRowKey(op.tbl, op.ent), row]]), fields: [] };
  }
  const played = playOperation(seen, attempt.findRow);
  if (played.kind === 'conflict' || played.kind === 'refused') return played;
  const rows = new Map(rules.removalsRemembered ? rememberRemovals(op, row, played.rows) : played.rows);
  if (op.kind === 'correct' && !rules.correctionsFormOneChain) overwriteLink(op, attempt, rows);
  return { ...played, rows };
}

/** The mutant of "its author must have seen it": everything counts as seen. */
const pretendSeen = (op: Operation, row: StoredRow): Operation => ({
  ...op,
  base: Object.fromEntries(
    Object.keys(op.f ?? {}).map((field) => [field, row.tags?.[field] ?? row.tags?.['*'] ?? row.id]),
  ),
});

/** The mutant of the chain: the log that was named is replaced, whoever had replaced it before. */
function overwriteLink(op: Operation, attempt: Attempt, rows: Map<RowKey, StoredRow>): void {
  const key = toRowKey('progressLogs', String(op.f?.corrects));
  const named = attempt.findRow(key);
  for (const changed of rows.keys()) if (changed !== toRowKey(op.tbl, op.ent)) rows.delete(changed);
  if (named !== undefined) rows.set(key, replaceLog(named, op.ent));
}

/** Whether the person may do it: a member by role, or somebody who begins a promise that nobody has begun. */
function isAllowed(draft: Draft, op: Operation): boolean {
  const membership = findMembership(draft, op.scope);
  if (membership !== undefined) return mayWrite(membership.role, op);
  if (findDraftRow(draft, toPromiseKey(op)) !== undefined) return false;
  return op.tbl === 'promises' && op.kind === 'create' && draft.view.actor.mayCreatePromises && grantFor(draft, op);
}

/** Within an action that begins a promise, what follows is its creator's. Taken back with the action when that fails. */
function grantFor(draft: Draft, op: Operation): boolean {
  if (draft.context.rules.creatorMayWrite) draft.members.set(op.scope, { role: 'manager', lens: 'full' });
  return true;
}

function grantCreated(draft: Draft, operations: readonly Operation[]): void {
  const { userId, members } = draft.view.actor;
  for (const op of operations) {
    const membership = draft.members.get(op.scope);
    if (op.tbl !== 'promises' || op.kind !== 'create' || membership === undefined || members.has(op.scope)) continue;
    if (draft.grants.some(({ promiseId }) => promiseId === op.scope)) continue;
    draft.grants.push({ userId, promiseId: op.scope, ...membership, version: draft.version + 1 });
  }
}

interface Answer {
  readonly kind: DeliveryKind;
  readonly code?: string | undefined;
  readonly fields?: readonly StandingField[];
  readonly version?: number;
  readonly original?: number;
  /** The operation that decided the fate of all. */
  readonly cause?: string;
}

function refuse(draft: Draft, action: ReceivedAction, code: string, cause?: string): void {
  answerAll(draft, action, { kind: 'rejected', code, ...(cause !== undefined && { cause }) });
}

function answerAll(draft: Draft, action: ReceivedAction, answer: Answer): void {
  for (const { op } of action) {
    // A promise that was not begun has no manager either.
    if ('scope' in op && !draft.grants.some(({ promiseId }) => promiseId === op.scope)) draft.members.delete(op.scope);
    if (answer.kind === 'rejected' && !draft.context.rules.refusalsKept) continue;
    const isCause = answer.cause === undefined || answer.cause === op.id;
    keepResult(draft, op, { ...answer, fields: isCause ? (answer.fields ?? []) : [] });
  }
}

type Answerable = { readonly id: string; readonly scope?: string; readonly ent?: string };

function keepResult(draft: Draft, op: Answerable, answer: Answer): void {
  const { kind, code, fields = [], version = 0, original = 0 } = answer;
  const result: StoredResult = {
    id: op.id,
    userId: draft.view.actor.userId,
    kind,
    ...(code !== undefined && { code }),
    ...(fields.length > 0 && { fields, ...(op.ent !== undefined && { fieldsOf: op.ent }) }),
    version,
    original,
    digest: draft.context.digests.get(op.id) ?? '',
    ...(op.scope !== undefined && { promiseId: op.scope }),
  };
  draft.results.set(op.id, result);
}

/** Whether an earlier answer stands. A receipt overrides a refusal that was given to a copy without one. */
export function isAnswered(draft: Draft, id: string): boolean {
  const result = findResult(draft, id);
  if (result === undefined) return false;
  const isRefusal = result.kind === 'rejected' || result.kind === 'conflict';
  return !(isRefusal && draft.context.rules.proofOverridesRefusal && draft.context.proofs.has(id));
}
