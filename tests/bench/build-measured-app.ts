import { spawnSync } from 'node:child_process';

/** Builds the app with `window.__bench`, and the pages of the floors, each into a folder of its own. */
export function buildMeasuredApp(appFolder: string, floorsFolder: string): void {
  build('bench', appFolder);
  build('floors', floorsFolder);
}

/** A build of its own, which takes none of the time of those who do not ask for it. */
export const buildPeers = (folder: string): void => build('peers', folder);

function build(mode: string, folder: string): void {
  const vite = ['node_modules/vite/bin/vite.js', 'build', '--mode', mode, '--outDir', folder, '--logLevel', 'warn'];
  // Vitest sets NODE_ENV=test, which would build a development React.
  const env = { ...process.env, NODE_ENV: 'production', VITEST: '' };
  const { status, stdout, stderr } = spawnSync(process.execPath, [...vite, '--emptyOutDir'], { env, encoding: 'utf8' });
  if (status !== 0) throw new Error(`The measuring build failed:\n${stdout}\n${stderr}`);
}
