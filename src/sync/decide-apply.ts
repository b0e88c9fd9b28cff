/** What a complete pull does to the device (sync 2.9): one step, one transaction. */
import type { DeliveryOutcome } from '#domain/delivery/delivery-outcome.ts';
import type { DeviceChanges, DeviceHead, DeviceMeta, DeviceNeeds, DeviceView } from '#domain/delivery/device-state.ts';
import type { DeviceStep } from '#domain/delivery/device-store.ts';
import { type ScopeKey, toPromiseId } from '#domain/delivery/scope-key.ts';
import { type RowKey, type SyncedRow, toRowKey } from '#domain/delivery/synced-row.ts';
import type { WaitingOperation } from '#domain/delivery/waiting-operation.ts';
import type { DeviceRules } from './device-rules.ts';
import { findBase } from './find-base.ts';
import { renewScopes } from './renew-scopes.ts';
import { showRows } from './show-rows.ts';
import { sortAnswered } from './sort-answered.ts';
import { listReplaced, type StagedPull } from './staged-pull.ts';
import { listNamedRows } from './touched-rows.ts';
import { wipeWaiting } from './wipe-waiting.ts';

export type Applied =
  | {
      readonly kind: 'applied';
      /** Scopes whose rows are not what the server has: fetched whole with the next pull. */
      readonly mismatched: readonly ScopeKey[];
      /** Operations that were refused. */
      readonly refused: number;
      /** Whether more is waiting on the server than came with this pull. */
      readonly isMore: boolean;
      /** Whether operations of this device are still without an answer. */
      readonly isWaiting: boolean;
    }
  /** Something else has changed the device since the pull began: it is thrown away. */
  | { readonly kind: 'stale' }
  /** Another device uses the same identity. */
  | { readonly kind: 'fork' };

/** The step that applies a pull. In: all of its pages. */
export const createApplyStep = (staged: StagedPull, rules: DeviceRules): DeviceStep<Applied> => ({
  needs: (head) => listApplyNeeds(head, staged, rules),
  decide: (view) => decideApply(view, staged, rules),
});

/** What applying a pull looks at, before the rows are read. */
function listApplyNeeds({ meta, outbox }: DeviceHead, staged: StagedPull, rules: DeviceRules): DeviceNeeds {
  const promises = listReplaced(staged);
  const answeredTo = staged.page.device?.answeredTo ?? meta.answered;
  const rows = new Set([...staged.rows.keys(), ...staged.gone.keys(), ...listEnded(outbox, answeredTo, new Set())]);
  if (rules.linksRead) for (const key of listLinks(staged)) rows.add(key);
  for (const key of listReturning(meta, outbox)) rows.add(key);
  for (const key of listTied(outbox, rows, promises)) rows.add(key);
  const isPurging = staged.drop.size > 0 || [...staged.gone.values()].some(({ wiped }) => wiped);
  return { rows: [...rows], promises: [...promises], ring: isPurging };
}

/** Rows that what is waiting ties to others. Corrections are few: all of them are looked at whenever any log is. */
function listTied(
  outbox: readonly WaitingOperation[],
  rows: ReadonlySet<RowKey>,
  promises: ReadonlySet<string>,
): readonly RowKey[] {
  const isLogTouched = promises.size > 0 || [...rows].some((key) => key.startsWith('progressLogs/'));
  return outbox.flatMap(({ op }) => {
    if (op === undefined) return [];
    const named = listNamedRows(op);
    const isTied = promises.has(op.scope) || named.some((key) => rows.has(key));
    return isTied || (op.kind === 'correct' && isLogTouched) ? named : [];
  });
}

/**
 * Logs that follow those of the pull, and may be here already: a correction that comes back after a restore takes its
 * place before them. What is not read looks as if it were not there.
 */
const listLinks = ({ rows }: StagedPull): readonly RowKey[] =>
  [...rows.values()].flatMap(({ replacedBy }) =>
    typeof replacedBy === 'string' ? toRowKey('progressLogs', replacedBy) : [],
  );

/**
 * Rows of what the server had accepted, what waits again after a restore, and belongs to a promise that is not here: it
 * was parked on the line before, so nothing of it is shown, and no row of the pull touches it.
 */
function listReturning({ scopes }: DeviceMeta, waiting: readonly WaitingOperation[]): readonly RowKey[] {
  const held = new Set((Object.keys(scopes) as ScopeKey[]).map(toPromiseId));
  return waiting.flatMap(({ op, proof }) =>
    op === undefined || proof === undefined || held.has(op.scope) ? [] : listNamedRows(op),
  );
}

