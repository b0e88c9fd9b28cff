import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { buildApp } from './build-app.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the built app is served, without a slash at the end. */
    readonly baseUrl: string;
    readonly chromiumPath: string;
    /** Where the first file that needs the sample year puts what a device has stored with it, for all others of the run. */
    readonly sampleStateFile: string;
  }
}

/** Builds the app once and serves it, through the same server and headers as in production, while the tests run. */
export async function setup(project: TestProject) {
  await buildApp();
  const server = spawn(process.execPath, ['dist/server/node.js'], {
    env: { ...process.env, PORT: '0', MLO_BACKEND: 'off' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [firstLine] = (await Promise.race([once(server.stdout, 'data'), once(server, 'exit')])) as [unknown];
  const baseUrl = /http:\/\/localhost:\d+/.exec(String(firstLine))?.[0];
  if (!baseUrl) throw new Error(`The server did not start: ${firstLine}`);
  project.provide('baseUrl', baseUrl);
  const folder = mkdtempSync(join(tmpdir(), 'lofteskollen-sample-'));
  project.provide('sampleStateFile', join(folder, 'sample-year.json'));

  return async () => {
    server.kill('SIGTERM');
    if (server.exitCode === null) await once(server, 'exit');
    rmSync(folder, { recursive: true, force: true });
  };
}
