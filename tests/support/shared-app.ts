/** The built app and the whole server behind it, on an embedded database in memory and a port of its own. */
import { randomBytes } from 'node:crypto';
import { createApp } from '#server/app.ts';
import { openPgliteDatabase } from '#server/database/pglite-database.ts';
import { createExchangeService } from '#server/exchange/exchange-service.ts';
import { type Answer, listen } from '#server/node/listen.ts';
import { readBuiltApp } from '#server/node/read-built-app.ts';
import { createScrypt } from '#server/node/scrypt.ts';
import { createPeople } from '#server/people/people.ts';
import { createSetUpLink } from '#server/people/set-up.ts';
import type { SignInProvider } from '#server/people/sign-in-provider.ts';
import { createEmptyPglite } from './server-databases.ts';

export interface SharedApp {
  readonly baseUrl: string;
  /** Where the first administrator comes in, with the secret behind the `#`. */
  readonly setUpLink: string;
  /** Plain SQL, whom no policy binds. */
  readonly look: (text: string, parameters?: readonly unknown[]) => Promise<readonly unknown[]>;
  readonly close: () => Promise<void>;
}

/** In: the providers that are offered, made once the address is known. Out: where it is open. */
export async function openSharedApp(
  toProviders: (baseUrl: string) => readonly SignInProvider[] | Promise<readonly SignInProvider[]> = () => [],
): Promise<SharedApp> {
  const pglite = await createEmptyPglite();
  const opening = await openPgliteDatabase(pglite);
  if (opening.kind !== 'open') throw new Error(`The database did not open: ${opening.kind}`);
  const { database } = opening;
  let answer: Answer = () => new Response();
  const listening = await listen((...request) => answer(...request), 0, undefined);
  if (listening.kind !== 'listening') throw listening.error;
  const baseUrl = `http://localhost:${listening.port}`;
  const people = createPeople({
    database,
    providers: await toProviders(baseUrl),
    costLog2: 4,
    ports: {
      now: Date.now,
      randomBytes: (count) => new Uint8Array(randomBytes(count)),
      scrypt: createScrypt({ running: 2, waiting: 1000 }),
      log: () => undefined,
    },
  });
  const exchange = createExchangeService({ people, receiptKey: new Uint8Array(randomBytes(32)) });
  const files = readBuiltApp('dist/app');
  const app = createApp({ version: '1.2.3', exchange, ...(files && { files }) });
  answer = (request, peer) => app.fetch(request, peer);
  return {
    baseUrl,
    setUpLink: (await createSetUpLink(people, baseUrl)) ?? '',
    look: async (text, parameters = []) => (await pglite.query(text, [...parameters])).rows,
    close: async () => {
      exchange.streams.close();
      await listening.stop();
      await database.close();
    },
  };
}
