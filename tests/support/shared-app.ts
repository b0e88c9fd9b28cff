import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { PGlite } from '@electric-sql/pglite';
import { serve } from '@hono/node-server';
import { createApp } from '#server/app.ts';
import { openPgliteDatabase, pgliteParsers } from '#server/database/pglite-database.ts';
import { createScrypt } from '#server/node/scrypt.ts';
import { createPeople } from '#server/people/people.ts';
import { createSetUpLink } from '#server/people/set-up.ts';
import type { SignInProvider } from '#server/people/sign-in-provider.ts';
import { type BuiltFile, type Compressors, toFileMap } from '#server/static-files.ts';

const builtApp = 'dist/app';
const compressors: Compressors = {
  br: (bytes) => new Uint8Array(brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } })),
  gzip: (bytes) => new Uint8Array(gzipSync(bytes, { level: 1 })),
};

export interface SharedApp {
  readonly baseUrl: string;
  /** Where the first administrator comes in, with the secret behind the `#`. */
  readonly setUpLink: string;
  /** Plain SQL, whom no policy binds. */
  readonly look: (text: string, parameters?: readonly unknown[]) => Promise<readonly unknown[]>;
  readonly close: () => Promise<void>;
}

/**
 * The built app and the server that people sign in to, on an empty embedded database in memory. In: the providers that
 * are offered, made once the address is known. Out: where it is open.
 */
export async function openSharedApp(
  toProviders: (baseUrl: string) => readonly SignInProvider[] | Promise<readonly SignInProvider[]> = () => [],
): Promise<SharedApp> {
  const pglite = await PGlite.create({ parsers: pgliteParsers });
  const opening = await openPgliteDatabase(pglite);
  if (opening.kind !== 'open') throw new Error(`The database did not open: ${opening.kind}`);
  const { database } = opening;
  const files = toFileMap(readFiles(builtApp), compressors);
  let answer: (request: Request, peer: string | undefined) => Response | Promise<Response> = () => new Response();
  const server = serve({
    port: 0,
    fetch: (request, env) => answer(request, env.incoming?.socket.remoteAddress),
  });
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  const baseUrl = `http://localhost:${typeof address === 'object' ? address?.port : ''}`;
  const people = createPeople({
    database,
    providers: await toProviders(baseUrl),
    costLog2: 4,
    ports: {
      now: Date.now,
      randomBytes: (count) => new Uint8Array(randomBytes(count)),
      scrypt: createScrypt({ running: 2, waiting: 100 }),
      log: () => undefined,
    },
  });
  const app = createApp({ version: '1.2.3', files, people });
  answer = (request, peer) => app.fetch(request, { peer });
  return {
    baseUrl,
    setUpLink: (await createSetUpLink(people, baseUrl)) ?? '',
    look: async (text, parameters = []) => (await pglite.query(text, [...parameters])).rows,
    close: async () => {
      await new Promise((resolve) => server.close(resolve));
      await database.close();
    },
  };
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
