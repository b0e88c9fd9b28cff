import { parseArgs } from 'node:util';
import { noteAccessAlone } from '#server/access-log/note-access.ts';
import { findPeople, isPromiseId, readIncident, type Span } from '#server/access-log/read-incident.ts';
import { readPersonExtract } from '#server/access-log/read-person.ts';
import { listSpaces } from '#server/database/list-spaces.ts';
import type { ServerDatabase, SpaceIdentity } from '#server/database/server-database.ts';
import { messages } from '#server/messages.ts';
import { describeIncident } from './describe-incident.ts';
import type { Configuration } from './read-configuration.ts';
import { readDatabase } from './read-database.ts';
import type { CommandResult } from './run-command.ts';

const refuse = (sentence: string): CommandResult => ({ kind: 'refused', sentence });
const done = (value: unknown): CommandResult => ({ kind: 'done', sentence: JSON.stringify(value, null, 2) });

/**
 * Prints what is stored about somebody (guard P10), and says so in the log. In: what the environment says, this program,
 * and a name, a sign-in name or the id of an account.
 */
export const printPerson = (configuration: Configuration, script: string, text: string): Promise<CommandResult> =>
  readDatabase(configuration, script, async (database) => {
    const found = await findOne(database, text);
    if ('kind' in found) return found;
    const { spaceId, userId } = found;
    await noteAccessAlone(database, { spaceId, userId: '' }, { event: 'extract-read', at: Date.now(), about: userId });
    return done(await database.readSpace(found, (tx) => readPersonExtract(tx, found)));
  });

/**
 * Prints what somebody did, or what was done with a promise, in a span of time (guard P16). In: what the environment
 * says, this program, and `--person` or `--promise`, `--from`, `--to` and `--json`.
 */
export async function printIncident(
  configuration: Configuration,
  script: string,
  given: readonly string[],
): Promise<CommandResult> {
  const request = readRequest(given);
  if (request === undefined) return refuse(messages.incidentWhat);
  const { person, promise = '', span, isJson } = request;
  return await readDatabase(configuration, script, async (database) => {
    const found = person === undefined ? await findPromise(database, promise) : await findOne(database, person);
    if ('kind' in found) return found;
    const { spaceId, userId } = found;
    const subject = person === undefined ? { promise } : { person: userId };
    const note = { event: 'log-read', at: Date.now(), facts: { ...span, ...subject } } as const;
    await noteAccessAlone(database, { spaceId, userId: '' }, person === undefined ? note : { ...note, about: userId });
    const incident = await database.readSpace(found, (tx) => readIncident(tx, spaceId, subject, span));
    return isJson ? done(incident) : { kind: 'done', sentence: describeIncident(incident) };
  });
}

interface IncidentRequest {
  readonly person: string | undefined;
  readonly promise: string | undefined;
  readonly span: Span;
  readonly isJson: boolean;
}

const dayLength = 86_400_000;

function readRequest(given: readonly string[]): IncidentRequest | undefined {
  try {
    const { values } = parseArgs({
      args: [...given],
      options: {
        person: { type: 'string' },
        promise: { type: 'string' },
        from: { type: 'string' },
        to: { type: 'string' },
        json: { type: 'boolean' },
      },
    });
    const { person, promise, json = false } = values;
    const [from, to] = [readMoment(values.from, 0), readMoment(values.to, dayLength)];
    if ((person === undefined) === (promise === undefined) || from === undefined || to === undefined) return undefined;
    if (promise !== undefined && !isPromiseId(promise)) return undefined;
    return { person, promise, span: { from, to }, isJson: json };
  } catch {
    return undefined;
  }
}

/** A day of UTC or a moment. In: the text, and what is added to a day so that all of it is within. */
function readMoment(text = '', added: number): number | undefined {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(text);
  const at = Date.parse(text);
  if (Number.isNaN(at)) return undefined;
  return isDay ? at + added : at;
}

/** The one account that is meant, wherever it is. */
async function findOne(database: ServerDatabase, text: string): Promise<SpaceIdentity | CommandResult> {
  const found: SpaceIdentity[] = [];
  for (const spaceId of await database.outsideSpaces(listSpaces)) {
    found.push(...(await database.readSpace({ spaceId, userId: '' }, (tx) => findPeople(tx, spaceId, text.trim()))));
  }
  const [first, ...others] = found;
  if (first === undefined) return refuse(messages.personUnknown(text));
  return others.length === 0
    ? first
    : refuse(messages.personSeveral(text, found.map(({ userId }) => userId).join(', ')));
}

/** The tenant whose log names a promise. */
async function findPromise(database: ServerDatabase, id: string): Promise<SpaceIdentity | CommandResult> {
  for (const spaceId of await database.outsideSpaces(listSpaces)) {
    const nobody = { spaceId, userId: '' };
    const row = await database.inSpace(nobody, (tx) =>
      tx
        .selectFrom('history')
        .select('version')
        .where('space', '=', spaceId)
        .where('tbl', '=', 'promises')
        .where('ent', '=', id)
        .limit(1)
        .executeTakeFirst(),
    );
    if (row) return nobody;
  }
  return refuse(messages.eraseUnknown(`promises/${id}`));
}
