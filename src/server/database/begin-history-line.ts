import { type Kysely, sql } from 'kysely';
import { noteByOperator } from '#server/access-log/note-access.ts';
import type { ServerTables } from './tables.ts';

/** As `exchange-rows.ts` counts versions: every line of history has this many. */
const versionsPerLine = 2n ** 40n;
/** Lines are given by the day from here on where their counter is lost: more days than anybody restores. */
const firstDay = Date.UTC(2026, 0, 1);
const dayLength = 86_400_000;

/**
 * The number of the next line of history, where nobody knows how many there have been.
 * In: the highest number known, and the moment in milliseconds. Out: a number above it, that rises from day to day: a
 * copy that is brought back twice, on different days, never gives a number twice.
 */
export const toNextLine = (known: number, now: number): number =>
  Math.max(known + 1, Math.floor((now - firstDay) / dayLength));

/**
 * Makes a database that was brought back from a copy a new line of history (sync 2.14): every space gets a new epoch and
 * versions that no earlier line has given out, and every session ends. Devices then send again what the copy lacks.
 * In: a connection as the owner of the tables (or, embedded, its superuser), before anybody is served; and the number of
 * the line, which no earlier one had; and the moment in milliseconds. Changes all or nothing.
 */
export async function beginHistoryLine(owner: Kysely<ServerTables>, line: number, now: number): Promise<void> {
  const version = BigInt(line) * versionsPerLine;
  await owner.transaction().execute(async (tx) => {
    // The owner is bound by the walls, too; they are down only inside this transaction.
    await sql`ALTER TABLE space NO FORCE ROW LEVEL SECURITY`.execute(tx);
    const { rows } = await sql<{ readonly id: string }>`
      UPDATE space SET epoch = gen_random_uuid(), version = greatest(version, ${version}) RETURNING id
    `.execute(tx);
    await sql`ALTER TABLE space FORCE ROW LEVEL SECURITY`.execute(tx);
    await sql`DELETE FROM sign_in_session`.execute(tx);
    await sql`UPDATE instance SET line = ${line}`.execute(tx);
    // What was told between the copy and now is gone: the log says so itself, and goes on.
    for (const { id } of rows) {
      await sql`SELECT set_config('app.space', ${id}, true)`.execute(tx);
      await noteByOperator(tx, id, { event: 'restored', at: now, facts: { line } });
    }
  });
}

/** Which line of history a database is on. In: a connection as the owner of the tables. */
export async function readHistoryLine(owner: Kysely<ServerTables>): Promise<number> {
  const { rows } = await sql<{ readonly line: number }>`SELECT line FROM instance`.execute(owner);
  return rows[0]?.line ?? 0;
}
