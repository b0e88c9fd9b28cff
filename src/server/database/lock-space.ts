import { type Selectable, sql } from 'kysely';
import type { SpaceHint, SpaceIdentity, Tx } from './server-database.ts';
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

/**
 * Tells every server process how far a space has come, when and if this transaction commits. After the space's row was
 * written.
 */
export async function notifySpace(tx: Tx, spaceId: string): Promise<void> {
  await sql`
    SELECT pg_notify(${spaceChannel}, concat_ws(' ', id, epoch, version)) FROM space WHERE id = ${spaceId}
  `.execute(tx);
}

/** Tells every server process that somebody's rights or sessions have ended, when and if this transaction commits. */
export async function notifyPerson(tx: Tx, { spaceId, userId }: SpaceIdentity): Promise<void> {
  await sql`SELECT pg_notify(${spaceChannel}, ${`${spaceId} ${userId}`})`.execute(tx);
}

/** Reads what was told. In: a payload of the channel. Out: the hint; undefined for what no server of ours said. */
export function readHint(payload: string): SpaceHint | undefined {
  const [spaceId, second, version] = payload.split(' ');
  if (spaceId === undefined || second === undefined) return undefined;
  if (version === undefined) return { kind: 'person', spaceId, userId: second };
  return { kind: 'changed', spaceId, epoch: second, version: Number(version) };
}
