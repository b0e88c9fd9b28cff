/** What the embedded database is asked, in its own protocol: prepared once, and then one message for each question. */
import { type messages, type PGlite, parse, protocol, type Results } from '@electric-sql/pglite';

/** A statement is planned anew after so many uses: nobody counts this database's rows, and its tables grow. */
const mostUses = 500;
/** Texts with lists of varying length would otherwise be kept without end. */
const mostStatements = 200;

type Answer = messages.BackendMessage;

interface Statement {
  readonly name: string;
  /** Object ids of the parameters' types. */
  readonly types: readonly number[];
  /** What the columns are called, as the engine says it once. */
  readonly columns: readonly Answer[];
  readonly usesLeft: number;
}

interface Session {
  readonly statements: Map<string, Statement>;
  named: number;
}

/** Statements belong to the engine's one session, however many pools ask it. */
const sessions = new WeakMap<PGlite, Session>();

const { serialize } = protocol;

/**
 * Plans a statement once and not for every use, on the session of an open database. PGlite's own `query` parses, plans
 * and describes each time, in six messages: four times the work of a small question.
 * Rejects when the engine refuses.
 */
export const planOnce = (pglite: PGlite): Promise<unknown> => pglite.exec('SET plan_cache_mode = force_generic_plan');

/**
 * Asks one question. In: an open database, SQL of one statement, its parameters, and the statement that begins the
 * transaction when this is the first of one: both then cost one message. Out: the result, as PGlite's `query` gives it.
 * Rejects as that does; the next question then gets its own answer.
 */
export const runStatement = (
  pglite: PGlite,
  text: string,
  parameters: readonly unknown[],
  beginning?: string,
): Promise<Results> =>
  pglite.runExclusive(async () => {
    const begins = beginning === undefined ? [] : [await prepare(pglite, beginning)];
    const statement = await prepare(pglite, text);
    const values = parameters.map((value, index) => toText(pglite, value, statement.types[index]));
    try {
      const answers = await ask(pglite, [
        ...begins.flatMap(({ name }) => [serialize.bind({ statement: name }), serialize.execute({})]),
        serialize.bind({ statement: statement.name, values }),
        serialize.execute({}),
        serialize.sync(),
      ]);
      const own = answers.slice(answers.findLastIndex(({ name }) => name === 'bindComplete'));
      const [result] = parse.parseResults([...statement.columns, ...own] as never, pglite.parsers);
      return result as Results;
    } catch (error) {
      // A table that was changed since asks for another plan, and whatever else was wrong costs one planning.
      await forget(pglite, text, statement);
      throw error;
    }
  });

async function prepare(pglite: PGlite, text: string): Promise<Statement> {
  const session = openSession(pglite);
  const known = session.statements.get(text);
  if (known !== undefined && known.usesLeft > 0) {
    // Behind all others: what is asked often, and what was asked just now, is not given up for a new one.
    session.statements.delete(text);
    session.statements.set(text, { ...known, usesLeft: known.usesLeft - 1 });
    return known;
  }
  if (known !== undefined) await forget(pglite, text, known);
  if (session.statements.size >= mostStatements) {
    const [oldest] = session.statements;
    if (oldest) await forget(pglite, ...oldest);
  }
  session.named += 1;
  const name = `kept_${session.named}`;
  const answers = await ask(pglite, [
    serialize.parse({ text, name }),
    serialize.describe({ type: 'S', name }),
    serialize.sync(),
  ]);
  const columns = answers.filter((answer) => answer.name === 'rowDescription');
  const types = parse.parseDescribeStatementResults(answers as never);
  const statement = { name, types, columns, usesLeft: mostUses };
  session.statements.set(text, statement);
  return statement;
}

function openSession(pglite: PGlite): Session {
  const known = sessions.get(pglite);
  if (known) return known;
  const session: Session = { statements: new Map(), named: 0 };
  sessions.set(pglite, session);
  return session;
}

async function forget(pglite: PGlite, text: string, { name }: Statement): Promise<void> {
  openSession(pglite).statements.delete(text);
  await ask(pglite, [serialize.close({ type: 'S', name }), serialize.sync()]);
}

const ask = async (pglite: PGlite, parts: readonly Uint8Array[]): Promise<readonly Answer[]> =>
  (await pglite.execProtocolStream(join(parts))) as unknown as readonly Answer[];

function join(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

function toText({ serializers }: PGlite, value: unknown, type: number | undefined): string | null {
  if (value === null || value === undefined) return null;
  return (type === undefined ? undefined : serializers[type])?.(value) ?? String(value);
}
