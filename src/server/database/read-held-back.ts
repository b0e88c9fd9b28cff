import { sql } from 'kysely';
import { mayBeIn, type Place } from '#domain/disclosure/protection.ts';
import type { CitizenPromise } from '#domain/records/citizen-promise.ts';
import type { Tx } from './server-database.ts';

/**
 * Promises whose classification keeps all that belongs to them from a place (guard P12), also where the promise itself
 * has been removed. In: a transaction in the tenant, ids of promises, and the place. Out: the ids of those.
 */
export async function readHeldBack(
  tx: Tx,
  spaceId: string,
  ids: readonly string[],
  place: Place,
): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const { rows } = await sql<{ readonly id: string; readonly visibility: string | null }>`
    SELECT id, fields ->> 'visibility' AS visibility
    FROM record
    WHERE space = ${spaceId} AND tbl = 'promises' AND id = ANY(${ids}::uuid[])
  `.execute(tx);
  const heldBack = rows.filter(({ visibility }) => visibility !== null && !mayBeIn(asClassified(visibility), place));
  return new Set(heldBack.map(({ id }) => id));
}

/** What this version does not know is protected: the rule says so itself. */
const asClassified = (visibility: string) => ({ visibility: visibility as CitizenPromise['visibility'] });
