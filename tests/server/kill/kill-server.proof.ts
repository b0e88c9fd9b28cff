/**
 * `npm run proof:kill -- --engine pglite|postgres --kills N [--seed S] [--minutes M]` kills the real server, and compares.
 * With `--browser` it is the browser that is killed while it saves and shares.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { killBrowser } from '#tests/browser/kill/kill-browser.ts';
import { buildApp } from '#tests/support/build-app.ts';
import { buildServerProcess } from '#tests/support/build-server-process.ts';
import { createPostgresDatabase, createRoles } from '#tests/support/create-postgres-database.ts';
import { findBrowser } from '#tests/support/find-browser.ts';
import { startPostgresCluster } from '#tests/support/postgres-cluster.ts';
import type { Settings } from '#tests/support/server-process.ts';
import type { Look } from './check-contents.ts';
import { lookIntoFolder, lookIntoPostgres } from './look-into.ts';
import { type KillOptions, type KillReport, runKills } from './run-kills.ts';

type Shared = Omit<KillOptions, 'script'>;

interface Ground {
  readonly settings: Settings;
  readonly look: Look;
  readonly remove: () => unknown;
}

const { values } = parseArgs({
  options: {
    browser: { type: 'boolean', default: false },
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
  await createRoles(cluster.url);
  const { urls } = await createPostgresDatabase(cluster.url);
  return {
    settings: { DATABASE_URL: urls.server, DATABASE_OWNER_URL: urls.owner, MLO_KEY: 'k'.repeat(43) },
    look: lookIntoPostgres(urls.superuser),
    remove: () => cluster.stop(),
  };
}

async function killServer(shared: Shared): Promise<KillReport> {
  const script = await buildServerProcess(`dist/proof-kill-${values.engine}`);
  return runKills({ ...shared, script });
}

async function killBrowserOnly(shared: Shared): Promise<KillReport> {
  await buildApp();
  const profile = mkdtempSync(join(tmpdir(), 'killed-profile-'));
  try {
    return await killBrowser({ ...shared, profile, executablePath: await findBrowser() });
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

const ground = values.engine === 'postgres' ? await openPostgres() : openFolder();
const end = Date.now() + Number(values.minutes) * 60_000;
try {
  const onKill = (count: number) => {
    if (count % 25 === 0) say(`${count} kills`);
    return Date.now() > end;
  };
  const { settings, look } = ground;
  const shared: Shared = { settings, look, onKill, kills: Number(values.kills), seed: Number(values.seed) };
  const report = await (values.browser ? killBrowserOnly(shared) : killServer(shared));
  const { acknowledged, kills, restart, violations } = report;
  const times = `restart median ${Math.round(restart.median)} ms, longest ${Math.round(restart.longest)} ms`;
  say(`${values.browser ? 'browser' : values.engine}: ${kills} kills, ${acknowledged} acknowledged, ${times}`);
  for (const violation of violations) say(violation);
  say(violations.length === 0 ? 'Nothing was lost or doubled.' : `${violations.length} violations.`);
  process.exitCode = violations.length === 0 ? 0 : 1;
} finally {
  await ground.remove();
}
