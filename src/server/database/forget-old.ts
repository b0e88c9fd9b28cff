import { sql } from 'kysely';
import { planCompaction } from '#server/exchange/plan-upkeep.ts';
import { listSpaces } from './list-spaces.ts';
import { lockSpace } from './lock-space.ts';
import type { ServerDatabase, Tx } from './server-database.ts';

const day = 86_400_000;
/**
 * Milliseconds: how long it is remembered what was deleted and what was answered (sync 2.10), and what waits, after a
 * restore, for rows that have not come back (sync 2.14). A device that was away for longer than `answered` is a new one.
 */
export const memory = { deleted: 180 * day, answered: 400 * day, parked: 35 * day } as const;
/** Rows in one transaction: others wait no longer for the tenant's lock than for a push. */
const batch = 500;
/** Numbers are small, and nobody waits for them. */
const numberBatch = 5000;

export interface Forgotten {
  /** Deleted rows whose last trace is gone. A device that was away for longer fetches the scope as a whole. */
  readonly rows: number;
  /** Answers to operations. Whoever sends one of these again is treated as new. */
  readonly answers: number;
  /** Which number of a device had which operation, where the device has said that it knows the answer. */
  readonly numbers: number;
  /** Actions that waited in vain. */
  readonly parked: number;
}

/**
 * Forgets, in every space, what was deleted and what was answered so long ago that no device asks for it. To be run once
 * a night by one process; twice does no harm.
 * In: the database, and now in milliseconds. Age is told by when this server received a change, never by its author's
 * clock. Out: counts. Rejects with faults of the database; calling again goes on.
 */
export async function forgetOld(database: ServerDatabase, now: number): Promise<Forgotten> {
  let [rows, answers, numbers, parked] = [0, 0, 0, 0];
  for (const spaceId of await database.outsideSpaces(listSpaces)) {
    // The server's own work: no person is behind it.
    const inSpace = <T>(work: (tx: Tx) => Promise<T>) => database.inSpace({ spaceId, userId: '' }, work);
    rows += await repeat(() => inSpace((tx) => forgetRows(tx, spaceId, now)));
    answers += await repeat(() => inSpace((tx) => forgetAnswers(tx, spaceId, now)));
    numbers += await repeat(() => inSpace((tx) => forgetNumbers(tx, spaceId, now)));
    parked += await repeat(() => inSpace((tx) => forgetParked(tx, spaceId, now)));
  }
  return { rows, answers, numbers, parked };
}

async function repeat(forget: () => Promise<number>): Promise<number> {
  let total = 0;
  for (let count = await forget(); count > 0; count = await forget()) total += count;
  return total;
}

async function forgetRows(tx: Tx, spaceId: string, now: number): Promise<number> {
  const space = await lockSpace(tx);
  if (space === undefined) return 0;
  const { rows } = await sql<{ readonly tbl: string; readonly id: string; readonly version: string }>`
    DELETE FROM record
    WHERE space = ${spaceId} AND (tbl, id) IN (
      SELECT tbl, id FROM record
      WHERE space = ${spaceId} AND deleted_at IS NOT NULL AND version <= (
        SELECT coalesce(max(version), 0) FROM history
        WHERE space = ${spaceId} AND received_at < ${String(now - memory.deleted)}::bigint
      )
      ORDER BY version
      LIMIT ${batch}
    )
    RETURNING tbl, id, version
  `.execute(tx);
  if (rows.length === 0) return 0;
  const state = { epoch: space.epoch, version: Number(space.version), horizon: Number(space.horizon) };
  const deleted = rows.map(({ tbl, id, version }) => ({ key: `${tbl}/${id}` as never, version: Number(version) }));
  const { horizon } = planCompaction(state, deleted);
  await tx.updateTable('space').set({ horizon }).where('id', '=', spaceId).execute();
  return rows.length;
}

async function forgetAnswers(tx: Tx, spaceId: string, now: number): Promise<number> {
  const { rows } = await sql`
    DELETE FROM op_result
    WHERE space = ${spaceId} AND op_id IN (
      SELECT op_id FROM op_result
      WHERE space = ${spaceId} AND answered_at < ${toMoment(now - memory.answered)}::timestamptz
      LIMIT ${batch}
    )
    RETURNING op_id
  `.execute(tx);
  return rows.length;
}

/**
 * A pull names the last number whose answer it has, and is told the ones after it; a push asks for answers by operation.
 * So nobody asks for a number that its device has acknowledged. A copied profile that has not acknowledged it finds its
 * answer missing, takes a name of its own, and is answered by operation (sync 2.9, 2.14).
 */
async function forgetNumbers(tx: Tx, spaceId: string, now: number): Promise<number> {
  const { rows } = await sql`
    DELETE FROM op_sequence
    WHERE space = ${spaceId} AND (dev, seq) IN (
      SELECT numbered.dev, numbered.seq
      FROM op_sequence AS numbered JOIN device ON device.space = numbered.space AND device.id = numbered.dev
      WHERE numbered.space = ${spaceId}
        AND (numbered.seq <= device.acked OR device.seen_at < ${toMoment(now - memory.answered)}::timestamptz)
      LIMIT ${numberBatch}
    )
    RETURNING seq
  `.execute(tx);
  return rows.length;
}

async function forgetParked(tx: Tx, spaceId: string, now: number): Promise<number> {
  // Under the lock: a push that releases an action has read it before.
  if ((await lockSpace(tx)) === undefined) return 0;
  const { rows } = await sql`
    DELETE FROM parked WHERE space = ${spaceId} AND parked_at < ${String(now - memory.parked)}::bigint RETURNING tx
  `.execute(tx);
  return rows.length;
}

const toMoment = (milliseconds: number): string => new Date(milliseconds).toISOString();
