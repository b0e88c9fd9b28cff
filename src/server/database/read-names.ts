import { sql } from 'kysely';
import { toIds } from './read-space.ts';
import type { SpaceIdentity, Tx } from './server-database.ts';

/** In: a transaction in the tenant, and ids of people. Out: the names that others see, also of accounts that have ended. */
export async function readNames(
  tx: Tx,
  { spaceId }: SpaceIdentity,
  userIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (userIds.length === 0) return new Map();
  const rows = await tx
    .selectFrom('account')
    .select(['id', 'name'])
    .where('space', '=', spaceId)
    .where('id', '=', sql<string>`ANY(${toIds(userIds)})`)
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}
