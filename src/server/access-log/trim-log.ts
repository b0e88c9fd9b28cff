import { type Kysely, sql } from 'kysely';
import { listSpaces } from '#server/database/list-spaces.ts';
import { lockSpace } from '#server/database/lock-space.ts';
import type { Tx } from '#server/database/server-database.ts';
import type { ServerTables } from '#server/database/tables.ts';
import { noteAccess } from './note-access.ts';

/** How many months the log is kept where nobody says otherwise (guard P11), and what may be said. */
export const logMonths = { usual: 12, least: 1, most: 120 } as const;

/** The moment before which rows go. In: now in milliseconds, and months. */
export function toCutoff(now: number, months: number): number {
  const date = new Date(now);
  date.setUTCMonth(date.getUTCMonth() - months);
  return date.getTime();
}

/**
 * Takes away what is older than the log is kept, in every space. No role that serves requests may: this is the owner's.
 * A row says up to which number, with that row's hash: from there the chain can be checked as before.
 * In: a connection as the owner of the tables, the moment before which rows go, and now. Out: how many went.
 */
export async function trimLog(owner: Kysely<ServerTables>, cutoff: number, now: number): Promise<number> {
  let gone = 0;
  for (const spaceId of await listSpaces(owner)) {
    gone += await owner.transaction().execute(async (tx) => {
      await sql`SELECT set_config('app.space', ${spaceId}, true)`.execute(tx);
      await lockSpace(tx);
      return await trimSpace(tx, spaceId, cutoff, now);
    });
  }
  return gone;
}

async function trimSpace(tx: Tx, spaceId: string, cutoff: number, now: number): Promise<number> {
  // Up to the first row that is young enough: a clock that was set back makes no hole.
  const last = await tx
    .selectFrom('access_log')
    .select(['n', 'hash'])
    .where('space', '=', spaceId)
    .where(
      'n',
      '<',
      sql<string>`coalesce(
        (SELECT min(n) FROM access_log WHERE space = ${spaceId} AND at >= ${String(cutoff)}::bigint),
        ${String(Number.MAX_SAFE_INTEGER)}::bigint
      )`,
    )
    .orderBy('n', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (last === undefined) return 0;
  const facts = { before: cutoff, through: Number(last.n), hash: last.hash };
  await noteAccess(tx, { spaceId, userId: '' }, { event: 'trimmed', at: now, facts });
  const { rows } = await sql<{ readonly count: string }>`
    WITH gone AS (
      DELETE FROM access_log WHERE space = ${spaceId} AND n <= ${String(last.n)}::bigint RETURNING n
    )
    SELECT count(*) AS count FROM gone
  `.execute(tx);
  return Number(rows[0]?.count ?? 0);
}
