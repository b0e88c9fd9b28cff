import type { OvertakenChange } from '#domain/delivery/overtaken-change.ts';
import type { ScopeKey } from '#domain/delivery/scope-key.ts';
import { toPromiseId } from '#domain/delivery/scope-key.ts';
import { type RowKey, type SyncedRow, toRowKey } from '#domain/delivery/synced-row.ts';
import type { GoneRow, Pulled, PullRequest } from '#protocol/pull.ts';
import type { DeviceRules } from './device-rules.ts';

/** The pages of a pull so far: nothing of it is on the device before the last one is here (sync 2.9). */
export interface StagedPull {
  readonly request: PullRequest;
  /** The device's state when the pull began. */
  readonly generation: number;
  /** These two grow with every page: a first pull has hundreds, and copying them would cost more than all else. */
  readonly rows: Map<RowKey, SyncedRow>;
  readonly gone: Map<RowKey, GoneRow>;
  readonly drop: ReadonlySet<ScopeKey>;
  readonly overtaken: readonly OvertakenChange[];
  /** The page that came last: what it says of scopes, outcomes and sums holds for all. */
  readonly page: Pulled;
}

/**
 * Adds a page. In: the pages before it (undefined for the first), which are used up, what was asked, and the answer.
 * Out: all of them together. A scope that is dropped takes along what was staged for it.
 */
export function stagePage(
  staged: StagedPull | undefined,
  page: Pulled,
  first: { readonly request: PullRequest; readonly generation: number },
  rules: DeviceRules,
): StagedPull {
  const { rows, gone } = staged ?? { rows: new Map<RowKey, SyncedRow>(), gone: new Map<RowKey, GoneRow>() };
  const drop = new Set([...(staged?.drop ?? []), ...page.drop]);
  // A promise that is served through another lens from now on is dropped and served by one and the same page.
  const served = new Set((Object.keys(page.scopes) as ScopeKey[]).map(toPromiseId));
  const dropped = new Set(page.drop.map(toPromiseId).filter((id) => !(served.has(id) && rules.otherLensKeepsStaged)));
  if (rules.dropForgetsStaged && dropped.size > 0) {
    forget(rows, dropped);
    forget(gone, dropped);
  }
  for (const one of page.gone) {
    const key = toRowKey(one.table, one.id);
    rows.delete(key);
    gone.set(key, one);
  }
  for (const { table, row } of page.rows) {
    const key = toRowKey(table, row.id);
    gone.delete(key);
    rows.set(key, row);
  }
  const overtaken = [...(staged?.overtaken ?? []), ...(page.overtaken ?? [])];
  return { ...(staged ?? first), rows, gone, drop, overtaken, page };
}

function forget(rows: Map<RowKey, { readonly promiseId: string }>, promises: ReadonlySet<string>): void {
  for (const [key, { promiseId }] of rows) if (promises.has(promiseId)) rows.delete(key);
}

/** Promises of which every row leaves or comes anew. */
export function listReplaced({ drop, page }: StagedPull): ReadonlySet<string> {
  const whole = (Object.keys(page.scopes) as ScopeKey[]).filter((key) => page.scopes[key]?.mode === 'whole');
  return new Set([...drop, ...whole].map(toPromiseId));
}
