/** The real server as a process of its own on PostgreSQL, with tenants full of logs and people who are signed in. */
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mockPorts } from '#mocks/mock-ports.ts';
import type { ServerDatabase, SpaceIdentity } from '#server/database/server-database.ts';
import { openPostgresDatabase } from '#server/node/postgres-database.ts';
import { createAccount } from '#server/people/accounts.ts';
import { createPeople, type People } from '#server/people/people.ts';
import { startSession } from '#server/people/sessions.ts';
import { buildServerProcess } from '#tests/support/build-server-process.ts';
import { createPostgresDatabase, createRoles } from '#tests/support/create-postgres-database.ts';
import { startPostgresCluster } from '#tests/support/postgres-cluster.ts';
import { startServerProcess } from '#tests/support/server-process.ts';
import { fillSpace, listRows } from '../fill-space.ts';

export interface SignedInPerson extends SpaceIdentity {
  /** The secret of the session, as its cookie carries it. */
  readonly token: string;
}

export interface LoadGround {
  readonly origin: string;
  readonly people: readonly SignedInPerson[];
  /** Megabytes that the server process holds; undefined where the system does not tell. */
  readonly readMemory: () => number | undefined;
  readonly stop: () => Promise<void>;
}

export interface Settlement {
  readonly tenants: number;
  /** Of each tenant. */
  readonly logs: number;
  /** Of each tenant, each with a right to every promise. */
  readonly people: number;
}

/** In: who is to be there. Out: the server, once it is open; the people of the first tenant come first. */
export async function openLoadGround({ tenants, logs, people }: Settlement): Promise<LoadGround> {
  const script = await buildServerProcess('dist/load');
  const cluster = await startPostgresCluster();
  if (!cluster) throw new Error('There is no PostgreSQL on this machine');
  await createRoles(cluster.url);
  const { urls, drop } = await createPostgresDatabase(cluster.url);
  const opening = await openPostgresDatabase({ url: urls.server, ownerUrl: urls.owner });
  if (opening.kind !== 'open') throw new Error(`The database did not open: ${opening.kind}`);
  const signedIn: SignedInPerson[] = [];
  for (let n = 0; n < tenants; n++) signedIn.push(...(await settle(opening.database, `${n}`, logs, people)));
  const { child, origin, ended } = await startServerProcess(script, {
    DATABASE_URL: urls.server,
    MLO_KEY: randomBytes(32).toString('base64'),
  });
  return {
    origin,
    people: signedIn,
    readMemory: () => readResident(child.pid ?? 0),
    stop: async () => {
      child.kill();
      await ended;
      await opening.database.close();
      await drop();
      await cluster.stop();
    },
  };
}

async function settle(
  database: ServerDatabase,
  name: string,
  logs: number,
  count: number,
): Promise<readonly SignedInPerson[]> {
  const people = createPeople({ database, ports: mockPorts });
  const spaceId = crypto.randomUUID();
  await database.inSpace({ spaceId, userId: spaceId }, (tx) =>
    tx.insertInto('space').values({ id: spaceId, name, epoch: crypto.randomUUID() }).execute(),
  );
  const signedIn: SignedInPerson[] = [];
  for (let n = 0; n < count; n++) signedIn.push(await signIn(people, spaceId, `${name} ${n}`));
  await fillSpace(database, signedIn, listRows(logs));
  return signedIn;
}

const signIn = (people: People, spaceId: string, name: string): Promise<SignedInPerson> =>
  people.database.inSpace({ spaceId, userId: spaceId }, async (tx) => {
    const proof = { kind: 'provider', provider: 'load', issuer: 'load', subject: name } as const;
    const created = await createAccount(tx, people, spaceId, name, proof);
    if (created.kind !== 'created') throw new Error('An empty database knows this name');
    const { token } = await startSession(tx, people, created.identity, false, undefined);
    return { ...created.identity, token };
  });

function readResident(pid: number): number | undefined {
  try {
    const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kilobytes === undefined ? undefined : Math.round(Number(kilobytes) / 1024);
  } catch {
    return undefined;
  }
}
