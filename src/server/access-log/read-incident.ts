import { isId } from '#domain/records/fields.ts';
import type { AccessEntry } from '#protocol/access-log.ts';
import type { SpaceIdentity, Tx } from '#server/database/server-database.ts';
import { selectEntries } from './read-access-log.ts';
import { readDevices, readSessions, toMoment } from './read-person.ts';

/** More rows than anybody reads; who needs more asks for a shorter span. */
const mostEntries = 50_000;

export interface Span {
  /** Milliseconds; `to` is not part of it. */
  readonly from: number;
  readonly to: number;
}

/** People by the id of their account, their whole name, or what they sign in by. In: a transaction in the tenant. */
export async function findPeople(tx: Tx, spaceId: string, text: string): Promise<readonly SpaceIdentity[]> {
  const accounts = await tx.selectFrom('account').select(['id', 'name']).where('space', '=', spaceId).execute();
  const names = await tx
    .selectFrom('sign_in_name')
    .select('user_id')
    .where('space_id', '=', spaceId)
    .where('name', '=', text.toLowerCase())
    .execute();
  const wanted = text.toLowerCase();
  return accounts
    .filter(({ id, name }) => id === wanted || name.toLowerCase() === wanted || names.some((one) => one.user_id === id))
    .map(({ id }) => ({ spaceId, userId: id }));
}

/**
 * What somebody did, or what was done with a promise, in a span of time (guard P16): who had which devices and sessions,
 * and the rows of the log, sorted by what matters when something went wrong. In: a transaction in the tenant, the person
 * or promise by its id, and the span. Out: a value for JSON, newest first.
 */
export async function readIncident(
  tx: Tx,
  spaceId: string,
  subject: { readonly person: string } | { readonly promise: string },
  { from, to }: Span,
) {
  const filter = 'person' in subject ? { person: subject.person } : { named: subject.promise };
  const entries = await selectEntries(tx, spaceId, { from, to, ...filter }, mostEntries);
  const seen = [...new Set(entries.flatMap(({ who }) => who ?? []))];
  const ids = 'person' in subject ? [...new Set([subject.person, ...seen])] : seen;
  const people: Awaited<ReturnType<typeof describePerson>>[] = [];
  for (const userId of ids) people.push(await describePerson(tx, { spaceId, userId }));
  // What whoever runs the server looked up is told among the rest: it is not what is looked for.
  const of =
    (...events: readonly string[]) =>
    (entry: AccessEntry) =>
      entry.who !== null && events.includes(entry.event);
  const [isRead, isWrite] = [of('read', 'people-read', 'log-read', 'extract-read'), of('pushed')];
  const isExport = of('exported');
  const isOther = (entry: AccessEntry) => !isRead(entry) && !isWrite(entry) && !isExport(entry);
  return {
    ...{ space: spaceId, ...subject, from: toMoment(from), to: toMoment(to), isCut: entries.length === mostEntries },
    people,
    reads: entries.filter(isRead).map(toTold),
    writes: entries.filter(isWrite).map(toTold),
    exports: entries.filter(isExport).map(toTold),
    other: entries.filter(isOther).map(toTold),
  };
}

async function describePerson(tx: Tx, { spaceId, userId }: SpaceIdentity) {
  const account = await tx
    .selectFrom('account')
    .select('name')
    .where('space', '=', spaceId)
    .where('id', '=', userId)
    .executeTakeFirst();
  return {
    ...{ id: userId, name: account?.name ?? '' },
    sessions: await readSessions(tx, { spaceId, userId }),
    devices: await readDevices(tx, { spaceId, userId }),
  };
}

export type Incident = Awaited<ReturnType<typeof readIncident>>;

const toTold = ({ at, ...entry }: AccessEntry) => ({ at: toMoment(at), ...entry });

/** In: text that may be the id of a promise. Nothing else is looked for in the facts. */
export const isPromiseId = (text: string): boolean => isId(text);
