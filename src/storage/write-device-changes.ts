/** What one step of the exchange changes, written inside its transaction with the tallies that follow from it. */
import type { DeviceChanges, DeviceView } from '#domain/delivery/device-state.ts';
import { type RowKey, splitRowKey } from '#domain/delivery/synced-row.ts';
import type { StoredRow } from '#domain/operations/operation.ts';
import { isSameJson } from '#domain/operations/to-json.ts';
import { type StandingLog, tallyGoals } from '#domain/progress/contribution.ts';
import type { TableName } from '#domain/records/tables.ts';
import type { Database } from './database.ts';
import { putDeviceMeta } from './device-meta.ts';
import { toBaseRow } from './enqueue-action.ts';
import { deleteGoalDays } from './goal-days.ts';
import { moveLogCounts } from './log-counts.ts';
import { deletePacksOf, layOut, putPacks } from './log-packs.ts';
import { countPromiseLogs } from './many-logs.ts';
import { forgetOverlaidOf, putOverlaid } from './overlaid-changes.ts';
import { dropStates, renewRevisions } from './promise-state.ts';
import { readCountings } from './read-standing.ts';
import { countingFields, listRecountedGoals } from './recounted-goals.ts';
import { writeRing } from './ring.ts';
import { listStretches } from './stretches.ts';
import { type LogMove, listOwn, moveContributions, putTallies, recountGoals } from './update-tallies.ts';

/** One row before and after the step; undefined where there is none. */
interface RowMove {
  readonly key: RowKey;
  readonly table: TableName;
  readonly id: string;
  readonly before: StoredRow | undefined;
  readonly after: StoredRow | undefined;
}

export interface WritingOptions {
  /** A text that was never used before. */
  readonly revision: string;
  /** Of a promise that arrives, so many logs and more are packed. */
  readonly fewestPacked: number;
}

/** In: what the step saw, and what it decided. */
export async function writeDeviceChanges(
  db: Database,
  view: Pick<DeviceView, 'rows' | 'bases'> & Partial<Pick<DeviceView, 'meta'>>,
  changes: DeviceChanges,
  { revision, fewestPacked }: WritingOptions,
): Promise<void> {
  const moves = listMoves(view, changes);
  await Promise.all([
    putRows(
      db,
      moves.filter(({ table }) => table !== 'progressLogs'),
    ),
    writeBases(db, view, changes),
    writeOutbox(db, changes),
    writeRing(db, changes),
    writeBox(db, changes),
    changes.meta && putDeviceMeta(db, changes.meta, view.meta),
  ]);
  await putOverlaid(db, changes.overlaid ?? []);
  await forgetHistory(db, moves, changes.boxWiped ?? []);
  await followRows(db, moves, revision, () => writeLogs(db, moves, fewestPacked));
}

function listMoves(view: Pick<DeviceView, 'rows'>, { rows = new Map() }: DeviceChanges): readonly RowMove[] {
  return Array.from(rows, ([key, after]) => ({ key, ...splitRowKey(key), before: view.rows.get(key), after })).filter(
    ({ before, after }) => before !== after && !(before !== undefined && isSameJson(before, after)),
  );
}

/** Logs of promises that were not here before, by promise, where there are many. */
function listPacked(moves: readonly RowMove[], fewest: number): ReadonlyMap<string, readonly RowMove[]> {
  const begun = moves.flatMap(({ table, id, before }) => (table === 'promises' && before === undefined ? [id] : []));
  const arrived = new Map(begun.map((id): [string, RowMove[]] => [id, []]));
  for (const move of moves) {
    const { table, before, after } = move;
    if (table === 'progressLogs' && before === undefined && after) arrived.get(after.promiseId)?.push(move);
  }
  return new Map([...arrived].filter(([, own]) => own.length >= fewest));
}

