import { type Kysely, sql } from 'kysely';
import type { ServerTables } from './tables.ts';

/** Every tenant that somebody can sign in to: the others are not there for who names none. In: any connection. */
export async function listSpaces(from: Kysely<ServerTables>): Promise<readonly string[]> {
  const { rows } = await sql<{ readonly id: string }>`
    SELECT space_id AS id FROM sign_in_name UNION SELECT space_id FROM sign_in_identity ORDER BY id
  `.execute(from);
  return rows.map(({ id }) => id);
}
