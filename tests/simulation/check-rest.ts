/** What must hold when faults have stopped and everybody has come to rest (I2, I3, I4, I8, I18, I24, I25). */
import { isAccepted } from '#domain/delivery/delivery-outcome.ts';
import { isSameSum } from '#domain/delivery/row-sum.ts';
import { type ScopeKey, toPromiseId } from '#domain/delivery/scope-key.ts';
import { type RowKey, toRowKey } from '#domain/delivery/synced-row.ts';
import { isCreation } from '#domain/operations/check-operation.ts';
import { findMergeClass } from '#domain/operations/merge-class.ts';
import { isSameJson } from '#domain/operations/to-json.ts';
import { replayHistory } from '#server/exchange/replay-history.ts';
import { listNamedRows } from '#sync/touched-rows.ts';
import type { Report } from './check-answers.ts';
import { checkApplied } from './check-device.ts';
import type { SpaceChecks } from './check-space.ts';
import { type SpaceTables, sumTables } from './memory-space.ts';
import { readTruth } from './read-truth.ts';
import type { SimulatedDevice } from './simulated-device.ts';
import type { SimulatedServer } from './simulated-server.ts';
import type { World } from './world.ts';

export function checkRest({ server, devices, report }: World): void {
  for (const device of devices) checkDeviceAtRest(server, device, report);
  checkSums(server, report);
  checkHistory(server, report);
  checkParked(server, report);
  if (server.restores > 0) checkOriginalOrder(server, report);
}

function checkDeviceAtRest(server: SimulatedServer, device: SimulatedDevice, report: Report): void {
  const { disk, name } = device;
  const { tables } = server.space;
  const truth = readTruth(server.space, server.checks.parked, device.userId);
  if (disk.outbox.size > 0) report('I4', `${name} still has ${disk.outbox.size} waiting`);
  for (const key of truth.scopes.keys()) if (disk.meta.scopes[key] === undefined) report('I3', `${name} lacks ${key}`);
  checkApplied(disk, truth, (_invariant, what) => report('I3', `${name}: ${what}`));
  if (disk.bases.size > 0 && disk.outbox.size === 0) report('I3', `${name} keeps ${disk.bases.size} bases`);
  for (const { id } of disk.ring.values()) {
    if (!isKept(tables, id)) report('I2', `${id} was accepted and is ${tables.results.get(id)?.kind ?? 'unknown'}`);
  }
  checkSaved(server, device, report);
  checkWiped(server, device, report);
}

function isKept({ results }: SpaceTables, id: string): boolean {
  const kind = results.get(id)?.kind;
  return kind !== undefined && isAccepted(kind);
}

/** Everything that was saved here is on the server, or in the box. What still waits is here, and told by I4. */
function checkSaved({ space, checks, restores }: SimulatedServer, device: SimulatedDevice, report: Report): void {
  const { disk, saved, gone, name } = device;
  const kept = new Set(disk.box.flatMap(({ operations }) => operations.map(({ id }) => id)));
  for (const { op } of disk.outbox.values()) if (op !== undefined) kept.add(op.id);
  for (const [id, { key }] of saved) {
    if (kept.has(id) || isKept(space.tables, id) || space.erased.has(key)) continue;
    // What a restore has taken away comes back from devices that keep it. What is no longer for somebody is not kept.
    const isGone = checks.receipts.has(id) && !disk.ring.has(id) && gone.get(id) === true;
    if (!(isGone && restores > 0)) report('I8', `${id} of ${name} is nowhere`);
  }
}

/** I15, of what the workload erases: nothing that was written into it is left with those who were told. */
function checkWiped({ space }: SimulatedServer, { disk, name }: SimulatedDevice, report: Report): void {
  const held = new Set((Object.keys(disk.meta.scopes) as ScopeKey[]).map(toPromiseId));
  const kept = [...Array.from(disk.ring.values(), ({ op }) => op), ...disk.box.flatMap(({ operations }) => operations)];
  for (const { id, tbl, ent, scope } of kept) {
    if (held.has(scope) && space.erased.has(toRowKey(tbl, ent))) report('I15', `${id} is left on ${name}`);
  }
}

