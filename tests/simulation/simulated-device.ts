/** The devices of the simulation: tabs over one disk, each with an exchange of its own, and what befalls them. */

import { type ScopeKey, toPromiseId } from '#domain/delivery/scope-key.ts';
import { type RowKey, toRowKey } from '#domain/delivery/synced-row.ts';
import { type Operation, type StoredRow, schemaVersion } from '#domain/operations/operation.ts';
import { planOperations } from '#domain/operations/plan-operations.ts';
import type { PullAnswer, PullRequest } from '#protocol/pull.ts';
import type { PushAnswer, PushRequest } from '#protocol/push.ts';
import { createAuditStep } from '#sync/audit-scope.ts';
import { createExchange, type Exchange } from '#sync/run-exchange.ts';
import { playWaiting } from '#sync/show-rows.ts';
import { listNamedRows } from '#sync/touched-rows.ts';
import type { Report } from './check-answers.ts';
import { checkApplied, checkBounds, checkBoxes, checkCursors } from './check-device.ts';
import { Crash } from './crash.ts';
import type { FaultMix } from './fault-mix.ts';
import { type Disk, openDeviceStore, saveAction } from './memory-device.ts';
import type { Random } from './random.ts';
import type { Truth } from './read-truth.ts';
import type { Rules } from './rules.ts';
import type { Deed } from './workload.ts';

export interface Tab {
  readonly device: SimulatedDevice;
  readonly exchange: Exchange;
  isAlive: boolean;
  /** Names the timer that counts. */
  timer: number;
  /** The last request. */
  asked: number;
  /** A row was left out of the pull that is arriving. */
  isShort: boolean;
  /** The last request that was answered: nobody waits for it any more. */
  heard: number;
  /** What the tab believes was numbered last, for the mutant that does not ask. */
  issued: number;
  truth: Truth | undefined;
}

export interface SimulatedDevice {
  readonly name: string;
  readonly userId: string;
  disk: Disk;
  tabs: Tab[];
  /** Milliseconds by which its clock is wrong. */
  readonly clock: number;
  offlineUntil: number;
  /** Reasons to take another identity: each copy, eviction or restore gives one. */
  excuses: number;
  /** Lost rows that nobody told the device about. */
  isCorrupt: boolean;
  /** What people have saved here, by id: all of it must be accounted for. */
  readonly saved: Map<string, SavedOperation>;
  /** What the server had accepted from here. */
  readonly accepted: Set<string>;
  /** Operations that are no longer here, and whether they went with a promise that is no longer for this person. */
  readonly gone: Map<string, boolean>;
  /** Promises that were fetched, and the line of history on which that was. */
  readonly served: Map<string, string>;
}

export interface SavedOperation {
  readonly key: RowKey;
  readonly promiseId: string;
}

export interface DeviceTools {
  readonly mix: FaultMix;
  readonly rules: Rules;
  readonly random: Random;
  readonly newId: () => string;
  readonly report: Report;
  readonly trace: (what: string) => void;
  readonly detail: (say: () => string) => void;
  /** Rows that each action names, by `tx`. */
  readonly actions: Map<string, readonly RowKey[]>;
  readonly erased: ReadonlyMap<RowKey, unknown>;
  /** Whether the server keeps an operation for a promise that has not come back: then its author keeps it, too. */
  readonly isParked: (id: string) => boolean;
  /** Whether the server died so often while it worked on an operation that it had to give it up. */
  readonly hasKilled: (id: string) => boolean;
  readonly isCalm: () => boolean;
  readonly after: (milliseconds: number, run: () => Promise<void> | void) => void;
  readonly sendPush: (tab: Tab, token: number, request: PushRequest) => void;
  readonly sendPull: (tab: Tab, token: number, request: PullRequest) => void;
  readonly onCrash: (device: SimulatedDevice) => void;
}

