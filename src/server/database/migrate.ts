import { type Kysely, sql } from 'kysely';
import type { Migration } from './migrations/all-migrations.ts';
import type { ServerTables } from './tables.ts';

/**
 * `migrated`: the schema is the one this server knows; `applied` were run now, `waiting` are contract steps left for
 * later. `newer`: a later version of the server has been here. `changed`: a step on record is not the step in our hands.
 * `behind`: something is missing, and nothing may be run here.
 */
export type MigrationResult =
  | { readonly kind: 'migrated'; readonly applied: readonly string[]; readonly waiting: readonly string[] }
  | { readonly kind: 'newer'; readonly name: string }
  | { readonly kind: 'changed'; readonly name: string }
  | { readonly kind: 'behind'; readonly missing: readonly string[] };

interface MigrationOptions {
  /** Whether older servers are all gone, so that what only they need may be taken away. */
  readonly contract?: boolean;
}

interface RecordedStep {
  readonly id: number;
  readonly name: string;
  readonly checksum: string;
}

/** Held while migrating: any number of servers may start at once beside one PostgreSQL. */
const migrationLock = 7_110_001;

/**
 * Brings the schema up to date, step by step, each in one transaction together with its record.
 * In: a connection as the owner of the tables, and all steps in their order. Out: what was done, or why nothing was.
 * Rejects with the database's error if a step fails; the steps before it stay.
 */
export async function migrate(
  owner: Kysely<ServerTables>,
  migrations: readonly Migration[],
  { contract = false }: MigrationOptions = {},
): Promise<MigrationResult> {
  await sql`
    CREATE TABLE IF NOT EXISTS migration (
      id integer PRIMARY KEY,
      name text NOT NULL,
      checksum text NOT NULL,
      applied_at timestamptz NOT NULL DEFAULT now()
    )
  `.execute(owner);
  const applied: string[] = [];
  for (;;) {
    const step = await applyNext(owner, migrations, contract);
    if (step.kind !== 'applied')
      return step.kind === 'done' ? { kind: 'migrated', applied, waiting: step.waiting } : step;
    applied.push(step.name);
  }
}

/**
 * Compares the schema with what this server knows, and changes nothing.
 * In: a connection that may read the table `migration`. Out: as {@link migrate}, with `behind` for what is missing.
 */
export async function checkSchema(
  database: Kysely<ServerTables>,
  migrations: readonly Migration[],
): Promise<MigrationResult> {
  const { rows } = await sql<{ readonly found: string | null }>`SELECT to_regclass('migration') AS found`.execute(
    database,
  );
  const recorded = rows[0]?.found ? await readRecorded(database) : [];
  const trouble = await findTrouble(recorded, migrations);
  if (trouble) return trouble;
  const pending = listPending(recorded, migrations);
  const missing = pending.filter(({ phase }) => phase !== 'contract').map(({ name }) => name);
  if (missing.length > 0) return { kind: 'behind', missing };
  return { kind: 'migrated', applied: [], waiting: pending.map(({ name }) => name) };
}

type Step =
  | { readonly kind: 'applied'; readonly name: string }
  | { readonly kind: 'done'; readonly waiting: readonly string[] }
  | Exclude<MigrationResult, { readonly kind: 'migrated' }>;

const applyNext = (owner: Kysely<ServerTables>, migrations: readonly Migration[], contract: boolean): Promise<Step> =>
  owner.transaction().execute(async (tx): Promise<Step> => {
    // What is on record is read under the lock: another server may have run the same step just now.
    await sql`SELECT pg_advisory_xact_lock(${migrationLock})`.execute(tx);
    const recorded = await readRecorded(tx);
    const trouble = await findTrouble(recorded, migrations);
    if (trouble) return trouble;
    const pending = listPending(recorded, migrations);
    const next = pending.find(({ phase }) => contract || phase !== 'contract');
    if (!next) return { kind: 'done', waiting: pending.map(({ name }) => name) };
    await sql.raw(next.sql).execute(tx);
    const checksum = await toChecksum(next.sql);
    await sql`INSERT INTO migration (id, name, checksum) VALUES (${next.id}, ${next.name}, ${checksum})`.execute(tx);
    return { kind: 'applied', name: next.name };
  });

async function readRecorded(database: Kysely<ServerTables>): Promise<readonly RecordedStep[]> {
  const { rows } = await sql<RecordedStep>`SELECT id, name, checksum FROM migration ORDER BY id`.execute(database);
  return rows;
}

const listPending = (recorded: readonly RecordedStep[], migrations: readonly Migration[]): readonly Migration[] => {
  const done = new Set(recorded.map(({ id }) => id));
  return migrations.filter(({ id }) => !done.has(id));
};

async function findTrouble(
  recorded: readonly RecordedStep[],
  migrations: readonly Migration[],
): Promise<{ readonly kind: 'newer' | 'changed'; readonly name: string } | undefined> {
  for (const { id, name, checksum } of recorded) {
    const known = migrations.find((migration) => migration.id === id);
    if (!known) return { kind: 'newer', name };
    if ((await toChecksum(known.sql)) !== checksum) return { kind: 'changed', name };
  }
  return undefined;
}

/** SHA-256 in hexadecimal. Line ends do not count: Git on Windows may change them. */
async function toChecksum(text: string): Promise<string> {
  const bytes = new TextEncoder().encode(text.replaceAll('\r\n', '\n'));
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
