import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'vite';

/**
 * The server as a process, built as it is for `npm start`, beside an app that is one empty page. In: the folder, inside
 * of the repository, where the packages are found. Out: the path of the script.
 */
export async function buildServerProcess(folder: string): Promise<string> {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { readonly version: string };
  await build({
    configFile: false,
    logLevel: 'error',
    define: { __APP_VERSION__: JSON.stringify(version) },
    ssr: { noExternal: true, external: ['@electric-sql/pglite', 'pg'] },
    build: { ssr: 'src/server/node.ts', outDir: join(folder, 'server'), copyPublicDir: false, emptyOutDir: true },
  });
  mkdirSync(join(folder, 'app'), { recursive: true });
  writeFileSync(join(folder, 'app', 'index.html'), '<!doctype html><title>app</title>');
  return resolve(folder, 'server', 'node.js');
}
