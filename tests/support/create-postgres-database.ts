import { randomUUID } from 'node:crypto';
import pg from 'pg';

export interface PostgresDatabase {
  /** Addresses of this database by role. */
  readonly urls: { readonly superuser: string; readonly owner: string; readonly server: string };
  readonly drop: () => Promise<void>;
}

/** As an administrator would: an owner for the tables, and for the server somebody who has no rights but to become `mlo_app`. */
export async function createRoles(root: string): Promise<void> {
  const client = new pg.Client({ connectionString: root });
  await client.connect();
  for (const statement of [
    'CREATE ROLE mlo_app NOLOGIN',
    "CREATE ROLE mlo_owner LOGIN PASSWORD 'test'",
    "CREATE ROLE mlo_server LOGIN NOINHERIT PASSWORD 'test' IN ROLE mlo_app",
  ]) {
    await client.query(statement).catch((error: pg.DatabaseError) => {
      // A given server may have them from an earlier run.
      if (error.code !== '42710') throw error;
    });
  }
  await client.end();
}

/** A PostgreSQL database without any of our tables, which `mlo_owner` owns. In: its superuser's address; the roles are there. */
export async function createPostgresDatabase(root: string): Promise<PostgresDatabase> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await runOnce(root, `CREATE DATABASE ${name} OWNER mlo_owner TEMPLATE template0`);
  const urls = {
    superuser: toUrl(root, name),
    owner: toUrl(root, name, 'mlo_owner'),
    server: toUrl(root, name, 'mlo_server'),
  };
  return { urls, drop: () => runOnce(root, `DROP DATABASE ${name} WITH (FORCE)`) };
}

function toUrl(root: string, database: string, role?: string): string {
  const url = new URL(root);
  url.pathname = `/${database}`;
  if (role !== undefined) {
    url.username = role;
    url.password = 'test';
  }
  return url.href;
}

async function runOnce(connectionString: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  await client.query(statement);
  await client.end();
}
