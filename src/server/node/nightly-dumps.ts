import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Log } from '#server/guard/log-line.ts';
import { listDumps, toDumpTime } from './dumps.ts';
import type { EmbeddedDatabase } from './embedded-database.ts';

/** Local time of the nightly dump. */
const [hour, minute] = [2, 30];
/** Milliseconds from the start until a database that has no dump at all gets its first. */
const firstAfter = 600_000;
/** Milliseconds between two looks at the clock, and at whether somebody has asked. */
const interval = 1_000;

interface Dumping {
  readonly embedded: EmbeddedDatabase;
  readonly folder: string;
  readonly now: () => number;
  readonly log: Log;
}

/**
 * Whether the nightly dump is to be made. In: now, the time of the newest dump and of the start, in milliseconds;
 * undefined: there is no dump. Out: true from half past two until there is a dump later than that; a server that sleeps
 * at night makes up for it.
 */
export function isDumpDue(now: number, newest: number | undefined, started: number): boolean {
  if (newest === undefined) return now - started >= firstAfter;
  const boundary = new Date(now);
  boundary.setHours(hour, minute, 0, 0);
  if (boundary.getTime() > now) boundary.setDate(boundary.getDate() - 1);
  return newest < boundary.getTime();
}

const toRequest = (folder: string) => join(folder, 'dump-wanted');

/** Asks the server that holds a data folder for a dump. Out: whether it is still waited for, to be asked again. */
export function requestDump(folder: string): () => boolean {
  writeFileSync(toRequest(folder), '');
  return () => existsSync(toRequest(folder));
}

/** Makes dumps each night and when asked. Out: a function that stops, and resolves when none is under way any more. */
export function startDumping({ embedded, folder, now, log }: Dumping): () => Promise<void> {
  const started = now();
  let isFirst = true;
  let working: Promise<void> | undefined;

  async function dump(): Promise<void> {
    try {
      const result = await embedded.dump();
      isFirst = false;
      log({ event: 'dump', kind: result.kind, bytes: result.kind === 'proven' ? result.bytes : 0 });
    } catch (error) {
      log({ event: 'dump', kind: 'failed', reason: error instanceof Error ? error.message : String(error) });
    } finally {
      rmSync(toRequest(folder), { force: true });
    }
  }

  const look = () => {
    if (working || embedded.findFailure()) return;
    const [newest] = listDumps(join(folder, 'dumps'));
    // What the run before this one wrote may be in no dump, however quiet this one is.
    const mayLack = isFirst || embedded.hasNews();
    const isDue = mayLack && isDumpDue(now(), newest === undefined ? undefined : toDumpTime(newest), started);
    if (!isDue && !existsSync(toRequest(folder))) return;
    working = dump().finally(() => {
      working = undefined;
    });
  };
  const timer = setInterval(look, interval);
  return async () => {
    clearInterval(timer);
    await working;
  };
}
