import type { AccessEntry, AccessLogAnswer, AccessLogQuery } from '#protocol/access-log.ts';
import { lockSpace } from '#server/database/lock-space.ts';
import type { SpaceIdentity, Tx } from '#server/database/server-database.ts';
import { readActor } from '#server/people/memberships.ts';
import type { People } from '#server/people/people.ts';
import { noteAccess } from './note-access.ts';

/** Rows on one page. */
const page = 100;

export interface LogFilter extends Omit<AccessLogQuery, 'person'> {
  /** Who did it, or whom it was done to. */
  readonly person?: string | undefined;
  /** Promises or other things by their id, anywhere in the facts. */
  readonly named?: string | undefined;
}

/**
 * Rows of a tenant's log, newest first. In: a transaction in the tenant, what is looked for, and how many at most.
 * Out: rows as they are kept.
 */
export async function selectEntries(
  tx: Tx,
  spaceId: string,
  { person, from, to, before, named }: LogFilter,
  limit: number,
): Promise<readonly AccessEntry[]> {
  let rows = tx
    .selectFrom('access_log')
    .select(['n', 'at', 'who', 'about', 'event', 'facts'])
    .where('space', '=', spaceId)
    .orderBy('n', 'desc')
    .limit(limit);
  if (before !== undefined) rows = rows.where('n', '<', String(before));
  if (from !== undefined) rows = rows.where('at', '>=', String(from));
  if (to !== undefined) rows = rows.where('at', '<', String(to));
  if (person !== undefined) rows = rows.where((is) => is.or([is('who', '=', person), is('about', '=', person)]));
  if (named !== undefined) rows = rows.where('facts', 'like', `%${named}%`);
  const found = await rows.execute();
  return found.map(({ n, at, facts, ...row }) => ({ ...row, n: Number(n), at: Number(at), facts: JSON.parse(facts) }));
}

/**
 * A page of the log for who administers the space; that they look is told first, in the log itself. In: who asks, and
 * for what. Out: undefined for everybody else. Others wait for neither: it is read outside of the tenant's lock.
 */
export async function readAccessLog(
  people: People,
  by: SpaceIdentity,
  query: AccessLogQuery,
): Promise<AccessLogAnswer | undefined> {
  const { person, ...facts } = query;
  if (!(await noteLogRead(people, by, facts, person))) return undefined;
  return await people.database.readSpace(by, async (tx) => {
    const found = await selectEntries(tx, by.spaceId, query, page + 1);
    const entries = found.slice(0, page);
    return { kind: 'log', entries, names: await readNames(tx, by.spaceId), more: found.length > page };
  });
}

/** Tells in the log that somebody looks into it. In: who, what they ask for, and about whom. Out: whether they may. */
export const noteLogRead = (
  people: People,
  by: SpaceIdentity,
  facts: Readonly<Record<string, unknown>>,
  about?: string,
): Promise<boolean> =>
  people.database.inSpace(by, async (tx) => {
    await lockSpace(tx);
    if (people.rights.listGoverned(await readActor(tx, by)) !== 'all') return false;
    const note = { event: 'log-read', at: people.ports.now(), facts } as const;
    await noteAccess(tx, by, about === undefined ? note : { ...note, about });
    return true;
  });

/** Names also of those whose account has ended: what they did stays. */
export async function readNames(tx: Tx, spaceId: string): Promise<Readonly<Record<string, string>>> {
  const rows = await tx.selectFrom('account').select(['id', 'name']).where('space', '=', spaceId).execute();
  return Object.fromEntries(rows.map(({ id, name }) => [id, name]));
}
