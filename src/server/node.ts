/** The only file that knows Node: it reads the build from disk and the settings from the environment, and listens. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { serve } from '@hono/node-server';
import { createApp } from './app.ts';
import { messages } from './messages.ts';
import { type BuiltFile, type Compressors, toFileMap } from './static-files.ts';

declare const __APP_VERSION__: string;

const defaultPort = 4173;

const compressors: Compressors = {
  // 9 of 11: the last two steps take ten times as long for two per cent.
  br: (bytes) => new Uint8Array(brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } })),
  gzip: (bytes) => new Uint8Array(gzipSync(bytes, { level: 9 })),
};

start(fileURLToPath(new URL('../app', import.meta.url)), process.env);

function start(folder: string, environment: NodeJS.ProcessEnv) {
  const port = toPort(environment.PORT);
  if (port === undefined) return stopWith(messages.portWrong(environment.PORT ?? ''));
  if (!existsSync(join(folder, 'index.html'))) return stopWith(messages.notBuilt(folder));

  const files = toFileMap(readFiles(folder), compressors);
  const app = createApp({ version: __APP_VERSION__, files, publicHost: environment.PUBLIC_HOST });
  const server = serve({ fetch: app.fetch, port }, (address) =>
    process.stdout.write(`${messages.open(`http://localhost:${address.port}`)}\n`),
  );
  server.on('error', (error: NodeJS.ErrnoException) =>
    stopWith(error.code === 'EADDRINUSE' ? messages.portTaken(port) : messages.failed(error.message)),
  );
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      server.close();
      // Answers under way are finished; connections kept alive for later ones would hold the process for minutes.
      if ('closeIdleConnections' in server) server.closeIdleConnections();
    });
  }
}

function toPort(text: string | undefined): number | undefined {
  if (text === undefined || text === '') return defaultPort;
  const port = Number(text);
  return /^\d+$/.test(text) && port <= 65_535 ? port : undefined;
}

function readFiles(folder: string): readonly BuiltFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => ({
      path: relative(folder, file).split(sep).join('/'),
      bytes: new Uint8Array(readFileSync(file)),
    }));
}

function stopWith(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
  process.exitCode = 1;
}
