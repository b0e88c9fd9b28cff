/** The server's database in memory: one tenant, with backups and everything that can happen to it. */
import { emptySum, type RowSum } from '#domain/delivery/row-sum.ts';
import type { ScopeKey } from '#domain/delivery/scope-key.ts';
import { type RowKey, type SyncedRow, splitRowKey, toRowKey } from '#domain/delivery/synced-row.ts';
import { moveRowSums } from '#server/exchange/draft.ts';
import type {
  Actor,
  DeviceState,
  HistoryEntry,
  Membership,
  ParkedAction,
  PushChanges,
  SequenceEntry,
  SpaceState,
  StoredResult,
} from '#server/exchange/exchange-rows.ts';
import { isErasedBy, redactOperation } from '#server/exchange/redact-operation.ts';
import type { ChangedRow, SpaceReads, SpaceStore, WantedScope } from '#server/exchange/space-store.ts';

/** Everything that a backup holds. */
export interface SpaceTables {
  space: SpaceState;
  readonly devices: Map<string, DeviceState>;
  readonly sequence: Map<string, SequenceEntry[]>;
  readonly results: Map<string, StoredResult>;
  readonly rows: Map<RowKey, SyncedRow>;
  readonly members: Map<string, Map<string, Membership>>;
  readonly parked: Map<string, ParkedAction>;
  readonly history: HistoryEntry[];
  readonly sums: Map<ScopeKey, RowSum>;
}

export interface ErasedRow {
  readonly promiseId: string;
  readonly version: number;
}

export interface MemorySpace {
  tables: SpaceTables;
  /** How often the live rows of a promise have changed, by its id. */
  readonly touched: Map<string, number>;
  /** Outside every backup. */
  readonly erased: Map<RowKey, ErasedRow>;
  readonly attempts: Map<string, { readonly operationId: string; readonly count: number }>;
}

/** Called at every boundary at which a process may die, and before anything is saved. */
export interface SpaceHooks {
  readonly atBoundary: (where: string) => void;
  readonly beforeSave: (changes: PushChanges, tables: SpaceTables) => void;
  /** Commits happen in the order in which they began, unless the tenant's lock is taken away. */
  readonly waitForCommit?: () => Promise<void>;
}

export const createSpace = (epoch: string): MemorySpace => ({
  tables: {
    space: { epoch, version: 0, horizon: 0 },
    devices: new Map(),
    sequence: new Map(),
    results: new Map(),
    rows: new Map(),
    members: new Map(),
    parked: new Map(),
    history: [],
    sums: new Map(),
  },
  touched: new Map(),
  erased: new Map(),
  attempts: new Map(),
});

export const copyTables = (tables: SpaceTables): SpaceTables => ({
  space: tables.space,
  devices: new Map(tables.devices),
  sequence: new Map(Array.from(tables.sequence, ([dev, entries]) => [dev, [...entries]])),
  results: new Map(tables.results),
  rows: new Map(tables.rows),
  members: new Map(Array.from(tables.members, ([user, members]) => [user, new Map(members)])),
  parked: new Map(tables.parked),
  history: [...tables.history],
  sums: new Map(tables.sums),
});

/** The store for one person's session. */
export function openSpaceStore(space: MemorySpace, userId: string, hooks: SpaceHooks): SpaceStore {
  return {
    write: async (work) => {
      hooks.atBoundary('write');
      const { tables } = space;
      let changes: PushChanges | undefined;
      const done = await work({
        ...createReads(space, userId),
        readRows: (keys) => Promise.resolve(readRows(tables, keys)),
        readErased: (keys) => Promise.resolve(new Set(keys.filter((key) => space.erased.has(key)))),
        readParked: () => Promise.resolve([...tables.parked.values()]),
        save: (given) => {
          changes = given;
          return Promise.resolve();
        },
      });
      hooks.atBoundary('save');
      if (changes !== undefined) {
        hooks.beforeSave(changes, tables);
        await hooks.waitForCommit?.();
        saveChanges(space, changes);
      }
      hooks.atBoundary('committed');
      return done;
    },
    read: (work) => {
      const { tables } = space;
      return work({
        ...createReads(space, userId),
        readChanges: (scopes, limit) => Promise.resolve(readChanges(space, scopes, limit)),
        readSequence: (dev, after, limit) =>
          Promise.resolve((tables.sequence.get(dev) ?? []).filter(({ seq }) => seq > after).slice(0, limit)),
        readSums: (keys) => Promise.resolve(new Map(keys.map((key) => [key, tables.sums.get(key) ?? emptySum]))),
      });
    },
    countAttempt: (dev, operations) => {
      hooks.atBoundary('attempt');
      const lastSeq = space.tables.devices.get(dev)?.lastSeq ?? 0;
      const first = operations.find(({ seq }) => seq > lastSeq);
      if (first === undefined) return Promise.resolve(undefined);
      const before = space.attempts.get(dev);
      const count = before?.operationId === first.id ? before.count + 1 : 1;
      space.attempts.set(dev, { operationId: first.id, count });
      return Promise.resolve({ id: first.id, count });
    },
    forgetAttempt: (dev) => {
      const counted = space.attempts.get(dev);
      if (counted !== undefined) space.attempts.set(dev, { ...counted, count: counted.count - 1 });
      return Promise.resolve();
    },
  };
}