export function openTab(device: SimulatedDevice, tools: DeviceTools): Tab {
  const { mix, rules, random, report } = tools;
  const { disk } = device;
  const store = openDeviceStore(disk, {
    atBoundary: (where) => {
      if (!tab.isAlive) throw new Crash('closed');
      if (tools.isCalm() || !random.chance(mix.deviceCrash)) return;
      tools.onCrash(device);
      throw new Crash(where);
    },
    splitsCursor: !rules.store.cursorWithRows,
    onChange: (before, { meta, boxAdded = [], ringAdded = [] }) => {
      checkBoxes(boxAdded, tools, report);
      for (const { id } of ringAdded) device.accepted.add(id);
      for (const { operations, outcomes } of boxAdded) {
        const isGivenUp = outcomes.some(({ code }) => code === 'server-error');
        if (isGivenUp && operations.some(({ id }) => tools.hasKilled(id))) continue;
        const lost = operations.find(({ id }) => device.accepted.has(id));
        if (lost) report('I25', `${lost.id} was accepted, and was refused when it came again`);
      }
      if (meta !== undefined) checkCursors(before, meta, report);
      noteGone(device, tools);
    },
  });
  const tab: Tab = {
    device,
    isAlive: true,
    timer: 0,
    asked: 0,
    isShort: false,
    heard: 0,
    issued: disk.meta.issued,
    truth: undefined,
    exchange: createExchange({
      store,
      sendPush: (token, request) => tools.sendPush(tab, token, request),
      sendPull: (token, request) => tools.sendPull(tab, token, request),
      wake: (milliseconds) => {
        tab.timer += 1;
        const { timer } = tab;
        tools.after(milliseconds, () => (tab.timer === timer ? wakeTab(tab, tools, 'woken') : undefined));
      },
      newDev: tools.newId,
      random: random.next,
      tell: () => undefined,
      onStored: (what, mismatched) => afterStored(tab, what, mismatched, tools),
      limits: { operations: mix.pushOperations, bytes: 1024 * 1024 },
      rules: rules.device,
    }),
  };
  return tab;
}

function afterStored(
  tab: Tab,
  what: 'applied' | 'reidentified',
  mismatched: readonly ScopeKey[],
  tools: DeviceTools,
): void {
  const { device } = tab;
  const { disk } = device;
  tools.trace(`${device.name} ${what} ${disk.meta.answered}/${disk.meta.issued}`);
  if (what === 'reidentified') {
    device.excuses -= 1;
    if (device.excuses < 0) tools.report('I12', `${device.name} took another identity without a reason`);
    return;
  }
  if (mismatched.length > 0 && !device.isCorrupt && !tab.isShort)
    tools.report('I18', `${device.name} had lost something of ${mismatched}`);
  // What was left out of this pull is missed now, and must be there with the next that is stored.
  if (tab.truth !== undefined && !device.isCorrupt && !tab.isShort) checkApplied(disk, tab.truth, tools.report);
  checkBounds(disk, tools.report);
}

/**
 * What is no longer for this person leaves outbox and ring (I14): a restore may take it away for good. Noted in the very
 * write that takes it away, since the tab may die right after it and find the promise granted again when it is back.
 * What is parked leaves only with a promise that was here on this line and was then taken from this person: a promise
 * that a restore has taken away comes back, and what waits for it must be here.
 */
function noteGone({ disk, saved, gone, served }: SimulatedDevice, { isParked }: DeviceTools): void {
  const { epoch, scopes } = disk.meta;
  const keys = Object.keys(scopes) as ScopeKey[];
  for (const key of keys) if (scopes[key]?.cursor !== 0) served.set(toPromiseId(key), epoch);
  const held = new Set(keys.map(toPromiseId));
  const waiting = new Set([...disk.outbox.values()].map(({ op }) => op?.id));
  for (const [id, { promiseId }] of saved) {
    if (gone.has(id) || waiting.has(id) || disk.ring.has(id)) continue;
    gone.set(id, !held.has(promiseId) && (served.get(promiseId) === epoch || !isParked(id)));
  }
}

/** Gives a tab an event, unless it is gone. A crash ends it; its device comes back later. */
export async function tell(tab: Tab, event: Parameters<Exchange['handle']>[0]): Promise<void> {
  if (!tab.isAlive) return;
  try {
    await tab.exchange.handle(event);
  } catch (error) {
    if (!(error instanceof Crash)) throw error;
  }
}

/** The timer of a tab rang, or somebody looks at it: it looks after its rows, and exchanges. */
export async function wakeTab(tab: Tab, tools: DeviceTools, kind: 'woken' | 'wanted'): Promise<void> {
  if (!tab.isAlive) return;
  await auditDevice(tab, tools);
  await tell(tab, { kind });
}

