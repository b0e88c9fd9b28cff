import { PGlite } from '@electric-sql/pglite';
import { createApp } from '#server/app.ts';
import { openPgliteDatabase, pgliteParsers } from '#server/database/pglite-database.ts';
import type { ServerDatabase, SpaceIdentity } from '#server/database/server-database.ts';
import { createExchangeService } from '#server/exchange/exchange-service.ts';
import { createAccount } from '#server/people/accounts.ts';
import { saveMemberships } from '#server/people/memberships.ts';
import { createPeople, type People } from '#server/people/people.ts';
import { startSession } from '#server/people/sessions.ts';
import { createMockBrowser } from './mock-browser.ts';
import { mockPorts } from './mock-ports.ts';

export interface MockServer {
  readonly database: ServerDatabase;
  /** The administrator who is signed in, and the space. */
  readonly identity: SpaceIdentity;
  readonly answer: (request: Request) => Promise<Response>;
  readonly close: () => Promise<void>;
}

interface MockOptions {
  readonly personName?: string;
  readonly now?: () => number;
  readonly database?: ServerDatabase;
}

/**
 * The real server with everything it has, on a database in memory, with one space whose administrator is signed in.
 * In: the name of that person, another clock, and an empty database in place of the one in memory. Out: what answers
 * requests, and lets go of the database: what was stored in memory is gone then.
 */
export async function openMockServer({
  personName = 'Kim',
  now = mockPorts.now,
  ...given
}: MockOptions = {}): Promise<MockServer> {
  const database = given.database ?? (await openInMemory());
  const people = createPeople({ database, ports: { ...mockPorts, now } });
  const exchange = createExchangeService({ people, receiptKey: mockPorts.randomBytes(32) });
  const app = createApp({ version: 'mocks', exchange });
  const start = (identity: SpaceIdentity) => begin(people, identity);
  const identity = await addSpace(database, people, personName);
  const browser = createMockBrowser(await start(identity), start);
  return {
    database,
    identity,
    answer: async (request) => {
      const response = await app.fetch(browser.toSent(request));
      await browser.keep(request, response);
      return response;
    },
    close: async () => {
      exchange.streams.close();
      await database.close();
    },
  };
}

async function openInMemory(): Promise<ServerDatabase> {
  const opening = await openPgliteDatabase(await PGlite.create({ parsers: pgliteParsers }));
  if (opening.kind !== 'open') throw new Error(`The database in memory did not open: ${opening.kind}`);
  return opening.database;
}

function addSpace(database: ServerDatabase, people: People, personName: string): Promise<SpaceIdentity> {
  const spaceId = crypto.randomUUID();
  return database.inSpace({ spaceId, userId: spaceId }, async (tx) => {
    await tx.insertInto('space').values({ id: spaceId, name: 'Mocks', epoch: crypto.randomUUID() }).execute();
    const proof = { kind: 'provider', provider: 'mocks', issuer: 'mocks', subject: personName } as const;
    const created = await createAccount(tx, people, spaceId, personName, proof);
    if (created.kind !== 'created') throw new Error('An empty database knows this name');
    const { identity } = created;
    const right = { userId: identity.userId, scope: spaceId, role: 'admin', lens: 'full' } as const;
    await saveMemberships(tx, identity, people.ports.now(), [right]);
    return identity;
  });
}

const begin = (people: People, identity: SpaceIdentity): Promise<string> =>
  people.database.inSpace(identity, async (tx) => (await startSession(tx, people, identity, false, undefined)).token);
