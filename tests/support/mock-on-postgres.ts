import { type MockServer, openMockServer } from '#mocks/mock-server.ts';
import { openPostgresDatabase } from '#server/node/postgres-database.ts';
import { createPostgresDatabase, createRoles } from './create-postgres-database.ts';
import { startPostgresCluster } from './postgres-cluster.ts';

export interface PostgresGround {
  /** The real server on a database of its own, which goes with it. */
  readonly open: (now: () => number) => Promise<MockServer>;
  readonly stop: () => Promise<void>;
}

/** A PostgreSQL for proofs and measurements. Throws where there is none. */
export async function openPostgresGround(): Promise<PostgresGround> {
  const cluster = await startPostgresCluster();
  if (!cluster) throw new Error('There is no PostgreSQL on this machine');
  await createRoles(cluster.url);
  const open: PostgresGround['open'] = async (now) => {
    const { urls, drop } = await createPostgresDatabase(cluster.url);
    const opening = await openPostgresDatabase({ url: urls.server, ownerUrl: urls.owner });
    if (opening.kind !== 'open') throw new Error(`The database did not open: ${opening.kind}`);
    const server = await openMockServer({ now, database: opening.database });
    const close = async () => {
      await server.close();
      await drop();
    };
    return { ...server, close };
  };
  return { open, stop: cluster.stop };
}
