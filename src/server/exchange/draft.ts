/** What one push has done so far, over what was read for it. It lives for one decision and never leaves it. */
import { emptySum, moveSum, type RowSum } from '#domain/delivery/row-sum.ts';
import { type Lens, type ScopeKey, toScopeKey } from '#domain/delivery/scope-key.ts';
import { type RowKey, type SyncedRow, splitRowKey, toRowKey } from '#domain/delivery/synced-row.ts';
import type { Operation, StoredRow } from '#domain/operations/operation.ts';
import type {
  Actor,
  Grant,
  HistoryEntry,
  Membership,
  ParkedAction,
  SequenceEntry,
  SpaceState,
  StoredResult,
} from './exchange-rows.ts';
import type { ServerRules } from './server-rules.ts';
import { isVisible } from './view-row.ts';

/** What was read for a push: everything that its operations name. */
export interface PushView {
  readonly space: SpaceState;
  readonly actor: Actor;
  readonly rows: ReadonlyMap<RowKey, SyncedRow>;
  readonly erased: ReadonlySet<RowKey>;
  readonly results: ReadonlyMap<string, StoredResult>;
  readonly parked: readonly ParkedAction[];
}

/** What the caller knows and the database does not. */
export interface PushContext {
  /** Milliseconds of the server's clock: kept, never decided by. */
  readonly now: number;
  /** Operations whose receipt is this server's own, with the version it vouches for. */
  readonly proofs: ReadonlyMap<string, number>;
  readonly digests: ReadonlyMap<string, string>;
  /** Operations that have stopped the process too often. */
  readonly poisoned: ReadonlySet<string>;
  /** Actions, by `tx`, that were whole when they were accepted, and lack only what was erased since. */
  readonly closed?: ReadonlySet<string>;
  readonly rules: ServerRules;
}

export interface Draft {
  readonly view: PushView;
  readonly context: PushContext;
  readonly rows: Map<RowKey, SyncedRow>;
  readonly results: Map<string, StoredResult>;
  readonly members: Map<string, Membership>;
  readonly sequence: SequenceEntry[];
  readonly history: HistoryEntry[];
  readonly grants: Grant[];
  readonly parked: Map<string, ParkedAction>;
  readonly unparked: Set<string>;
  version: number;
  lastSeq: number;
}

export const startDraft = (view: PushView, context: PushContext, lastSeq: number): Draft => ({
  view,
  context,
  rows: new Map(),
  results: new Map(),
  members: new Map(),
  sequence: [],
  history: [],
  grants: [],
  parked: new Map(),
  unparked: new Set(),
  version: view.space.version,
  lastSeq,
});

export const findDraftRow = (draft: Draft, key: RowKey): SyncedRow | undefined =>
  draft.rows.get(key) ?? draft.view.rows.get(key);

export const findResult = (draft: Draft, id: string): StoredResult | undefined =>
  draft.results.get(id) ?? draft.view.results.get(id);

export const findMembership = (draft: Draft, promiseId: string): Membership | undefined =>
  draft.members.get(promiseId) ?? draft.view.actor.members.get(promiseId);

/** What one action changes, before it is certain that the whole of it can be. */
export interface Attempt {
  readonly rows: Map<RowKey, StoredRow>;
  readonly findRow: (key: RowKey) => StoredRow | undefined;
}

export function startAttempt(draft: Draft): Attempt {
  const rows = new Map<RowKey, StoredRow>();
  return { rows, findRow: (key) => rows.get(key) ?? findDraftRow(draft, key) };
}

export interface Effect {
  readonly op: Operation;
  readonly userId: string;
  readonly placedAt?: number;
}

/** Makes an attempt part of the draft, under the next version. Out: that version. */
export function commitAttempt(draft: Draft, attempt: Attempt, effects: readonly Effect[]): number {
  draft.version += 1;
  const { version } = draft;
  for (const [key, row] of attempt.rows) draft.rows.set(key, { ...row, version });
  for (const effect of effects) {
    draft.history.push({ version, n: draft.history.length, ...effect, receivedAt: draft.context.now });
  }
  return version;
}

const summedLenses: readonly Lens[] = ['full', 'shared'];

/** What all changed rows do to the sums of the scopes that show them. */
export function sumChanges(draft: Draft): ReadonlyMap<ScopeKey, RowSum> {
  const sums = new Map<ScopeKey, RowSum>();
  for (const [key, after] of draft.rows) {
    const before = draft.view.rows.get(key);
    for (const [row, direction] of [
      [before, -1],
      [after, 1],
    ] as const) {
      if (row !== undefined) moveRowSums(sums, key, row, direction, draft.context.rules.sumsCountLiveRows);
    }
  }
  return sums;
}

/** Adds a row to the sums of every scope that shows it, or takes it out. Deleted rows are in none. */
export function moveRowSums(
  sums: Map<ScopeKey, RowSum>,
  key: RowKey,
  row: SyncedRow,
  direction: 1 | -1,
  onlyLive = true,
): void {
  if (onlyLive && row.deletedAt !== undefined) return;
  const { table } = splitRowKey(key);
  for (const lens of summedLenses) {
    if (!isVisible(table, row, lens)) continue;
    const scopeKey = toScopeKey(row.promiseId, lens);
    sums.set(scopeKey, moveSum(sums.get(scopeKey) ?? emptySum, key, row.version, direction));
  }
}

/** The row of the promise that an operation belongs to. */
export const toPromiseKey = (op: Pick<Operation, 'scope'>): RowKey => toRowKey('promises', op.scope);
