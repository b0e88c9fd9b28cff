import type { PGlite } from '@electric-sql/pglite';
import { Kysely, PostgresDialect, sql } from 'kysely';
import { checkRole, type RoleCheck } from './check-role.ts';
import { createDatabase } from './create-database.ts';
import { readHint, spaceChannel } from './lock-space.ts';
import { type MigrationResult, migrate } from './migrate.ts';
import { allMigrations } from './migrations/all-migrations.ts';
import { type AssertSound, createPglitePool } from './pglite-pool.ts';
import { planOnce } from './pglite-statements.ts';
import type { ServerDatabase, SpaceHint } from './server-database.ts';
import type { ServerTables } from './tables.ts';

/** Object ids of the types that both engines hand out as text: int8, date, timestamp, timestamptz, numeric. */
export const textTypes = [20, 1082, 1114, 1184, 1700] as const;

/** Parsers to open PGlite with, so that it answers as PostgreSQL does. */
export const pgliteParsers: Readonly<Record<number, (text: string) => string>> = Object.fromEntries(
  textTypes.map((type) => [type, (text: string) => text]),
);

export type PgliteOpening =
  | { readonly kind: 'open'; readonly database: ServerDatabase; readonly applied: readonly string[] }
  | Exclude<MigrationResult, { readonly kind: 'migrated' }>
  | Exclude<RoleCheck, { readonly kind: 'right' }>;

/**
 * The server's database on an embedded one that is open already, in memory or on disk.
 * In: PGlite, opened with {@link pgliteParsers}. Out: the database, its schema brought up to date; or why not. PGlite is
 * closed with the database; when it is refused, that is left to the caller. `assertSound` watches over files on a disk.
 */
export async function openPgliteDatabase(pglite: PGlite, assertSound?: AssertSound): Promise<PgliteOpening> {
  const kysely = new Kysely<ServerTables>({
    dialect: new PostgresDialect({ pool: createPglitePool(pglite, assertSound) }),
  });
  // Nobody else can reach this database, so nothing older can still be running on it.
  const schema = await migrate(kysely, allMigrations, { contract: true });
  if (schema.kind !== 'migrated') return schema;
  const role = await checkRole(kysely, { signsIn: false });
  if (role.kind !== 'right') return role;
  await planOnce(pglite);
  await sql.raw(`LISTEN ${spaceChannel}`).execute(kysely);
  const listen = (handler: (hint: SpaceHint) => void) =>
    pglite.onNotification((channel, payload) => {
      const hint = channel === spaceChannel ? readHint(payload) : undefined;
      if (hint) handler(hint);
    });
  const database = createDatabase({ engine: 'pglite', kysely, listen, close: () => pglite.close() });
  return { kind: 'open', database, applied: schema.applied };
}
