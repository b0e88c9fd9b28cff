import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const sources = ['src', 'public', 'index.html', 'vite.config.ts', 'package.json', 'package-lock.json'];
const products = ['dist/app/index.html', 'dist/app/sw.js', 'dist/server/node.js'];
const lock = 'dist/.building';
/** Milliseconds after which a lock belongs to a build that died. */
const patience = 180_000;

/** Builds the app as `npm run build` does, unless what is there is newer than everything it is made of. */
export async function buildApp(): Promise<void> {
  mkdirSync('dist', { recursive: true });
  while (!takeLock()) await pause(500);
  try {
    if (isFresh()) return;
    const vite = ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn'];
    run([...vite]);
    run([...vite, '--ssr', 'src/server/node.ts', '--outDir', 'dist/server']);
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

/** Two test runs at once must not write the same folder. */
function takeLock(): boolean {
  try {
    mkdirSync(lock);
    return true;
  } catch {
    const since = statSync(lock, { throwIfNoEntry: false })?.mtimeMs;
    if (since !== undefined && Date.now() - since > patience) rmSync(lock, { recursive: true, force: true });
    return false;
  }
}

function isFresh(): boolean {
  if (!products.every((file) => existsSync(file))) return false;
  const oldestProduct = Math.min(...products.map((file) => statSync(file).mtimeMs));
  return Math.max(...sources.map(findNewest)) < oldestProduct;
}

function findNewest(path: string): number {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => findNewest(join(path, name))));
}

function run(args: readonly string[]): void {
  // Vitest sets NODE_ENV=test, which would build a development React.
  const env = { ...process.env, NODE_ENV: 'production', VITEST: '' };
  const { status, stderr, stdout } = spawnSync(process.execPath, args, { env, encoding: 'utf8' });
  if (status !== 0) throw new Error(`The build failed:\n${stdout}\n${stderr}`);
}
