/** What must hold on a device after every step (I5, I6, I7, I8, I14, I18, I21). */

import type { DeviceMeta } from '#domain/delivery/device-state.ts';
import { type ScopeKey, toPromiseId } from '#domain/delivery/scope-key.ts';
import { isSyncedRow, type RowKey, type SyncedRow } from '#domain/delivery/synced-row.ts';
import type { BoxEntry } from '#domain/delivery/waiting-operation.ts';
import type { StoredRow } from '#domain/operations/operation.ts';
import { isSameJson } from '#domain/operations/to-json.ts';
import { playWaiting } from '#sync/show-rows.ts';
import type { Report } from './check-answers.ts';
import { type Disk, listWaiting } from './memory-device.ts';
import type { Truth } from './read-truth.ts';

/** A row of the server that lies on a device. */
type Held = readonly [RowKey, SyncedRow];

export function checkApplied(disk: Disk, truth: Truth, report: Report): void {
  const byPromise = groupBases(disk);
  checkDropped(disk, truth, byPromise, report);
  for (const key of Object.keys(disk.meta.scopes) as ScopeKey[]) {
    const wanted = truth.scopes.get(key);
    if (disk.meta.scopes[key]?.cursor === 0) continue;
    if (wanted === undefined) report('I14', `${key} is held by somebody who may not see it`);
    else compareRows(byPromise.get(toPromiseId(key)) ?? [], wanted, (what) => report('I6', what));
  }
  checkShown(disk, report);
}

function groupBases({ rows, bases }: Disk): ReadonlyMap<string, readonly Held[]> {
  const byPromise = new Map<string, Held[]>();
  const add = (key: RowKey, row: SyncedRow) => {
    const group = byPromise.get(row.promiseId);
    if (group === undefined) byPromise.set(row.promiseId, [[key, row]]);
    else group.push([key, row]);
  };
  for (const [key, row] of bases) add(key, row);
  for (const [key, row] of rows) if (isSyncedRow(row) && !bases.has(key)) add(key, row);
  return byPromise;
}

/** I14: of a promise that is no longer for this person nothing stays. */
function checkDropped(
  { meta, ring }: Disk,
  truth: Truth,
  byPromise: ReadonlyMap<string, readonly Held[]>,
  report: Report,
): void {
  const held = new Set((Object.keys(meta.scopes) as ScopeKey[]).map(toPromiseId));
  for (const [promiseId, [first]] of byPromise) {
    if (!held.has(promiseId)) report('I14', `${first?.[0]} stayed after its promise was dropped`);
  }
  for (const { op } of ring.values()) {
    if (!held.has(op.scope) && !truthHas(truth, op.scope) && !truth.parked.has(op.id))
      report('I14', `${op.id} stayed in the ring`);
  }
}

const truthHas = (truth: Truth, promiseId: string): boolean =>
  [...truth.scopes.keys()].some((key) => toPromiseId(key) === promiseId);

function compareRows(rows: readonly Held[], wanted: ReadonlyMap<RowKey, SyncedRow>, report: (what: string) => void) {
  let found = 0;
  for (const [key, held] of rows) {
    const row = wanted.get(key);
    if (row !== undefined) found += 1;
    else if (held.deletedAt === undefined) report(`${key} is a ghost`);
    if (row !== undefined && !isSameRow(held, row))
      report(`${key} is stale: ${held.version} instead of ${row.version}`);
  }
  if (found === wanted.size) return;
  const names = new Set(rows.map(([key]) => key));
  for (const key of wanted.keys()) if (!names.has(key)) report(`${key} is missing`);
}

/** Rows never change: two that were the same once are the same for ever. */
const same = new WeakMap<object, object>();

function isSameRow(one: object | undefined, other: object): boolean {
  if (one === other) return true;
  if (one === undefined || (same.get(one) !== other && !isSameJson(one, other))) return false;
  same.set(one, other);
  return true;
}

/** I5: what is shown is the server's rows with everything over them that waits. Played again from the beginning. */
function checkShown(disk: Disk, report: Report): void {
  const { rows, bases } = disk;
  const played = new Map<RowKey, StoredRow>();
  const findRow = (key: RowKey) => played.get(key) ?? bases.get(key) ?? toBase(rows.get(key));
  for (const { op } of listWaiting(disk)) {
    if (op === undefined) continue;
    for (const [key, row] of playWaiting(op, findRow)) played.set(key, row);
  }
  const compare = (key: RowKey, row: StoredRow) => {
    const shown = rows.get(key);
    if (!isSameRow(shown, row))
      report('I5', `${key} is not shown as it is: ${JSON.stringify(shown)} instead of ${JSON.stringify(row)}`);
  };
  for (const [key, row] of played) compare(key, row);
  for (const [key, row] of bases) if (!played.has(key)) compare(key, row);
  // Every other row is its own base, or nobody knows where it comes from.
  for (const [key, row] of rows) {
    if (!isSyncedRow(row) && !bases.has(key) && !played.has(key)) report('I5', `${key} is shown and is not there`);
  }
}

const toBase = (row: StoredRow | undefined): SyncedRow | undefined => (isSyncedRow(row) ? row : undefined);

/** I16: whatever a tab died at, the device is as it was before it or after it. */
export function checkReopened(disk: Disk, report: Report): void {
  // After a restore what was accepted waits again over rows of the line before, until everything is fetched anew.
  const isBetweenLines = listWaiting(disk).some(({ proof }) => proof !== undefined);
  if (!isBetweenLines) checkShown(disk, (_invariant, what) => report('I16', what));
  const [first, ...rest] = listWaiting(disk);
  const isWhole = rest.every(({ seq }, index) => seq === (first?.seq ?? 0) + index + 1);
  if (!isWhole) report('I16', 'what waits has a hole');
}

/** I7: a cursor falls only to nothing. */
export function checkCursors(before: DeviceMeta, after: DeviceMeta, report: Report): void {
  if (before.epoch !== after.epoch) return;
  for (const key of Object.keys(after.scopes) as ScopeKey[]) {
    const { cursor = 0 } = after.scopes[key] ?? {};
    if (cursor !== 0 && cursor < (before.scopes[key]?.cursor ?? 0)) report('I7', `the cursor of ${key} fell`);
  }
}

/** I8 and I21: the box has every refused operation once, and nothing grows without end. */
export function checkBounds(disk: Disk, report: Report): void {
  const seen = new Set<string>();
  for (const { id } of disk.box.flatMap(({ operations }) => operations)) {
    if (seen.has(id)) report('I8', `${id} is in the box twice`);
    seen.add(id);
  }
  if (disk.bases.size > disk.outbox.size * 3 + 3)
    report('I21', `${disk.bases.size} bases for ${disk.outbox.size} waiting`);
}

/** I8: a refused action comes into the box as a whole, but for what was erased meanwhile. */
export function checkBoxes(boxes: readonly BoxEntry[], { actions, erased }: Wiped, report: Report): void {
  for (const { tx, operations, outcomes } of boxes) {
    const lacks = (actions.get(tx) ?? []).filter((key) => erased.has(key)).length;
    const wanted = operations[0]?.txn ?? 0;
    if (operations.length !== outcomes.length || operations.length > wanted || operations.length + lacks < wanted) {
      report('I8', `a box has ${operations.length} of ${wanted}: ${operations.map(({ id }) => id).join()}`);
    }
  }
}

/** What was erased for everybody, and what each action wrote into. */
export interface Wiped {
  readonly actions: ReadonlyMap<string, readonly RowKey[]>;
  readonly erased: ReadonlyMap<RowKey, unknown>;
}