const createReads = ({ tables }: MemorySpace, userId: string): SpaceReads => ({
  readSpace: () => Promise.resolve(tables.space),
  readDevice: (dev) => Promise.resolve(tables.devices.get(dev)),
  readActor: () => Promise.resolve(toActor(tables, userId)),
  readResults: (ids) =>
    Promise.resolve(
      new Map(
        ids.flatMap((id) => {
          const result = tables.results.get(id);
          return result === undefined ? [] : [[id, result] as const];
        }),
      ),
    ),
});

export const toActor = (tables: SpaceTables, userId: string): Actor => ({
  userId,
  mayCreatePromises: !userId.endsWith('reader'),
  members: tables.members.get(userId) ?? new Map(),
});

function readRows(tables: SpaceTables, keys: readonly RowKey[]): ReadonlyMap<RowKey, SyncedRow> {
  const found = new Map<RowKey, SyncedRow>();
  const wanted = new Set(keys);
  for (const key of wanted) {
    const row = tables.rows.get(key);
    if (row === undefined) continue;
    found.set(key, row);
    if (typeof row.replacedBy === 'string') wanted.add(toRowKey('progressLogs', row.replacedBy));
  }
  return found;
}

function readChanges(space: MemorySpace, scopes: readonly WantedScope[], limit: number): readonly ChangedRow[] {
  const wanted = new Map(scopes.map((scope) => [scope.promiseId, scope]));
  const changes: { readonly version: number; readonly change: ChangedRow }[] = [];
  for (const [key, row] of space.tables.rows) {
    const scope = wanted.get(row.promiseId);
    if (scope === undefined || row.version <= scope.after) continue;
    if (row.deletedAt !== undefined && row.version <= scope.deletedAfter) continue;
    changes.push({ version: row.version, change: { table: splitRowKey(key).table, row } });
  }
  for (const [key, { promiseId, version }] of space.erased) {
    const scope = wanted.get(promiseId);
    if (scope === undefined || version <= scope.after) continue;
    const { table, id } = splitRowKey(key);
    changes.push({ version, change: { table, erased: { id, promiseId }, version } });
  }
  changes.sort((one, other) => one.version - other.version);
  let end = Math.min(limit, changes.length);
  while (end > 0 && end < changes.length && changes[end]?.version === changes[end - 1]?.version) end += 1;
  return changes.slice(0, end).map(({ change }) => change);
}

const touch = ({ touched }: MemorySpace, promiseId: string): void => {
  touched.set(promiseId, (touched.get(promiseId) ?? 0) + 1);
};

function saveChanges(space: MemorySpace, changes: PushChanges): void {
  const { tables } = space;
  tables.space = { ...tables.space, version: Math.max(tables.space.version, changes.version) };
  tables.devices.set(changes.device.dev, changes.device);
  const sequence = tables.sequence.get(changes.device.dev) ?? [];
  sequence.push(...changes.sequence);
  tables.sequence.set(changes.device.dev, sequence);
  for (const result of changes.results) tables.results.set(result.id, result);
  for (const { key, after } of changes.rows) {
    tables.rows.set(key, after);
    touch(space, after.promiseId);
  }
  tables.history.push(...changes.history);
  for (const { userId, promiseId, role, lens } of changes.grants) grant(tables, userId, promiseId, { role, lens });
  for (const action of changes.parked) tables.parked.set(action.tx, action);
  for (const tx of changes.unparked) tables.parked.delete(tx);
  for (const [key, delta] of changes.sums) {
    const { count, check } = tables.sums.get(key) ?? emptySum;
    tables.sums.set(key, {
      count: count + delta.count,
      check: [(check[0] ^ delta.check[0]) >>> 0, (check[1] ^ delta.check[1]) >>> 0],
    });
  }
}

export function grant(
  tables: SpaceTables,
  userId: string,
  promiseId: string,
  membership: Membership | undefined,
): void {
  const members = new Map(tables.members.get(userId));
  if (membership === undefined) members.delete(promiseId);
  else members.set(promiseId, membership);
  tables.members.set(userId, members);
}

/** Wipes a row for everybody, under a version of its own. */
export function eraseRow(space: MemorySpace, key: RowKey): void {
  const { tables } = space;
  const row = tables.rows.get(key);
  if (row === undefined) return;
  const version = tables.space.version + 1;
  tables.space = { ...tables.space, version };
  tables.rows.delete(key);
  touch(space, row.promiseId);
  moveRowSums(tables.sums, key, row, -1);
  for (const [index, entry] of tables.history.entries()) {
    if (isErasedBy(entry.op, new Set([key]))) tables.history[index] = { ...entry, op: redactOperation(entry.op) };
  }
  space.erased.set(key, { promiseId: row.promiseId, version });
}

/** Sums from nothing, as a check of those that were kept. */
export function sumTables(tables: SpaceTables): ReadonlyMap<ScopeKey, RowSum> {
  const sums = new Map<ScopeKey, RowSum>();
  for (const [key, row] of tables.rows) moveRowSums(sums, key, row, 1);
  return sums;
}
