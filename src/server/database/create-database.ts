import { type Kysely, sql } from 'kysely';
import type { ServerDatabase, SpaceHint, Tx } from './server-database.ts';
import type { ServerTables } from './tables.ts';

/** The role that requests work in (migration 1): it owns nothing and no policy lets it through. */
export const appRole = 'mlo_app';
/** How long a lock is waited for, and how long one statement may take (sync 2.7). */
const patience = { lock: '2s', statement: '5s' } as const;

interface DatabaseParts {
  readonly engine: ServerDatabase['engine'];
  /** Connected as somebody who may become {@link appRole}. */
  readonly kysely: Kysely<ServerTables>;
  readonly listen: (handler: (hint: SpaceHint) => void) => () => void;
  /** Closes what lies behind `kysely`, after it. */
  readonly close: () => Promise<void>;
}

interface Setting {
  readonly spaceId: string;
  readonly userId: string;
  /** What may be seen of `record`: the whole space, the scopes of the user, or what is published. */
  readonly reach: 'space' | 'member' | 'public';
}

/** One database out of its parts, the same for every engine. In: the parts. Out: the interface with its docstrings. */
export function createDatabase({ engine, kysely, listen, close }: DatabaseParts): ServerDatabase {
  return {
    engine,
    inSpace: (identity, work) =>
      kysely.transaction().execute(async (tx) => {
        await enter(tx, { ...identity, reach: 'space' });
        return await work(tx);
      }),
    readSpace: (identity, work) =>
      kysely
        .transaction()
        .setIsolationLevel('repeatable read')
        .setAccessMode('read only')
        .execute(async (tx) => {
          await enter(tx, { ...identity, reach: 'member' });
          return await work(tx);
        }),
    outsideSpaces: (work, userId = '') =>
      kysely.transaction().execute(async (tx) => {
        await enter(tx, { spaceId: '', userId, reach: 'member' });
        return await work(tx);
      }),
    readPublished: (work) =>
      kysely
        .transaction()
        .setAccessMode('read only')
        .execute(async (tx) => {
          await enter(tx, { spaceId: '', userId: '', reach: 'public' });
          return await work(tx);
        }),
    listen,
    close: async () => {
      await kysely.destroy();
      await close();
    },
  };
}

/** `SET LOCAL` for all of it at once: with the transaction, every setting is gone from the connection. */
async function enter(tx: Tx, { spaceId, userId, reach }: Setting): Promise<void> {
  await sql`
    SELECT
      set_config('role', ${appRole}, true),
      set_config('timezone', 'UTC', true),
      set_config('app.space', ${spaceId}, true),
      set_config('app.user', ${userId}, true),
      set_config('app.reach', ${reach}, true),
      set_config('lock_timeout', ${patience.lock}, true),
      set_config('statement_timeout', ${patience.statement}, true)
  `.execute(tx);
}
