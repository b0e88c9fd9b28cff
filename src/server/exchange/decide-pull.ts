import type { DeliveryOutcome } from '#domain/delivery/delivery-outcome.ts';
import { isAccepted } from '#domain/delivery/delivery-outcome.ts';
import type { RowSum } from '#domain/delivery/row-sum.ts';
import { emptySum } from '#domain/delivery/row-sum.ts';
import { type Lens, type ScopeKey, toPromiseId, toScopeKey } from '#domain/delivery/scope-key.ts';
import type { ExchangeFailure } from '#protocol/exchange-failure.ts';
import type { GoneRow, Pulled, PulledRow, PullPage, PullRequest, ServedScope } from '#protocol/pull.ts';
import type { Actor, DeviceState, SequenceEntry, SpaceState, StoredResult } from './exchange-rows.ts';
import type { ServerRules } from './server-rules.ts';
import type { ChangedRow, WantedScope } from './space-store.ts';
import { viewRow } from './view-row.ts';

export interface PullPlan {
  readonly kind: 'planned';
  readonly wanted: readonly WantedScope[];
  readonly served: Readonly<Record<ScopeKey, ServedScope>>;
  readonly drop: readonly ScopeKey[];
  readonly later: readonly ScopeKey[];
  /** What a next page would have in common with this one. */
  readonly paging: Omit<PullPage, 'start'>;
}

/**
 * Which scopes a pull serves, and from where (sync 2.8).
 * In: the tenant and the person's rights as they are now, and what the device says of itself. Out: a plan, or why not.
 * Cursors grant nothing: they only say what need not be sent again.
 */
export function planPull(
  space: SpaceState,
  actor: Actor,
  request: PullRequest,
  rules: ServerRules,
): PullPlan | ExchangeFailure {
  const { page } = request;
  if (rules.epochChecked && request.epoch !== space.epoch) return { kind: 'epoch', epoch: space.epoch };
  const isMoved = page !== undefined && page.horizon !== space.horizon;
  if (rules.horizonHeldBetweenPages && isMoved) return { kind: 'restart' };
  const visible = new Map(Array.from(actor.members, ([id, { lens, role }]) => [toScopeKey(id, lens), role] as const));
  const named = [...(Object.keys(request.cursors) as ScopeKey[]), ...(page?.scopes ?? [])];
  const drop = rules.revokedScopesDrop ? [...new Set(named)].filter((key) => !visible.has(key)) : [];
  const stays = new Set(page?.scopes);
  const wanted: WantedScope[] = [];
  const later: ScopeKey[] = [];
  const served: Record<ScopeKey, ServedScope> = {};
  for (const [key, role] of visible) {
    // What was dropped in the middle of a paging is whole again only when it is fetched from its beginning.
    if (page !== undefined && rules.dropsStick && !stays.has(key)) {
      later.push(key);
      continue;
    }
    const cursor = findCursor(key, request, space, rules);
    served[key] = { mode: cursor === 0 ? 'whole' : 'changes', role };
    wanted.push(toWanted(key, cursor, page, space, rules));
  }
  const scopes = wanted.map(({ key }) => key);
  const paging = { began: page?.began ?? space.version, horizon: page?.horizon ?? space.horizon, scopes };
  return { kind: 'planned', wanted, served, drop, later, paging };
}

/** Where the device stands in a scope; 0 when all of it must be sent: it is new, or some deletions are forgotten. */
function findCursor(key: ScopeKey, { cursors }: PullRequest, space: SpaceState, rules: ServerRules): number {
  const oldest = rules.cursorPerScope ? 0 : Math.min(...Object.values(cursors), space.version);
  const cursor = cursors[key] ?? oldest;
  const isForgotten = rules.horizonChecked && cursor < space.horizon;
  return isForgotten || cursor > space.version ? 0 : cursor;
}

function toWanted(
  key: ScopeKey,
  cursor: number,
  page: PullPage | undefined,
  space: SpaceState,
  rules: ServerRules,
): WantedScope {
  const start = page?.start ?? 0;
  const began = cursor === 0 ? (page?.began ?? space.version) : cursor;
  return {
    promiseId: toPromiseId(key),
    key,
    after: Math.max(cursor, start),
    deletedAfter: rules.deletedRowsSent ? Math.max(began, start) : Number.MAX_SAFE_INTEGER,
  };
}

export interface PullLimits {
  readonly rows: number;
  /** Of the rows as JSON. */
  readonly bytes: number;
  readonly outcomes: number;
}

export interface PullView {
  readonly space: SpaceState;
  readonly device: DeviceState | undefined;
  /** What the store gave for the plan: `limit` rows and the rest of the last version, or all there is. */
  readonly changes: readonly ChangedRow[];
  /** Read with `limits.outcomes`. */
  readonly sequence: readonly SequenceEntry[];
  readonly results: ReadonlyMap<string, StoredResult>;
  readonly sums: ReadonlyMap<ScopeKey, RowSum>;
}

