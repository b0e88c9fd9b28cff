import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { checkRole, type RoleCheck } from '#server/database/check-role.ts';
import { appRole, createDatabase } from '#server/database/create-database.ts';
import { checkSchema, type MigrationResult, migrate } from '#server/database/migrate.ts';
import { allMigrations } from '#server/database/migrations/all-migrations.ts';
import { textTypes } from '#server/database/pglite-database.ts';
import type { ServerDatabase } from '#server/database/server-database.ts';
import type { ServerTables } from '#server/database/tables.ts';
import { startPostgresListener } from './postgres-listener.ts';

export interface PostgresOptions {
  /** Whom the server signs in as: a member of the role `mlo_app` that owns nothing (`DATABASE_URL`). */
  readonly url: string;
  /** Whom migrations are run as: the owner of the tables. Without it the schema has to be up to date. */
  readonly ownerUrl?: string | undefined;
  /** Whether no older server is left, so that what only they read may be taken away. */
  readonly contract?: boolean;
  /** Most connections at once, beside the one that listens. */
  readonly connections?: number;
}

export type PostgresOpening =
  | { readonly kind: 'open'; readonly database: ServerDatabase; readonly applied: readonly string[] }
  | Exclude<MigrationResult, { readonly kind: 'migrated' }>
  | Exclude<RoleCheck, { readonly kind: 'right' }>
  | { readonly kind: 'unreachable'; readonly reason: string };

/** Milliseconds that work waits for a connection before it is told that the database is busy. */
const patience = 10_000;

/**
 * The server's database on a PostgreSQL of version 15 or later.
 * In: whom to sign in as. Out: the database, with the schema this server knows and under a role that the walls between
 * tenants hold for; or why not. Any number of server processes may do this at once.
 */
export async function openPostgresDatabase(options: PostgresOptions): Promise<PostgresOpening> {
  try {
    return await open(options);
  } catch (error) {
    if (!isUnreachable(error)) throw error;
    return { kind: 'unreachable', reason: error.message || String('code' in error ? error.code : error.name) };
  }
}

async function open({ url, ownerUrl, contract = false, connections = 10 }: PostgresOptions): Promise<PostgresOpening> {
  const schema = ownerUrl === undefined ? undefined : await migrateAs(ownerUrl, contract);
  if (schema !== undefined && schema.kind !== 'migrated') return schema;

  const kysely = connect(url, connections);
  const refusal = await findRefusal(kysely);
  if (refusal) {
    await kysely.destroy();
    return refusal;
  }
  const listener = await startPostgresListener(() => new pg.Client({ connectionString: url, keepAlive: true }));
  const database = createDatabase({ engine: 'postgres', kysely, listen: listener.listen, close: listener.stop });
  return { kind: 'open', database, applied: schema?.applied ?? [] };
}

async function migrateAs(ownerUrl: string, contract: boolean): Promise<MigrationResult> {
  const owner = connect(ownerUrl, 1);
  try {
    return await migrate(owner, allMigrations, { contract });
  } finally {
    await owner.destroy();
  }
}

type Refusal = Exclude<PostgresOpening, { readonly kind: 'open' | 'unreachable' }>;

async function findRefusal(kysely: Kysely<ServerTables>): Promise<Refusal | undefined> {
  const role = await checkRole(kysely, { signsIn: true });
  if (role.kind !== 'right' && role.kind !== 'no-app-role') return role;
  if (role.kind === 'no-app-role') return { kind: 'behind', missing: allMigrations.map(({ name }) => name) };
  const schema = await kysely.transaction().execute(async (tx) => {
    await sql`SELECT set_config('role', ${appRole}, true)`.execute(tx);
    return await checkSchema(tx, allMigrations);
  });
  return schema.kind === 'migrated' ? undefined : schema;
}

function connect(connectionString: string, max: number): Kysely<ServerTables> {
  const pool = new pg.Pool({
    connectionString,
    max,
    application_name: 'lofteskollen',
    connectionTimeoutMillis: patience,
    keepAlive: true,
    types: { getTypeParser },
  });
  // A connection that breaks while nobody uses it is replaced when somebody does; unheard, it would end the process.
  pool.on('error', () => {});
  return new Kysely<ServerTables>({ dialect: new PostgresDialect({ pool }) });
}

const asText = (text: string) => text;
const isText = new Set<number>(textTypes);
const getTypeParser = ((type: number, format?: 'text') =>
  isText.has(type) ? asText : pg.types.getTypeParser(type, format)) as typeof pg.types.getTypeParser;

/** Sign-in refused, no such database, too many connections, or nobody there. */
function isUnreachable(error: unknown): error is Error {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? String(error.code) : '';
  return /^(28|3D000|53300|57P03|08|E[A-Z]+$)/.test(code) || /timeout|terminated/i.test(error.message);
}
