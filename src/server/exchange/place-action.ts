import type { DeliveryKind } from '#domain/delivery/delivery-outcome.ts';
import { toRowKey } from '#domain/delivery/synced-row.ts';
import {
  commitAttempt,
  type Draft,
  findDraftRow,
  findMembership,
  findResult,
  startAttempt,
  toPromiseKey,
} from './draft.ts';
import type { ParkedAction, ProvenOperation, StoredResult } from './exchange-rows.ts';
import { listMissing, placeOperation } from './place-operation.ts';

/**
 * Places an accepted action where it belongs. Rights and what its author had seen were judged when it was accepted.
 * What has been erased since stays erased. Out: false when rows that it changes have not come back yet; then nothing is
 * done.
 */
export function placeAction(draft: Draft, userId: string, proven: readonly ProvenOperation[]): boolean {
  const attempt = startAttempt(draft);
  const originals = new Map(proven.map(({ op, original }) => [op.id, original]));
  const originalOf = (id: string) => {
    const result = findResult(draft, id);
    // What is parked has changed nothing yet.
    return originals.get(id) ?? (result?.kind === 'parked' ? 0 : (result?.original ?? 0));
  };
  const kinds = new Map<string, DeliveryKind>();
  const { living, erased } = splitErased(draft, proven);
  for (const { op, original } of living) {
    if (listMissing(op, attempt.findRow).length > 0) return false;
    const { rows } = placeOperation(op, original, { findRow: attempt.findRow, originalOf });
    for (const [key, row] of rows) attempt.rows.set(key, row);
    kinds.set(op.id, rows.size > 0 ? 'applied' : 'superseded');
  }
  for (const one of erased) keep(draft, userId, one, 'superseded', 0);
  if (living.length === 0) return true;
  regrant(draft, userId, living);
  const effects = living.map(({ op, original }) => ({ op, userId, placedAt: original }));
  const version = commitAttempt(draft, attempt, effects);
  for (const one of living) {
    keep(draft, userId, one, kinds.get(one.op.id) ?? 'applied', version);
  }
  return true;
}

function splitErased(draft: Draft, proven: readonly ProvenOperation[]) {
  const isErased = ({ op }: ProvenOperation) => draft.view.erased.has(toRowKey(op.tbl, op.ent));
  return { living: proven.filter((one) => !isErased(one)), erased: proven.filter(isErased) };
}

/** Keeps an accepted action until the rows it changes come back. */
export function parkAction(draft: Draft, proven: readonly ProvenOperation[]): void {
  const [first] = proven;
  if (first === undefined) return;
  const { userId } = draft.view.actor;
  const { living, erased } = splitErased(draft, proven);
  draft.parked.set(first.op.tx, { tx: first.op.tx, userId, operations: living, parkedAt: draft.context.now });
  for (const one of living) keep(draft, userId, one, 'parked', 0);
  for (const one of erased) keep(draft, userId, one, 'superseded', 0);
}

/** Places every parked action whose rows are there now; each may be what another one waits for. */
export function releaseParked(draft: Draft): void {
  const waiting = new Map<string, ParkedAction>();
  for (const action of draft.view.parked) if (!draft.unparked.has(action.tx)) waiting.set(action.tx, action);
  for (const action of draft.parked.values()) waiting.set(action.tx, action);
  for (let isMoving = waiting.size > 0; isMoving; ) {
    isMoving = false;
    for (const action of waiting.values()) {
      if (!placeAction(draft, action.userId, action.operations)) continue;
      waiting.delete(action.tx);
      if (!draft.parked.delete(action.tx)) draft.unparked.add(action.tx);
      isMoving = true;
    }
  }
}

/** Whoever had begun a promise that the backup does not know is its manager again. */
function regrant(draft: Draft, userId: string, proven: readonly ProvenOperation[]): void {
  for (const { op } of proven) {
    if (op.tbl !== 'promises' || op.kind !== 'create' || findDraftRow(draft, toPromiseKey(op)) !== undefined) continue;
    const isOwn = userId === draft.view.actor.userId;
    if (isOwn && findMembership(draft, op.scope) !== undefined) continue;
    if (isOwn) draft.members.set(op.scope, { role: 'manager', lens: 'full' });
    draft.grants.push({ userId, promiseId: op.scope, role: 'manager', lens: 'full', version: draft.version + 1 });
  }
}

function keep(draft: Draft, userId: string, one: ProvenOperation, kind: DeliveryKind, version: number): void {
  const original = draft.context.rules.originalKept || version === 0 ? one.original : version;
  const result: StoredResult = {
    id: one.op.id,
    userId,
    kind,
    version,
    original,
    digest: one.digest,
    promiseId: one.op.scope,
  };
  draft.results.set(one.op.id, result);
}
