import type { PGlite, Results } from '@electric-sql/pglite';
import type { PostgresPool, PostgresPoolClient } from 'kysely';
import { ConnectionQueueError } from './database-fault.ts';
import { runStatement } from './pglite-statements.ts';

/** Milliseconds that work waits for the one connection before it is told that the database is busy. */
const patience = 10_000;

/** Throws once the database's files can no longer be relied on: an answer after that may not be what is on the disk. */
export type AssertSound = () => void;

/**
 * The embedded database as a pool of one connection, on its own interface: its imitation of the `pg` client gives the
 * answers of one query to another after an error. Whoever asks is served in the order of asking.
 * In: an open database. Out: what Kysely's PostgreSQL dialect works with. `end` waits for work that has begun, and
 * leaves the database open: closing it belongs to whoever opened it.
 */
export function createPglitePool(pglite: PGlite, assertSound: AssertSound = () => {}): PostgresPool {
  let last: Promise<void> = Promise.resolve();
  let isEnded = false;

  async function connect(): Promise<PostgresPoolClient> {
    if (isEnded) throw new Error('PGlite is closed');
    const before = last;
    const turn = createTurn();
    last = turn.ended;
    if (!(await endsInTime(before))) {
      // Those behind still wait for the one in front.
      void before.then(turn.end);
      throw new ConnectionQueueError(`Nobody let go of the database in ${patience} ms`);
    }
    return toClient(pglite, assertSound, turn.end);
  }

  async function end(): Promise<void> {
    isEnded = true;
    await last;
  }

  return { connect, end };
}

function createTurn(): { readonly ended: Promise<void>; readonly end: () => void } {
  let end = () => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  return { ended, end };
}

async function endsInTime(turn: Promise<void>): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLong = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), patience);
  });
  const isFree = await Promise.race([turn.then(() => true as const), tooLong]);
  clearTimeout(timer);
  return isFree;
}

function toClient(pglite: PGlite, assertSound: AssertSound, release: () => void): PostgresPoolClient {
  // A transaction begins with its first question: each message to the engine costs as much as a small question.
  let beginning: string | undefined;
  const query = async (text: string, parameters: readonly unknown[]) => {
    assertSound();
    if (isBeginning(text)) {
      beginning = text;
      return toAnswer(undefined);
    }
    const begins = beginning;
    beginning = undefined;
    // Nothing was asked between beginning and end, so nothing has begun.
    if (begins !== undefined && isEnd(text)) return toAnswer(undefined);
    const results = isScript(text, parameters)
      ? await pglite.exec(begins === undefined ? text : `${begins}; ${text}`)
      : [await runStatement(pglite, text, parameters, begins)];
    // The engine goes on after a refusal of the disk, and would call the commit done.
    assertSound();
    return toAnswer(results.at(-1));
  };
  // The pool is asked for no cursor, so the other form of `query` never comes.
  return { query: query as unknown as PostgresPoolClient['query'], release };
}

const isBeginning = (text: string): boolean => /^(begin|start transaction)\b/.test(text);
/** As with `pg`: several statements at once are a script, and a script has no parameters. */
const isScript = (text: string, parameters: readonly unknown[]): boolean =>
  parameters.length === 0 && text.includes(';');
const isEnd = (text: string): boolean => text === 'commit' || text === 'rollback';

const toAnswer = (result: Results | undefined) => ({
  command: toCommand(result?.command),
  rowCount: result?.affectedRows ?? 0,
  rows: (result?.rows ?? []) as never[],
});

type Command = 'UPDATE' | 'DELETE' | 'INSERT' | 'SELECT' | 'MERGE';
const toCommand = (command: string | undefined): Command => (command ?? 'SELECT') as Command;
