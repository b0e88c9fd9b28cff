import { readFileSync } from 'node:fs';
import { PGlite } from '@electric-sql/pglite';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { inject } from 'vitest';
import { openPgliteDatabase, pgliteParsers } from '#server/database/pglite-database.ts';
import { createPglitePool } from '#server/database/pglite-pool.ts';
import type { ServerDatabase } from '#server/database/server-database.ts';
import type { ServerTables } from '#server/database/tables.ts';
import { connectOwner } from '#server/node/connect-owner.ts';
import { openPostgresDatabase } from '#server/node/postgres-database.ts';
import { createPostgresDatabase } from './create-postgres-database.ts';

export type EngineName = ServerDatabase['engine'];

/** The engines of this run: `describe.each(engines)('… on %s', (engine) => …)`. PGlite always is one of them. */
export const engines: readonly EngineName[] = inject('postgresUrl') === '' ? ['pglite'] : ['pglite', 'postgres'];

export interface TestDatabase {
  readonly database: ServerDatabase;
  /**
   * Plain SQL as the superuser, whom no policy binds: for looking at what really is there. Without parameters it may be
   * several statements.
   */
  readonly look: (
    text: string,
    parameters?: readonly unknown[],
  ) => Promise<readonly Readonly<Record<string, unknown>>[]>;
  /** As the owner of the tables, for what no request may do. On PGlite only while nobody else asks anything. */
  readonly owner: Kysely<ServerTables>;
  /** Addresses of this database by role, on PostgreSQL; empty texts on PGlite. */
  readonly urls: { readonly superuser: string; readonly owner: string; readonly server: string };
  /** Closes the database and throws it away. */
  readonly drop: () => Promise<void>;
}

/** A database of its own, empty and with the newest schema. In: an engine of this run. */
export const openTestDatabase = (engine: EngineName): Promise<TestDatabase> =>
  engine === 'pglite' ? openOnPglite() : openOnPostgres();

/** PGlite in memory, before any of our tables: 0.4 s instead of 4. */
export const createEmptyPglite = (): Promise<PGlite> =>
  PGlite.create({
    loadDataDir: new Blob([new Uint8Array(readFileSync(inject('pgliteTemplate')))]),
    parsers: pgliteParsers,
  });

async function openOnPglite(): Promise<TestDatabase> {
  const pglite = await createEmptyPglite();
  const opening = await openPgliteDatabase(pglite);
  if (opening.kind !== 'open') throw new Error(`The database did not open: ${opening.kind}`);
  return {
    database: opening.database,
    look: async (text, parameters = []) => {
      const results = parameters.length > 0 ? [await pglite.query(text, [...parameters])] : await pglite.exec(text);
      return (results.at(-1)?.rows ?? []) as readonly Record<string, unknown>[];
    },
    owner: new Kysely<ServerTables>({ dialect: new PostgresDialect({ pool: createPglitePool(pglite) }) }),
    urls: { superuser: '', owner: '', server: '' },
    drop: opening.database.close,
  };
}

async function openOnPostgres(): Promise<TestDatabase> {
  const empty = await createEmptyPostgres();
  const opening = await openPostgresDatabase({ url: empty.urls.server, ownerUrl: empty.urls.owner });
  if (opening.kind !== 'open') throw new Error(`The database did not open: ${JSON.stringify(opening)}`);
  const { database } = opening;
  const owner = connectOwner(empty.urls.owner);
  return {
    ...empty,
    database,
    owner,
    drop: async () => {
      await database.close();
      await owner.destroy();
      await empty.drop();
    },
  };
}

/** A PostgreSQL database without any of our tables, which `mlo_owner` owns. */
export async function createEmptyPostgres(): Promise<Omit<TestDatabase, 'database' | 'owner'>> {
  const { urls, drop } = await createPostgresDatabase(inject('postgresUrl'));
  const superuser = new pg.Client({ connectionString: urls.superuser });
  await superuser.connect();
  return {
    urls,
    look: async (text, parameters = []) => {
      const results: pg.QueryResult | pg.QueryResult[] = await superuser.query(text, [...parameters]);
      return (Array.isArray(results) ? results.at(-1) : results)?.rows ?? [];
    },
    drop: async () => {
      await superuser.end();
      await drop();
    },
  };
}
