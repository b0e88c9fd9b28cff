import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { serve } from '@hono/node-server';
import { createApp } from '#server/app.ts';
import { type BuiltFile, type FileMap, toFileMap } from '#server/static-files.ts';

export interface Served {
  readonly port: number;
  readonly close: () => void;
}

/** A build in memory, compressed as the real server does it. */
export const readFolder = (folder: string): FileMap =>
  toFileMap(readFiles(folder), {
    br: (bytes) => new Uint8Array(brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } })),
    gzip: (bytes) => new Uint8Array(gzipSync(bytes, { level: 9 })),
  });

/** Serves a build through the real server, with its headers and compression. Port 0 takes a free one. */
export function serveFolder(folder: string, port: number): Promise<Served> {
  const files = readFolder(folder);
  const app = createApp({ version: 'bench', files });
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, port }, (address) =>
      resolve({ port: address.port, close: () => server.close() }),
    );
    server.on('error', reject);
  });
}

const readFiles = (folder: string): readonly BuiltFile[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => ({ path: relative(folder, file).split(sep).join('/'), bytes: new Uint8Array(readFileSync(file)) }));
