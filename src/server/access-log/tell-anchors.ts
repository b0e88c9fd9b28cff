import { listSpaces } from '#server/database/list-spaces.ts';
import type { ServerDatabase } from '#server/database/server-database.ts';
import type { Log } from '#server/guard/log-line.ts';

/**
 * Tells the last hash of each tenant's log outside of the database (guard T19): whoever changes the log afterwards would
 * have to change this line, too, wherever it was sent. In: the database, and the process's log.
 */
export async function tellAnchors(database: ServerDatabase, log: Log): Promise<void> {
  for (const spaceId of await database.outsideSpaces(listSpaces)) {
    const last = await database.readSpace({ spaceId, userId: '' }, (tx) =>
      tx
        .selectFrom('access_log')
        .select(['n', 'hash'])
        .where('space', '=', spaceId)
        .orderBy('n', 'desc')
        .limit(1)
        .executeTakeFirst(),
    );
    if (last) log({ event: 'access-log-anchor', anchor: `${spaceId}:${last.n}:${last.hash}` });
  }
}
