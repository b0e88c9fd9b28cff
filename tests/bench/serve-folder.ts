import { serve } from '@hono/node-server';
import { createApp } from '#server/app.ts';
import { readFolder } from '#server/node/read-built-app.ts';

export interface Served {
  readonly port: number;
  readonly close: () => void;
}

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