async function auditDevice({ device }: Tab, tools: DeviceTools): Promise<void> {
  if (!device.isCorrupt || !tools.rules.store.audited) return;
  const store = openDeviceStore(device.disk, {
    atBoundary: () => undefined,
    splitsCursor: false,
    onChange: () => undefined,
  });
  let isWell = true;
  for (const key of Object.keys(device.disk.meta.scopes) as ScopeKey[]) {
    if ((await store.changeDevice(createAuditStep(key))) === false) isWell = false;
  }
  if (!isWell) {
    device.isCorrupt = false;
    for (const tab of device.tabs) tab.truth = undefined;
    tools.trace(`${device.name} audited`);
  }
}

/**
 * Stores a deed as the app would: in one transaction, planned from what the device shows.
 * Out: the operations, none when it could not be done or would change nothing.
 */
export function doDeed(tab: Tab, deed: Deed, at: string, tools: DeviceTools): readonly Operation[] {
  const { disk } = tab.device;
  const operations = toOperations(disk, deed, at, tools);
  if (operations.length === 0) return [];
  const rows = new Map<RowKey, StoredRow>();
  for (const op of operations) {
    for (const [key, row] of playWaiting(op, (wanted) => rows.get(wanted) ?? disk.rows.get(wanted))) rows.set(key, row);
  }
  const { numberedInTransaction, baseCopied } = tools.rules.store;
  const issued = numberedInTransaction ? disk.meta.issued : tab.issued;
  saveAction(disk, operations, rows, issued);
  if (!baseCopied) disk.bases.clear();
  tab.issued = issued + operations.length;
  for (const { id, tbl, ent, scope } of operations) {
    tab.device.saved.set(id, { key: toRowKey(tbl, ent), promiseId: scope });
  }
  const [{ tx } = { tx: '' }] = operations;
  tools.actions.set(tx, operations.flatMap(listNamedRows));
  tools.detail(() =>
    operations
      .map(
        ({ id, kind, tbl, ent, f, base }) =>
          `${id} ${kind} ${tbl}/${ent} ${JSON.stringify(f)} over ${JSON.stringify(base)}`,
      )
      .join('\n    '),
  );
  if (!tools.isCalm() && tools.random.chance(tools.mix.deviceCrash)) tools.onCrash(tab.device);
  return operations;
}

function toOperations(disk: Disk, deed: Deed, at: string, tools: DeviceTools): readonly Operation[] {
  if (deed.kind === 'raw') {
    const tx = tools.newId();
    return deed.operations.map((op, txi) => ({
      v: 1,
      id: tools.newId(),
      sv: schemaVersion,
      at,
      tx,
      txi,
      txn: deed.operations.length,
      ...op,
    }));
  }
  const plan = planOperations(deed.writes, {
    at,
    newId: tools.newId,
    findRow: (table, id) => disk.rows.get(`${table}/${id}`),
    findStanding: (logId) => findStanding(disk, logId),
  });
  if (plan.kind !== 'planned') return [];
  const tx = tools.newId();
  return plan.changes.map(({ op }, txi) => ({ v: 1, ...op, tx, txi, txn: plan.changes.length }));
}

function findStanding(disk: Disk, logId: string): string {
  const next = disk.rows.get(`progressLogs/${logId}`)?.replacedBy;
  return typeof next === 'string' ? findStanding(disk, next) : logId;
}

export type TabAnswer =
  | { readonly kind: 'pushed'; readonly token: number; readonly answer: PushAnswer }
  | {
      readonly kind: 'pulled';
      readonly token: number;
      readonly answer: PullAnswer;
      readonly truth: Truth | undefined;
      readonly isFirst: boolean;
      readonly isShort: boolean;
    };

/** An answer arrives. What the server had at that moment is kept beside it, for the checks. */
export async function receiveAnswer(tab: Tab, arrived: TabAnswer): Promise<void> {
  const isAwaited = arrived.token === tab.asked && arrived.token > tab.heard;
  tab.heard = Math.max(tab.heard, arrived.token);
  if (arrived.kind === 'pulled' && arrived.answer.kind === 'pulled') {
    tab.truth = arrived.truth;
    if (isAwaited) tab.isShort = arrived.isShort || (tab.isShort && !arrived.isFirst);
  }
  await tell(tab, arrived);
}