async function writeLogs(db: Database, moves: readonly RowMove[], fewestPacked: number): Promise<void> {
  await deletePacksOf(db, listLost(moves));
  const packed = listPacked(moves, fewestPacked);
  const isPacked = new Set([...packed.values()].flat());
  const rows = moves.filter((move) => move.table === 'progressLogs' && !isPacked.has(move));
  await layOut(
    db,
    rows.flatMap(({ id, before }) => (before ? [id] : [])),
  );
  await putRows(db, rows);
  await Promise.all(
    Array.from(packed, ([promiseId, own]) =>
      putPacks(
        db,
        promiseId,
        own.map(({ after }) => after as unknown as StandingLog),
      ),
    ),
  );
}

/** Promises that leave the device. */
const listLost = (moves: readonly RowMove[]): readonly string[] =>
  moves.flatMap(({ table, id, after }) => (table === 'promises' && after === undefined ? [id] : []));

async function putRows(db: Database, moves: readonly RowMove[]): Promise<void> {
  const byTable = new Map<TableName, RowMove[]>();
  for (const move of moves) {
    const own = byTable.get(move.table);
    if (own) own.push(move);
    else byTable.set(move.table, [move]);
  }
  await Promise.all(
    Array.from(byTable, async ([table, own]) => {
      const put = own.flatMap(({ after }) => after ?? []);
      const gone = own.flatMap(({ id, after }) => (after === undefined ? [id] : []));
      if (put.length > 0) await db.table(table).bulkPut(put);
      if (gone.length > 0) await db.table(table).bulkDelete(gone);
    }),
  );
}

async function writeBases(
  db: Database,
  view: Pick<DeviceView, 'bases'>,
  { bases = new Map() }: DeviceChanges,
): Promise<void> {
  const put = Array.from(bases).flatMap(([key, row]) => (row ? [toBaseRow(key, row)] : []));
  const gone = Array.from(bases).flatMap(([key, row]) => (row || !view.bases.has(key) ? [] : [key]));
  if (put.length > 0) await db.bases.bulkPut(put);
  if (gone.length > 0) await db.bases.bulkDelete(gone);
}

async function writeOutbox(db: Database, { outbox = new Map(), outboxAnew }: DeviceChanges): Promise<void> {
  if (outboxAnew !== undefined) {
    await db.outbox.clear();
    await db.outbox.bulkAdd([...outboxAnew]);
    return;
  }
  const put = Array.from(outbox).flatMap(([, entry]) => entry ?? []);
  const gone = Array.from(outbox).flatMap(([seq, entry]) => (entry ? [] : [seq]));
  if (put.length > 0) await db.outbox.bulkPut(put);
  for (const [first, last] of listStretches(gone)) {
    await (first === last ? db.outbox.delete(first) : db.outbox.where('seq').between(first, last, true, true).delete());
  }
}

async function writeBox(db: Database, { boxAdded = [], boxWiped = [] }: DeviceChanges): Promise<void> {
  if (boxAdded.length > 0) await db.box.bulkPut([...boxAdded]);
  if (boxWiped.length === 0) return;
  const wiped = new Set<string>(boxWiped);
  await db.box
    .filter(({ operations }) => operations.some((op) => wiped.has(`${op.tbl}/${op.ent}`)))
    .modify((entry, slot) => {
      const operations = entry.operations.filter((op) => !wiped.has(`${op.tbl}/${op.ent}`));
      const left = new Set(operations.map(({ id }) => id));
      // An answer shows what stood in the row.
      const outcomes = entry.outcomes.filter(({ id }) => left.has(id));
      if (operations.length === 0) delete (slot as { value?: unknown }).value;
      else slot.value = { ...entry, operations, outcomes };
    });
}

/** Of a promise that was taken away, and of a row that was erased for everybody, history keeps nothing either. */
async function forgetHistory(db: Database, moves: readonly RowMove[], wiped: readonly RowKey[]): Promise<void> {
  const lost = listLost(moves);
  const ids = [...lost, ...wiped.map((key) => splitRowKey(key).id)];
  if (ids.length === 0) return;
  await db.history.where('entities').anyOf(ids).delete();
  await forgetOverlaidOf(db, new Set(ids));
  await dropStates(db, lost);
}

/**
 * Writes the logs, and the tallies and counts with them: moved by what changed, and counted anew where something else than
 * the logs decides otherwise now. What decides is read before the logs are written: of a first sync the database has enough
 * to do with them for as long as it takes to count them.
 */
