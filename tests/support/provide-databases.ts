import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { startPostgresCluster } from './postgres-cluster.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** PostgreSQL's superuser, or an empty text where there is no PostgreSQL. */
    readonly postgresUrl: string;
    /** File with an empty PGlite, as its `dumpDataDir` wrote it: reading it takes a tenth of making one. */
    readonly pgliteTemplate: string;
  }
}

/** Once a run: a PostgreSQL, if one can be had, and what PGlite starts from. Each test file makes its own database. */
export async function setup(project: TestProject) {
  project.provide('pgliteTemplate', await writeTemplate());
  const cluster = await startPostgresCluster();
  project.provide('postgresUrl', cluster?.url ?? '');
  if (cluster) await createRoles(cluster.url);
  return () => cluster?.stop();
}

async function writeTemplate(): Promise<string> {
  const { version } = JSON.parse(readFileSync('node_modules/@electric-sql/pglite/package.json', 'utf8'));
  const folder = 'node_modules/.cache';
  const file = join(folder, `pglite-${version}.tar`);
  if (existsSync(file)) return file;
  const pglite = await PGlite.create();
  const dump = await pglite.dumpDataDir('none');
  await pglite.close();
  mkdirSync(folder, { recursive: true });
  // Two runs at once may both get here; either file will do, but not half of one.
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, new Uint8Array(await dump.arrayBuffer()));
  renameSync(draft, file);
  return file;
}

/** As an administrator would: an owner for the tables, and for the server somebody who has no rights but to become `mlo_app`. */
async function createRoles(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  for (const statement of [
    'CREATE ROLE mlo_app NOLOGIN',
    "CREATE ROLE mlo_owner LOGIN PASSWORD 'test'",
    "CREATE ROLE mlo_server LOGIN NOINHERIT PASSWORD 'test' IN ROLE mlo_app",
  ]) {
    await client.query(statement).catch((error: pg.DatabaseError) => {
      // A given server may have them from an earlier run.
      if (error.code !== '42710') throw error;
    });
  }
  await client.end();
}
