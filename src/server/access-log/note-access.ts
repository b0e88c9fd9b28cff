import { sql } from 'kysely';
import type { AccessEvent } from '#protocol/access-log.ts';
import { lockSpace } from '#server/database/lock-space.ts';
import type { ServerDatabase, SpaceIdentity, Tx } from '#server/database/server-database.ts';

/** One thing to be told in the log. `facts`: names and numbers, never what stands in a record. */
export interface AccessNote {
  readonly event: AccessEvent;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** The person it is done to. */
  readonly about?: string;
  readonly facts?: Readonly<Record<string, unknown>>;
}

/**
 * Adds a row to the tenant's log (guard T19): number and hash are the database's. In: a transaction that holds the
 * tenant's lock, whose deed it is (an empty id: nobody's who has an account), and what. If the transaction is rolled
 * back, neither the deed nor the row is there.
 */
export async function noteAccess(tx: Tx, { spaceId, userId }: SpaceIdentity, note: AccessNote): Promise<void> {
  const { at, event, about, facts = {} } = note;
  await tx
    .insertInto('access_log')
    .values({
      ...{ space: spaceId, at, event, about: about ?? null },
      who: userId === '' ? null : userId,
      facts: JSON.stringify(facts),
    })
    .execute();
}

/** The same in a transaction of its own: for what changes nothing else. Resolves when it is stored. */
export const noteAccessAlone = (database: ServerDatabase, identity: SpaceIdentity, note: AccessNote): Promise<void> =>
  database.inSpace(identity, async (tx) => {
    await lockSpace(tx);
    await noteAccess(tx, identity, note);
  });

/**
 * The same by whoever runs the server. In: a transaction of the owner in the tenant. A copy that was brought back may be
 * older than the log; then there is nowhere to write.
 */
export async function noteByOperator(tx: Tx, spaceId: string, note: AccessNote): Promise<void> {
  const { rows } = await sql<{ readonly found: string | null }>`SELECT to_regclass('access_log') AS found`.execute(tx);
  if (rows[0]?.found) await noteAccess(tx, { spaceId, userId: '' }, note);
}