async function followRows(
  db: Database,
  moves: readonly RowMove[],
  revision: string,
  writeLogs: () => Promise<void>,
): Promise<void> {
  const logMoves = moves.filter(({ table }) => table === 'progressLogs').map(toLogMove);
  const lost = new Set(listLost(moves));
  const goneGoals = moves.flatMap(({ table, id, after }) => (table === 'goals' && after === undefined ? [id] : []));
  if (goneGoals.length > 0) await Promise.all([db.goalTotals.bulkDelete(goneGoals), deleteGoalDays(db, goneGoals)]);

  const scopes = new Set(moves.filter(({ table }) => countingFields[table]).flatMap(listScopes));
  await renewRevisions(db, await listStored(db, scopes), revision);
  const logScopes = logMoves.flatMap(({ before, after }) => [before?.promiseId, after?.promiseId]);
  const countings = await readCountings(db, new Set([...scopes, ...logScopes.filter((id) => id !== undefined)]));
  const recounted = listRecountedGoals(countings, listTouched(moves));
  const arrived = await listArrived(db, moves, logMoves);
  const whole = Array.from(arrived, ([promiseId, logs]) => ({ promiseId, logs, goalIds: recounted.get(promiseId) }));
  await deleteGoalDays(
    db,
    whole.flatMap(({ goalIds = [] }) => [...goalIds]),
  );
  await Promise.all([
    writeLogs(),
    ...whole.map(({ promiseId, logs, goalIds = new Set() }) => {
      const counting = countings.get(promiseId);
      return counting && putTallies(db, promiseId, tallyGoals(listOwn(counting, goalIds), logs));
    }),
  ]);
  // Of a promise that goes nothing is kept that could be counted.
  await moveLogCounts(
    db,
    logMoves.filter(({ before, after }) => !lost.has((before ?? after)?.promiseId ?? '')),
  );
  const except = new Set([...[...recounted.values()].flatMap((ids) => [...ids]), ...goneGoals]);
  const others = logMoves.filter(({ before, after }) => before !== undefined || !arrived.has(after?.promiseId ?? ''));
  await moveContributions(db, countings, others, except);
  for (const [promiseId, goalIds] of recounted) {
    if (!arrived.has(promiseId)) await recountGoals(db, promiseId, goalIds);
  }
}

/** Logs of promises that were not here before, and of which no log was. */
async function listArrived(
  db: Database,
  moves: readonly RowMove[],
  logMoves: readonly LogMove[],
): Promise<ReadonlyMap<string, readonly StandingLog[]>> {
  const begun = moves.filter(({ table, before }) => table === 'promises' && before === undefined);
  const counts = await Promise.all(begun.map(({ id }) => countPromiseLogs(db, id)));
  const empty = begun.filter((_, index) => counts[index] === 0);
  const arrived = new Map(empty.map(({ id }): [string, StandingLog[]] => [id, []]));
  for (const { after } of logMoves) if (after) arrived.get(after.promiseId)?.push(after);
  return arrived;
}

const toLogMove = ({ before, after }: RowMove): LogMove => ({
  before: before as unknown as StandingLog | undefined,
  after: after as unknown as StandingLog | undefined,
});

const listScopes = ({ before, after }: RowMove): readonly string[] =>
  [before?.promiseId, after?.promiseId].filter((id) => id !== undefined);

async function listStored(db: Database, promiseIds: ReadonlySet<string>): Promise<readonly string[]> {
  const rows = await db.promises.bulkGet([...promiseIds]);
  return rows.flatMap((row) => row?.id ?? []);
}

/** Rows in which a field that decides what counts is other than before; a new row has all of its fields new. */
const listTouched = (moves: readonly RowMove[]): ReadonlySet<string> =>
  new Set(
    moves.flatMap(({ table, id, before, after }) => {
      const fields = countingFields[table];
      if (fields === undefined) return [];
      const isChanged = [...fields, 'deletedAt'].some((field) => !isSameJson(before?.[field], after?.[field]));
      return isChanged || before === undefined ? [id] : [];
    }),
  );
