/** A device's database in memory. What is on this disk survives a crash; nothing else does. */

import type { DeviceChanges, DeviceMeta, DeviceNeeds, DeviceView } from '#domain/delivery/device-state.ts';
import type { DeviceStore } from '#domain/delivery/device-store.ts';
import { enqueueChanges } from '#domain/delivery/enqueue-changes.ts';
import { type RowKey, type SyncedRow, toRowKey } from '#domain/delivery/synced-row.ts';
import type { BoxEntry, RingEntry, WaitingOperation } from '#domain/delivery/waiting-operation.ts';
import type { Operation, StoredRow } from '#domain/operations/operation.ts';

export interface Disk {
  meta: DeviceMeta;
  readonly rows: Map<RowKey, StoredRow>;
  readonly bases: Map<RowKey, SyncedRow>;
  readonly outbox: Map<number, WaitingOperation>;
  readonly ring: Map<string, RingEntry>;
  readonly box: BoxEntry[];
}

export const createDisk = (dev: string): Disk => ({
  meta: { dev, epoch: '', generation: 0, issued: 0, answered: 0, scopes: {}, ringNext: 1, confirmedAt: 0 },
  rows: new Map(),
  bases: new Map(),
  outbox: new Map(),
  ring: new Map(),
  box: [],
});

export const copyDisk = (disk: Disk): Disk => ({
  meta: disk.meta,
  rows: new Map(disk.rows),
  bases: new Map(disk.bases),
  outbox: new Map(disk.outbox),
  ring: new Map(disk.ring),
  box: [...disk.box],
});

export interface DiskHooks {
  /** Called at every boundary at which the tab may die. */
  readonly atBoundary: (where: string) => void;
  /** The mutant of "cursor and rows in one transaction": the tab may die between them. */
  readonly splitsCursor: boolean;
  readonly onChange: (before: DeviceMeta, changes: DeviceChanges) => void;
}

export function openDeviceStore(disk: Disk, hooks: DiskHooks): DeviceStore {
  return {
    readMeta: () => Promise.resolve(disk.meta),
    readWaiting: (seq, limit) => {
      const waiting = listWaiting(disk);
      const first = waiting.findIndex((entry) => entry.seq > seq);
      return Promise.resolve(first === -1 ? [] : waiting.slice(first, first + limit));
    },
    changeDevice: (step) => {
      hooks.atBoundary('change');
      const head = { meta: disk.meta, outbox: listWaiting(disk) };
      const view = { ...head, ...readNeeds(disk, step.needs(head)) };
      const { changes, result } = step.decide(view);
      hooks.atBoundary('commit');
      const { meta } = disk;
      if (hooks.splitsCursor && changes.meta !== undefined) {
        disk.meta = changes.meta;
        hooks.atBoundary('between');
      }
      writeChanges(disk, changes);
      hooks.onChange(meta, changes);
      hooks.atBoundary('committed');
      return Promise.resolve(result);
    },
  };
}

/** By rising number. They lie in that order already, but for a device whose numbers go wrong. */
export function listWaiting({ outbox }: Disk): readonly WaitingOperation[] {
  const waiting = [...outbox.values()];
  const isSorted = waiting.every(({ seq }, index) => index === 0 || (waiting[index - 1]?.seq ?? 0) < seq);
  return isSorted ? waiting : waiting.sort((one, other) => one.seq - other.seq);
}

function readNeeds(disk: Disk, needs: DeviceNeeds): Omit<DeviceView, 'meta' | 'outbox'> {
  const wanted = new Set([...needs.rows, ...listOfPromises(disk, new Set(needs.promises))]);
  const rows = new Map<RowKey, StoredRow>();
  const bases = new Map<RowKey, SyncedRow>();
  for (const key of wanted) {
    const row = disk.rows.get(key);
    const base = disk.bases.get(key);
    if (row !== undefined) rows.set(key, row);
    if (base !== undefined) bases.set(key, base);
    for (const link of [row?.replacedBy, base?.replacedBy]) {
      if (typeof link === 'string') wanted.add(toRowKey('progressLogs', link));
    }
  }
  const ring = needs.ring ? [...disk.ring.values()].sort((one, other) => one.n - other.n) : [];
  return { rows, bases, ring };
}

const listOfPromises = (disk: Disk, promises: ReadonlySet<string>): readonly RowKey[] =>
  promises.size === 0
    ? []
    : [...disk.rows, ...disk.bases].flatMap(([key, { promiseId }]) => (promises.has(promiseId) ? key : []));

export function writeChanges(disk: Disk, changes: DeviceChanges): void {
  if (changes.meta !== undefined) disk.meta = changes.meta;
  writeMap(disk.rows, changes.rows);
  writeMap(disk.bases, changes.bases);
  writeMap(disk.outbox, changes.outbox);
  if (changes.outboxAnew !== undefined) {
    disk.outbox.clear();
    for (const entry of changes.outboxAnew) disk.outbox.set(entry.seq, entry);
  }
  if (changes.ringRemoved === 'all') disk.ring.clear();
  else for (const id of changes.ringRemoved ?? []) disk.ring.delete(id);
  for (const entry of changes.ringAdded ?? []) disk.ring.set(entry.id, entry);
  disk.box.push(...(changes.boxAdded ?? []));
  const wiped = new Set(changes.boxWiped ?? []);
  if (wiped.size === 0) return;
  const isKept = ({ tbl, ent }: Operation) => !wiped.has(toRowKey(tbl, ent));
  const kept = disk.box.map((entry) => ({ ...entry, operations: entry.operations.filter(isKept) }));
  disk.box.splice(0, disk.box.length, ...kept.filter(({ operations }) => operations.length > 0));
}

function writeMap<K, V>(map: Map<K, V>, changes: ReadonlyMap<K, V | undefined> = new Map()): void {
  for (const [key, value] of changes) {
    if (value === undefined) map.delete(key);
    else map.set(key, value);
  }
}

/**
 * What a tab stores when a person saves: rows and outbox together. `issued`: the number that the tab believes was given
 * last, for the mutant that does not ask the database.
 */
export function saveAction(
  disk: Disk,
  operations: readonly Operation[],
  rows: ReadonlyMap<RowKey, StoredRow>,
  issued: number,
): void {
  const before = new Map(Array.from(rows.keys(), (key) => [key, disk.rows.get(key)] as const));
  const changes = enqueueChanges({ ...disk.meta, issued }, operations, before, (key) => disk.bases.has(key));
  writeChanges(disk, { ...changes, rows });
}
