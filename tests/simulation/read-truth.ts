/** What the server has for a person, read for every answer: what has not changed since the last one is not read again. */
import { type Lens, type ScopeKey, toScopeKey } from '#domain/delivery/scope-key.ts';
import { type RowKey, type SyncedRow, splitRowKey } from '#domain/delivery/synced-row.ts';
import { isSameJson } from '#domain/operations/to-json.ts';
import { viewRow } from '#server/exchange/view-row.ts';
import type { MemorySpace, SpaceTables } from './memory-space.ts';

/** What the server has for a person at the moment of an answer: live rows by scope. */
export interface Truth {
  readonly scopes: ReadonlyMap<ScopeKey, ReadonlyMap<RowKey, SyncedRow>>;
  /** Operations that have waited for their rows: kept by their authors, whoever may see the promise. */
  readonly parked: ReadonlySet<string>;
}

type ScopeRows = ReadonlyMap<RowKey, SyncedRow>;

/** Everything, from the rows themselves. */
export const readTruth = ({ tables }: MemorySpace, parked: ReadonlySet<string>, userId: string): Truth =>
  readScopes(tables, userId, parked, (promiseId, lens) => readScope(tables, promiseId, lens));

function readScopes(
  tables: SpaceTables,
  userId: string,
  parked: ReadonlySet<string>,
  read: (promiseId: string, lens: Lens) => ScopeRows,
): Truth {
  const scopes = new Map<ScopeKey, ScopeRows>();
  for (const [promiseId, { lens }] of tables.members.get(userId) ?? []) {
    scopes.set(toScopeKey(promiseId, lens), read(promiseId, lens));
  }
  return { scopes, parked };
}

function readScope({ rows }: SpaceTables, promiseId: string, lens: Lens, view = viewOnce): ScopeRows {
  const scope = new Map<RowKey, SyncedRow>();
  for (const [key, row] of rows) {
    if (row.promiseId !== promiseId || row.deletedAt !== undefined) continue;
    const seen = lens === 'full' ? row : view(key, row, lens);
    if (seen !== undefined) scope.set(key, seen);
  }
  return scope;
}

/** Rows never change, so what a lens shows of one is the same each time. */
const shared = new WeakMap<SyncedRow, { readonly seen: SyncedRow | undefined }>();

function viewOnce(key: RowKey, row: SyncedRow, lens: Lens): SyncedRow | undefined {
  if (lens !== 'shared') return viewRow(splitRowKey(key).table, row, lens);
  const known = shared.get(row) ?? { seen: viewRow(splitRowKey(key).table, row, lens) };
  shared.set(row, known);
  return known.seen;
}

interface KeptScope {
  readonly tables: SpaceTables;
  readonly changes: number;
  readonly rows: ScopeRows;
}

/** How often what is remembered is held against everything. */
const looksAtAll = 64;

/** A reader that remembers the scopes it has read until something in their promise changes. */
export function createTruthReader(report: (invariant: string, what: string) => void): typeof readTruth {
  const kept = new Map<ScopeKey, KeptScope>();
  let reads = 0;
  return (space, parked, userId) => {
    const { tables, touched } = space;
    const truth = readScopes(tables, userId, parked, (promiseId, lens) => {
      const key = toScopeKey(promiseId, lens);
      const changes = touched.get(promiseId) ?? 0;
      const known = kept.get(key);
      if (known?.tables === tables && known.changes === changes) return known.rows;
      const rows = readScope(tables, promiseId, lens);
      kept.set(key, { tables, changes, rows });
      return rows;
    });
    reads += 1;
    if (reads % looksAtAll === 0 && !isSameTruth(truth, readTruth(space, parked, userId))) {
      report('checker', `what was remembered for ${userId} is not what the server has`);
    }
    return truth;
  };
}

const isSameTruth = (one: Truth, other: Truth): boolean =>
  one.scopes.size === other.scopes.size &&
  [...other.scopes].every(([key, rows]) => {
    const known = one.scopes.get(key);
    return known?.size === rows.size && [...rows].every(([name, row]) => isSameJson(known.get(name), row));
  });
