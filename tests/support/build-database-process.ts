import { resolve } from 'node:path';
import { build } from 'vite';

/** Node cannot run TypeScript itself: the process is built like the server. Out: the path of a script. */
export async function buildDatabaseProcess(): Promise<string> {
  // Inside the repository, so that it finds the packages, which stay outside of it.
  const outDir = 'dist/database-process';
  await build({
    configFile: false,
    logLevel: 'error',
    build: { ssr: 'tests/support/database-process.ts', outDir, copyPublicDir: false },
  });
  return resolve(outDir, 'database-process.js');
}
