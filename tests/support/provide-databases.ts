import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import type { TestProject } from 'vitest/node';
import { createPglite } from '#server/node/open-pglite.ts';
import { createRoles } from './create-postgres-database.ts';
import { startPostgresCluster } from './postgres-cluster.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** PostgreSQL's superuser, or an empty text where there is no PostgreSQL. */
    readonly postgresUrl: string;
    /** File with an empty PGlite, as its `dumpDataDir` wrote it: reading it takes a tenth of making one. */
    readonly pgliteTemplate: string;
    /** Data folder with an empty PGlite: copying it takes a tenth of making one. */
    readonly pgliteFolder: string;
  }
}

/** Once a run: a PostgreSQL, if one can be had, and what PGlite starts from. Each test file makes its own database. */
export async function setup(project: TestProject) {
  const template = await writeTemplate();
  project.provide('pgliteTemplate', template);
  project.provide('pgliteFolder', await writeFolder(template));
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

/** Beside the template, which it is made from. */
async function writeFolder(template: string): Promise<string> {
  const folder = template.replace(/\.tar$/, '');
  if (existsSync(folder)) return folder;
  const draft = `${folder}.${process.pid}`;
  mkdirSync(draft);
  await createPglite(draft, new Blob([new Uint8Array(readFileSync(template))]));
  try {
    renameSync(draft, folder);
  } catch (error) {
    // Another run was quicker.
    if (!existsSync(folder)) throw error;
    rmSync(draft, { recursive: true });
  }
  return folder;
}