function decideApply(
  view: DeviceView,
  staged: StagedPull,
  rules: DeviceRules,
): { readonly changes: DeviceChanges; readonly result: Applied } {
  const { meta } = view;
  const { page } = staged;
  if (isStale(view, staged, rules)) return { changes: {}, result: { kind: 'stale' } };
  const outcomes = new Map(page.outcomes.map((outcome) => [outcome.seq, outcome]));
  const { lastSeq, answeredTo } = readProgress(view, staged, rules);
  // An action that is answered in part waits for its rest, unless the answers are to somebody else's operations.
  const comparedTo = rules.halvesCompared ? (page.device?.answeredTo ?? answeredTo) : answeredTo;
  if (rules.forkNoticed && isForked(view, lastSeq, comparedTo, outcomes)) {
    return { changes: {}, result: { kind: 'fork' } };
  }
  const wiped = new Set([...staged.gone].flatMap(([key, one]) => (one.wiped && rules.wipedEverywhere ? [key] : [])));
  const outbox = wipeWaiting(view.outbox, wiped, lastSeq, rules);
  const waiting = outbox.filter(({ seq }) => seq > answeredTo);
  const bases = renewBases(view, staged, rules);
  const replaced = listReplaced(staged);
  const ended = listEnded(view.outbox, answeredTo, wiped);
  const returning = rules.returningShown ? listReturning(meta, waiting) : [];
  const changed = [...bases.keys(), ...ended, ...returning, ...listTied(waiting, new Set(), replaced)];
  const fate = sortAnswered(view, outbox.slice(0, outbox.length - waiting.length), outcomes, { staged, wiped, rules });
  const { held, mismatched } = renewScopes(view, staged, bases, rules);
  const { withheld: _withheld, ...known } = meta;
  return {
    changes: {
      meta: {
        ...known,
        generation: meta.generation + 1,
        answered: Math.max(meta.answered, answeredTo),
        scopes: held,
        ringNext: meta.ringNext + fate.ringAdded.length,
        confirmedAt: page.now,
        ...(page.withheld !== undefined && { withheld: page.withheld }),
      },
      ...showRows(view, bases, changed, waiting, rules),
      outbox: listOutboxChanges(view.outbox, waiting),
      ...fate,
      boxWiped: [...wiped],
    },
    result: {
      kind: 'applied',
      mismatched,
      refused: fate.boxAdded.reduce((sum, { operations }) => sum + operations.length, 0),
      isMore: answeredTo < lastSeq || page.later.length > 0,
      isWaiting: waiting.length > 0,
    },
  };
}

function isStale({ meta }: DeviceView, { request, page, generation }: StagedPull, rules: DeviceRules): boolean {
  if (meta.dev !== request.dev) return true;
  return rules.generationChecked && (meta.epoch !== page.epoch || meta.generation !== generation);
}

interface Progress {
  readonly lastSeq: number;
  readonly answeredTo: number;
}

/** How far the server has come. Answers are taken action by action: one that came in part waits for its rest. */
function readProgress({ outbox, meta }: DeviceView, { page }: StagedPull, rules: DeviceRules): Progress {
  const { lastSeq, answeredTo } = page.device ?? { lastSeq: meta.answered, answeredTo: meta.answered };
  if (!rules.wholeActionsAnswered) return { lastSeq, answeredTo };
  // What was wiped in the middle of an action has no name any more: its neighbours say where it belongs.
  const named = rules.wipedPartsCounted ? outbox.filter(({ op }) => op !== undefined) : outbox;
  const next = named.find(({ seq }) => seq > answeredTo);
  const first = next?.op && named.find(({ op }) => op?.tx === next.op?.tx);
  return { lastSeq, answeredTo: Math.min(answeredTo, (first?.seq ?? answeredTo + 1) - 1) };
}

/** What the server says of this identity's operations must be what this device has sent. */
function isForked(
  { meta, outbox }: DeviceView,
  lastSeq: number,
  answeredTo: number,
  outcomes: ReadonlyMap<number, DeliveryOutcome>,
): boolean {
  if (lastSeq > meta.issued || answeredTo < meta.answered) return true;
  return outbox.some(({ seq, op }) => seq <= answeredTo && op !== undefined && outcomes.get(seq)?.id !== op.id);
}

/** Rows named by operations that no longer wait: answered, or wiped. */
const listEnded = (
  outbox: readonly WaitingOperation[],
  answeredTo: number,
  wiped: ReadonlySet<RowKey>,
): readonly RowKey[] =>
  outbox.flatMap(({ seq, op }) => {
    const named = op === undefined ? [] : listNamedRows(op);
    return seq <= answeredTo || named.some((key) => wiped.has(key)) ? named : [];
  });

/** What the server has of every row that this pull says something about; undefined for nothing. */
function renewBases(view: DeviceView, staged: StagedPull, rules: DeviceRules): Map<RowKey, SyncedRow | undefined> {
  const bases = new Map<RowKey, SyncedRow | undefined>();
  const dropped = new Set([...staged.drop].map(toPromiseId));
  const replaced = listReplaced(staged);
  for (const [key, { promiseId }] of [...view.rows, ...view.bases]) {
    const leaves = dropped.has(promiseId) ? rules.droppedRowsLeave : rules.wholeReplaces;
    if (leaves && replaced.has(promiseId)) bases.set(key, undefined);
  }
  for (const [key, { version }] of staged.gone) {
    const base = findBase(view, key);
    if (base === undefined || base.version <= version) bases.set(key, undefined);
  }
  for (const [key, row] of staged.rows) bases.set(key, row);
  return bases;
}

function listOutboxChanges(
  before: readonly WaitingOperation[],
  after: readonly WaitingOperation[],
): ReadonlyMap<number, WaitingOperation | undefined> {
  const kept = new Map(after.map((entry) => [entry.seq, entry]));
  const changes = new Map<number, WaitingOperation | undefined>();
  for (const entry of before) if (kept.get(entry.seq) !== entry) changes.set(entry.seq, kept.get(entry.seq));
  return changes;
}
