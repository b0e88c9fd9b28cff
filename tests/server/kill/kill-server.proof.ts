/** `npm run proof:kill -- --engine pglite|postgres --kills N [--seed S] [--minutes M]`: kills the real server, and compares. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { buildServerProcess } from '#tests/support/build-server-process.ts';
import { startPostgresCluster } from '#tests/support/postgres-cluster.ts';
import type { Settings } from '#tests/support/server-process.ts';
import type { Look } from './check-contents.ts';
import { lookIntoFolder, lookIntoPostgres } from './look-into.ts';
import { runKills } from './run-kills.ts';

interface Ground {
  readonly settings: Settings;
  readonly look: Look;
  readonly remove: () => unknown;
}

const { values } = parseArgs({
  options: {
    engine: { type: 'string', default: 'pglite' },
    kills: { type: 'string', default: '500' },
    seed: { type: 'string', default: '1' },
    minutes: { type: 'string', default: '600' },
  },
});
const say = (line: string) => process.stdout.write(`${line}\n`);

function openFolder(): Ground {
  const folder = mkdtempSync(join(tmpdir(), 'killed-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  return { settings: { MLO_DATA: folder }, look: lookIntoFolder(folder), remove };
}

async function openPostgres(): Promise<Ground> {
  const cluster = await startPostgresCluster();
  if (!cluster) throw new Error('There is no PostgreSQL on this machine');
  const name = `killed_${process.pid}`;
  await run(cluster.url, [
    'CREATE ROLE mlo_app NOLOGIN',
    "CREATE ROLE mlo_owner LOGIN PASSWORD 'test'",
    "CREATE ROLE mlo_server LOGIN NOINHERIT PASSWORD 'test' IN ROLE mlo_app",
    `CREATE DATABASE ${name} OWNER mlo_owner`,
  ]);
  const toUrl = (role: string) => Object.assign(new URL(cluster.url), { pathname: `/${name}`, username: role }).href;
  return {
    settings: {
      DATABASE_URL: toUrl('mlo_server'),
      DATABASE_OWNER_URL: toUrl('mlo_owner'),
      MLO_KEY: 'k'.repeat(43),
    },
    look: lookIntoPostgres(toUrl('postgres')),
    remove: () => cluster.stop(),
  };
}

async function run(connectionString: string, statements: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  for (const statement of statements) await client.query(statement);
  await client.end();
}

const script = await buildServerProcess(`dist/proof-kill-${values.engine}`);
const ground = values.engine === 'postgres' ? await openPostgres() : openFolder();
try {
  const { settings, look } = ground;
  const end = Date.now() + Number(values.minutes) * 60_000;
  const onKill = (count: number) => {
    if (count % 25 === 0) say(`${count} kills`);
    return Date.now() > end;
  };
  const report = await runKills({
    script,
    settings,
    look,
    onKill,
    kills: Number(values.kills),
    seed: Number(values.seed),
  });
  const { acknowledged, kills, restart, violations } = report;
  const times = `restart median ${Math.round(restart.median)} ms, longest ${Math.round(restart.longest)} ms`;
  say(`${values.engine}: ${kills} kills, ${acknowledged} operations acknowledged, ${times}`);
  for (const violation of violations) say(violation);
  say(violations.length === 0 ? 'Nothing was lost or doubled.' : `${violations.length} violations.`);
  process.exitCode = violations.length === 0 ? 0 : 1;
} finally {
  await ground.remove();
}
