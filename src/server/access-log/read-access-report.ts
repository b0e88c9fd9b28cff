import { sql } from 'kysely';
import type { AccessReportAnswer, AccessReportQuery } from '#protocol/access-log.ts';
import type { SpaceIdentity, Tx } from '#server/database/server-database.ts';
import type { People } from '#server/people/people.ts';
import { noteLogRead, readNames } from './read-access-log.ts';

/**
 * How often each account signed in, read, changed and took something out (guard T30), for who administers the space; that
 * they look is told first, in the log itself. In: who asks, and the span. Out: undefined for everybody else.
 */
export async function readAccessReport(
  people: People,
  by: SpaceIdentity,
  query: AccessReportQuery,
): Promise<AccessReportAnswer | undefined> {
  if (!(await noteLogRead(people, by, { ...query, report: true }))) return undefined;
  return await people.database.readSpace(by, async (tx) => ({
    kind: 'access-report',
    since: await readStart(tx, by.spaceId),
    rows: await countAccess(tx, by.spaceId, query),
    names: await readNames(tx, by.spaceId),
  }));
}

async function readStart(tx: Tx, spaceId: string): Promise<number> {
  const oldest = tx.selectFrom('access_log').select('at').where('space', '=', spaceId).orderBy('n').limit(1);
  return Number((await oldest.executeTakeFirst())?.at ?? 0);
}

/**
 * One question to the database. A pull names its promises with a lens each. A push says how many rows met which end, for
 * all of its promises together: with more than one they are counted for none of them. Whoever runs the server has no account.
 */
async function countAccess(
  tx: Tx,
  spaceId: string,
  { from, to }: AccessReportQuery,
): Promise<AccessReportAnswer['rows']> {
  const { rows } = await sql<AccessReportAnswer['rows'][number]>`
    WITH told AS MATERIALIZED (
      SELECT who, event, facts::jsonb AS facts FROM access_log
      WHERE space = ${spaceId} AND at >= ${from} AND at < ${to} AND who IS NOT NULL
        AND event IN ('sign-in', 'read', 'people-read', 'log-read', 'extract-read', 'pushed', 'exported')
    ), counted (who, scope, event, times) AS (
      SELECT who, facts ->> 'promiseId', event, 1 FROM told WHERE event NOT IN ('read', 'pushed')
      UNION ALL
      SELECT who, split_part(name, ':', 1), event, 1
      FROM told, jsonb_object_keys(CASE WHEN event = 'read' THEN facts -> 'scopes' ELSE '{}' END) AS name
      UNION ALL
      SELECT who, CASE WHEN jsonb_array_length(facts -> 'scopes') = 1 THEN facts -> 'scopes' ->> 0 END, event, (
        SELECT coalesce(sum(jsonb_array_length(ids)), 0) FROM jsonb_each(facts -> 'rows') AS given (name, ids)
        WHERE name ~ ' (applied|concurrent)$'
      )
      FROM told WHERE event = 'pushed'
    )
    SELECT who, scope,
      coalesce(sum(times) FILTER (WHERE event = 'sign-in'), 0)::int AS "signIns",
      coalesce(sum(times) FILTER (WHERE event LIKE '%read'), 0)::int AS reads,
      coalesce(sum(times) FILTER (WHERE event = 'pushed'), 0)::int AS changes,
      coalesce(sum(times) FILTER (WHERE event = 'exported'), 0)::int AS exports
    FROM counted GROUP BY who, scope ORDER BY who, scope
  `.execute(tx);
  return rows;
}