/** What was accepted before a restore waits only for rows that are not there. */
function checkParked({ space }: SimulatedServer, report: Report): void {
  const { rows, parked } = space.tables;
  for (const { tx, operations } of parked.values()) {
    const isMissing = operations.some(({ op }) => {
      const begins = isCreation(op.kind);
      const wanted = begins ? listNamedRows(op).slice(1) : listNamedRows(op);
      const promise = toRowKey('promises', op.scope);
      return [...wanted, ...(begins && op.tbl === 'promises' ? [] : [promise])].some((key) => !rows.has(key));
    });
    if (!isMissing) report('I25', `${tx} waits though its rows are back`);
  }
}

function checkSums({ space }: SimulatedServer, report: Report): void {
  const counted = sumTables(space.tables);
  for (const [key, sum] of space.tables.sums) {
    const wanted = counted.get(key) ?? { count: 0, check: [0, 0] };
    if (!isSameSum(sum, wanted)) report('I18', `the sum of ${key} is kept wrong`);
  }
}

function tryReplay({ history }: SpaceTables, { forgotten }: SpaceChecks, report: Report): ReadonlyMap<RowKey, unknown> {
  try {
    return replayHistory(history, forgotten);
  } catch (error) {
    report('I24', String(error));
    return new Map();
  }
}

function checkHistory({ space, checks }: SimulatedServer, report: Report): void {
  const { tables } = space;
  const replayed = tryReplay(tables, checks, report);
  for (const [key, row] of tables.rows) {
    if (!isSameJson(replayed.get(key), row)) report('I24', `${key} is not what its history gives`);
  }
  for (const key of replayed.keys()) if (!tables.rows.has(key)) report('I24', `${key} has a history and no row`);
}

interface LastWrite {
  readonly original: number;
  readonly value: unknown;
  readonly id: string;
}

/** I25: every field has the value of the operation that was accepted last on the line where it was accepted first. */
function checkOriginalOrder({ space, checks }: SimulatedServer, report: Report): void {
  const { tables } = space;
  const forgotten = new Set(checks.forgotten.map(({ key }) => key));
  const twins = listTwins(tables);
  for (const [key, fields] of listLastWrites(tables)) {
    const row = tables.rows.get(key);
    if (row === undefined || twins.has(key) || forgotten.has(key)) continue;
    for (const [field, { value, id }] of fields) {
      if (!isSameJson(row[field] ?? null, value)) report('I25', `${key}#${field} is not what ${id} made it`);
    }
  }
}

function listLastWrites({ history }: SpaceTables): ReadonlyMap<RowKey, ReadonlyMap<string, LastWrite>> {
  const rows = new Map<RowKey, Map<string, LastWrite>>();
  for (const { op, version, placedAt } of history) {
    if (op.kind !== 'set' && op.kind !== 'guard') continue;
    const key = toRowKey(op.tbl, op.ent);
    const fields = rows.get(key) ?? new Map<string, LastWrite>();
    rows.set(key, fields);
    const original = placedAt ?? version;
    for (const [field, value] of Object.entries(op.f ?? {})) {
      const isSet = findMergeClass(op.tbl, field) === 'members';
      if (!isSet && (fields.get(field)?.original ?? -1) < original) fields.set(field, { original, value, id: op.id });
    }
  }
  return rows;
}

/** Rows that were made more than once, from copies of one file: their creations are writes, too. */
function listTwins({ history }: SpaceTables): ReadonlySet<RowKey> {
  const made = new Set<RowKey>();
  const twins = new Set<RowKey>();
  for (const { op } of history) {
    const key = toRowKey(op.tbl, op.ent);
    if (isCreation(op.kind)) (made.has(key) ? twins : made).add(key);
  }
  return twins;
}
