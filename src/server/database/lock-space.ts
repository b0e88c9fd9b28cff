import { type Selectable, sql } from 'kysely';
import type { Tx } from './server-database.ts';
import type { SpaceTable } from './tables.ts';

/** The name on which servers tell each other that a space has changed (sync 2.7). */
export const spaceChannel = 'mlo';

/**
 * The tenant lock: from here to the end of the transaction nothing else writes in this space (sync 2.7, step 2).
 * In: a transaction of `inSpace`. Out: the space's row, or undefined if it does not exist. Waits at most 2 s for another
 * holder, then rejects with a fault of the kind `busy`.
 */
export const lockSpace = (tx: Tx): Promise<Selectable<SpaceTable> | undefined> =>
  // The policy leaves one row at most, the space that the transaction is in; the condition holds where policies are off.
  tx
    .selectFrom('space')
    .selectAll()
    .where('id', '=', sql<string>`nullif(current_setting('app.space', true), '')::uuid`)
    .forUpdate()
    .executeTakeFirst();

/** Tells every server process that something new is in a space, when and if this transaction commits. */
export async function notifySpace(tx: Tx, spaceId: string): Promise<void> {
  await sql`SELECT pg_notify(${spaceChannel}, ${spaceId})`.execute(tx);
}
