import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { ServerTables } from '#server/database/tables.ts';

/** PostgreSQL as the owner of the tables (`DATABASE_OWNER_URL`), for a command. In: the address. Whoever asks destroys it. */
export const connectOwner = (connectionString: string): Kysely<ServerTables> =>
  new Kysely<ServerTables>({ dialect: new PostgresDialect({ pool: new pg.Pool({ connectionString, max: 1 }) }) });
