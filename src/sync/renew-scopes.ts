import type { DeviceMeta, DeviceView, HeldScope } from '#domain/delivery/device-state.ts';
import { emptySum, isSameSum, moveSum, type RowSum } from '#domain/delivery/row-sum.ts';
import { type ScopeKey, toPromiseId } from '#domain/delivery/scope-key.ts';
import type { RowKey, SyncedRow } from '#domain/delivery/synced-row.ts';
import type { DeviceRules } from './device-rules.ts';
import { findBase } from './find-base.ts';
import { listReplaced, type StagedPull } from './staged-pull.ts';

interface RenewedScopes {
  readonly held: DeviceMeta['scopes'];
  readonly mismatched: readonly ScopeKey[];
}

/** The cursors and sums after a pull. A scope whose sum is not the server's lost something, and is fetched whole. */
export function renewScopes(
  view: DeviceView,
  staged: StagedPull,
  bases: ReadonlyMap<RowKey, SyncedRow | undefined>,
  rules: DeviceRules,
): RenewedScopes {
  const { page, drop } = staged;
  const sums = moveSums(view, staged, bases);
  const held: Record<ScopeKey, HeldScope> = {};
  for (const key of Object.keys(view.meta.scopes) as ScopeKey[]) {
    const scope = view.meta.scopes[key];
    if (scope !== undefined && !drop.has(key)) held[key] = scope;
  }
  const mismatched: ScopeKey[] = [];
  for (const key of Object.keys(page.scopes) as ScopeKey[]) {
    const sum = sums.get(toPromiseId(key)) ?? emptySum;
    const wanted = page.sums[key];
    const isSame = wanted === undefined || isSameSum(sum, wanted) || !rules.sumsCompared;
    if (!isSame) mismatched.push(key);
    held[key] = { cursor: isSame ? page.version : 0, role: page.scopes[key]?.role ?? 'reader', sum };
  }
  // Named from now on: should it be taken away before it is fetched, that is said.
  for (const key of page.later) held[key] = { cursor: 0, role: 'reader', sum: emptySum };
  return { held, mismatched };
}

/** The sums of all promises that this pull serves, moved by what it changes. */
function moveSums(
  view: DeviceView,
  staged: StagedPull,
  bases: ReadonlyMap<RowKey, SyncedRow | undefined>,
): ReadonlyMap<string, RowSum> {
  const sums = new Map<string, RowSum>();
  const replaced = listReplaced(staged);
  for (const key of Object.keys(staged.page.scopes) as ScopeKey[]) {
    const id = toPromiseId(key);
    sums.set(id, replaced.has(id) ? emptySum : (view.meta.scopes[key]?.sum ?? emptySum));
  }
  for (const [key, after] of bases) {
    const before = findBase(view, key);
    if (before !== undefined && !replaced.has(before.promiseId)) moveIfLive(sums, key, before, -1);
    if (after !== undefined) moveIfLive(sums, key, after, 1);
  }
  return sums;
}

function moveIfLive(sums: Map<string, RowSum>, key: RowKey, row: SyncedRow, direction: 1 | -1): void {
  const sum = sums.get(row.promiseId);
  if (sum === undefined || row.deletedAt !== undefined) return;
  sums.set(row.promiseId, moveSum(sum, key, row.version, direction));
}
