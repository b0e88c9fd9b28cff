/** The proof that history is whole: played from nothing it gives the rows as they are (sync I24). */
import { playOperation } from '#domain/delivery/play-operation.ts';
import { type RowKey, toRowKey } from '#domain/delivery/synced-row.ts';
import type { StoredRow } from '#domain/operations/operation.ts';
import type { HistoryEntry } from './exchange-rows.ts';
import { placeOperation } from './place-operation.ts';
import { isRedacted } from './redact-operation.ts';
import { rememberRemovals } from './remember-removals.ts';

/** A row that was forgotten or erased when the tenant had this version. */
export interface ForgottenRow {
  readonly key: RowKey;
  readonly version: number;
}

/**
 * Plays a tenant's history. In: its entries by rising version and `n`, and what was forgotten or erased meanwhile, by
 * rising version. Out: every row they give. Throws where an entry does not fit what came before it.
 */
export function replayHistory(
  entries: readonly HistoryEntry[],
  forgotten: readonly ForgottenRow[] = [],
): ReadonlyMap<RowKey, StoredRow> {
  const rows = new Map<RowKey, StoredRow>();
  const originals = new Map<string, number>();
  const findRow = (key: RowKey) => rows.get(key);
  const originalOf = (id: string) => originals.get(id) ?? 0;
  let next = 0;
  const forget = (version: number) => {
    for (let one = forgotten[next]; one !== undefined && one.version < version; one = forgotten[next]) {
      rows.delete(one.key);
      next += 1;
    }
  };
  for (const group of groupVersions(entries)) {
    forget(group[0]?.version ?? 0);
    for (const { op, version, placedAt } of group) originals.set(op.id, placedAt ?? version);
    for (const { op, version, placedAt } of group) {
      const changed =
        placedAt === undefined ? playNew(op, findRow) : placeOperation(op, placedAt, { findRow, originalOf }).rows;
      for (const [key, row] of changed) rows.set(key, { ...row, version });
    }
  }
  forget(Number.POSITIVE_INFINITY);
  return rows;
}

function playNew(op: HistoryEntry['op'], findRow: (key: RowKey) => StoredRow | undefined) {
  const key = toRowKey(op.tbl, op.ent);
  const before = findRow(key);
  // Erased since: the row stands in its place, empty, for those that hang on it, until it is forgotten.
  if (isRedacted(op)) return new Map<RowKey, StoredRow>([[key, before ?? { id: op.ent, promiseId: op.scope }]]);
  const played = playOperation(op, findRow);
  if (played.kind !== 'applied' && played.kind !== 'concurrent') {
    throw new Error(`History does not replay: ${op.kind} ${op.tbl}/${op.ent} ${JSON.stringify(played)}`);
  }
  return rememberRemovals(op, before, played.rows);
}

function groupVersions(entries: readonly HistoryEntry[]): readonly (readonly HistoryEntry[])[] {
  const groups: HistoryEntry[][] = [];
  for (const entry of entries) {
    const group = groups.at(-1);
    if (group?.[0]?.version === entry.version) group.push(entry);
    else groups.push([entry]);
  }
  return groups;
}
