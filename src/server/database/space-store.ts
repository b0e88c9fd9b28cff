import { sql } from 'kysely';
import { isId } from '#domain/records/fields.ts';
import type { AttemptedOperation, CountedAttempt, SpaceStore } from '#server/exchange/space-store.ts';
import { lockSpace } from './lock-space.ts';
import { readChanges, readSequence, readSums } from './read-changes.ts';
import { readNames } from './read-names.ts';
import { readErased, readParked, readRows } from './read-rows.ts';
import { createReads, toSpaceState } from './read-space.ts';
import { savePush } from './save-push.ts';
import type { ServerDatabase, SpaceIdentity } from './server-database.ts';

/**
 * The exchange's store in SQL, the same on both engines.
 * In: the database, and the tenant and person of a session. Out: the interface with its docstrings. Every query names its
 * space although the policies do, too: either of them alone must hold (sync 3.5).
 */
export function openSpaceStore(database: ServerDatabase, identity: SpaceIdentity): SpaceStore {
  const { spaceId } = identity;
  return {
    write: (work) =>
      database.inSpace(identity, (tx) =>
        work({
          ...createReads(tx, identity),
          readSpace: async () => toSpaceState(await lockSpace(tx)),
          readRows: (keys) => readRows(tx, spaceId, keys),
          readErased: (keys) => readErased(tx, spaceId, keys),
          readParked: () => readParked(tx, spaceId),
          save: (changes) => savePush(tx, identity, changes),
        }),
      ),
    read: (work) =>
      database.readSpace(identity, (tx) =>
        work({
          ...createReads(tx, identity),
          readChanges: (scopes, limit) => readChanges(tx, spaceId, scopes, limit),
          readSequence: (dev, after, limit) => readSequence(tx, spaceId, dev, after, limit),
          readNames: (userIds) => readNames(tx, identity, userIds),
          readSums: (keys) => readSums(tx, spaceId, keys),
        }),
      ),
    countAttempt: (dev, operations) => countAttempt(database, identity, dev, operations),
    forgetAttempt: async (dev) => {
      await database.inSpace(identity, (tx) =>
        tx
          .updateTable('op_attempt')
          .set({ n: sql<number>`n - 1` })
          .where('space', '=', spaceId)
          .where('dev', '=', dev)
          .where('n', '>', 0)
          .execute(),
      );
    },
  };
}

/** Beside the tenant's lock, so that a push that dies while it holds the lock was counted. */
const countAttempt = (
  database: ServerDatabase,
  identity: SpaceIdentity,
  dev: string,
  operations: readonly AttemptedOperation[],
): Promise<CountedAttempt | undefined> =>
  database.inSpace(identity, async (tx) => {
    // PostgreSQL outlives this process, and the count need outlive no more. The embedded database ends with it.
    if (database.engine === 'postgres') await sql`SET LOCAL synchronous_commit = off`.execute(tx);
    const named = operations.filter(({ id }) => isId(id));
    const { rows } = await sql<CountedAttempt>`
      INSERT INTO op_attempt (space, dev, op_id, n)
      SELECT ${identity.spaceId}, ${dev}, pushed.id, 1
      FROM unnest(${named.map(({ seq }) => String(seq))}::bigint[], ${named.map(({ id }) => id)}::uuid[]) AS pushed (seq, id)
      WHERE pushed.seq > coalesce(
        (SELECT last_seq FROM device WHERE device.space = ${identity.spaceId} AND device.id = ${dev}), 0
      )
      ORDER BY pushed.seq
      LIMIT 1
      ON CONFLICT (space, dev) DO UPDATE SET
        n = CASE WHEN op_attempt.op_id = excluded.op_id THEN op_attempt.n + 1 ELSE 1 END,
        op_id = excluded.op_id
      RETURNING op_id AS id, n AS count
    `.execute(tx);
    return rows[0];
  });
