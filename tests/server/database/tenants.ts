import { randomUUID } from 'node:crypto';
import type { ServerDatabase, SpaceIdentity } from '#server/database/server-database.ts';

/** A tenant with one promise row, and somebody who may see it. */
export interface Tenant extends SpaceIdentity {
  readonly scope: string;
}

export async function createTenant(database: ServerDatabase): Promise<Tenant> {
  const [spaceId, userId, scope] = [randomUUID(), randomUUID(), randomUUID()];
  await database.inSpace({ spaceId, userId }, async (tx) => {
    await tx.insertInto('space').values({ id: spaceId, epoch: randomUUID() }).execute();
    await tx
      .insertInto('member')
      .values({ space: spaceId, user_id: userId, scope, role: 'editor', lens: 'full', version: 1 })
      .execute();
    await tx
      .insertInto('record')
      .values({ space: spaceId, tbl: 'promises', id: scope, scope, version: 1, fields: '{"title":"A"}' })
      .execute();
  });
  return { spaceId, userId, scope };
}