export interface PullTools {
  readonly now: number;
  readonly limits: PullLimits;
  readonly rules: ServerRules;
}

/**
 * One page of a pull. In: the plan, and what was read for it in the same snapshot. Out: rows as this person may see
 * them, cut between versions only; with the last of them what became of the device's operations. Receipts are added by
 * whoever has the key. Throws nothing.
 */
export function decidePull(plan: PullPlan, view: PullView, actor: Actor, tools: PullTools): Pulled {
  const { limits, rules } = tools;
  const cut = findCut(view.changes, limits, rules);
  const page = view.changes.slice(0, cut);
  const isLast = cut === view.changes.length && view.changes.length < limits.rows;
  const last = page.at(-1);
  const rows: PulledRow[] = [];
  const gone: GoneRow[] = [];
  const wanted = new Map(plan.wanted.map((scope) => [scope.promiseId, scope]));
  for (const change of page) sortChange(change, { actor, wanted, rules, rows, gone });
  return {
    kind: 'pulled',
    epoch: view.space.epoch,
    now: tools.now,
    version: view.space.version,
    drop: plan.drop,
    later: plan.later,
    scopes: plan.served,
    rows,
    gone,
    ...(!isLast && last !== undefined && { next: { ...plan.paging, start: versionOf(last) } }),
    ...(isLast && { device: toProgress(view, limits, rules) }),
    outcomes: isLast ? listOutcomes(view, actor) : [],
    ...(actor.withheld !== undefined && { withheld: actor.withheld }),
    sums: isLast ? Object.fromEntries(plan.wanted.map(({ key }) => [key, view.sums.get(key) ?? emptySum])) : {},
  };
}

const versionOf = (change: ChangedRow): number => ('row' in change ? change.row.version : change.version);

/** How many of the changes fit: as many as the limits allow, and never a part of one version. */
function findCut(changes: readonly ChangedRow[], limits: PullLimits, rules: ServerRules): number {
  if (!rules.pagesCutBetweenVersions) return Math.min(changes.length, limits.rows);
  if (limits.bytes === Number.POSITIVE_INFINITY) return changes.length;
  let bytes = 0;
  let start = 0;
  for (const [index, change] of changes.entries()) {
    if (index > 0 && versionOf(change) !== versionOf(changes[index - 1] ?? change)) start = index;
    bytes += 'row' in change ? (change.size ?? JSON.stringify(change.row).length) : 0;
    if (bytes > limits.bytes && start > 0) return start;
  }
  return changes.length;
}

interface Sorting {
  readonly actor: Actor;
  readonly wanted: ReadonlyMap<string, WantedScope>;
  readonly rules: ServerRules;
  readonly rows: PulledRow[];
  readonly gone: GoneRow[];
}

function sortChange(change: ChangedRow, { actor, wanted, rules, rows, gone }: Sorting): void {
  if ('erased' in change) {
    gone.push({ table: change.table, ...change.erased, version: change.version, wiped: true });
    return;
  }
  const { table, row } = change;
  const lens: Lens = actor.members.get(row.promiseId)?.lens ?? 'public';
  const seen = rules.lensApplied ? viewRow(table, row, lens) : row;
  if (seen !== undefined) {
    rows.push({ table, row: seen });
    return;
  }
  // A log is hidden from its first day or never. Of anything else the device may have what was shown before.
  const mayHaveIt = table !== 'progressLogs' && row.version > (wanted.get(row.promiseId)?.deletedAfter ?? 0);
  if (mayHaveIt && rules.hiddenRowsLeave)
    gone.push({ table, id: row.id, promiseId: row.promiseId, version: row.version });
}

/** What does not fit one answer comes with the next: until then the device goes on waiting for it. */
function toProgress({ device, sequence }: PullView, limits: PullLimits, rules: ServerRules) {
  const lastSeq = device?.lastSeq ?? 0;
  const isCut = sequence.length >= limits.outcomes && rules.outcomesCutInOrder;
  return { lastSeq, answeredTo: isCut ? (sequence.at(-1)?.seq ?? lastSeq) : lastSeq };
}

function listOutcomes({ sequence, results }: PullView, actor: Actor): readonly DeliveryOutcome[] {
  return sequence.flatMap(({ seq, id }) => {
    const result = id === null ? undefined : results.get(id);
    return result === undefined ? [] : [toOutcome(seq, result, actor)];
  });
}

function toOutcome(
  seq: number,
  { id, kind, code, fields, original, promiseId }: StoredResult,
  actor: Actor,
): DeliveryOutcome {
  // Rights may have changed since: what stood is shown to those who may see everything of the promise now.
  const maySee = promiseId !== undefined && actor.members.get(promiseId)?.lens === 'full';
  return {
    seq,
    id,
    kind,
    ...(code !== undefined && { code }),
    ...(fields !== undefined && maySee && { fields }),
    ...(isAccepted(kind) && original > 0 && { version: original }),
  };
}
