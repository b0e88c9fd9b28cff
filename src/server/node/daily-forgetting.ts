import { tellAnchors } from '#server/access-log/tell-anchors.ts';
import { forgetOld } from '#server/database/forget-old.ts';
import type { ServerDatabase } from '#server/database/server-database.ts';
import type { Log } from '#server/guard/log-line.ts';

const hour = 3_600_000;

interface ForgettingTools {
  readonly database: ServerDatabase;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly log: Log;
}

/**
 * Forgets once a day what no device asks for any more, and tells the last hash of each tenant's log; for the first time an hour after the start: whether the machine
 * is on at night or only by day. In: see the tools. Out: how to stop; resolves when nothing is under way.
 */
export function startForgetting({ database, now, log }: ForgettingTools): () => Promise<void> {
  let working = Promise.resolve();
  const forget = async () => {
    try {
      const { rows, answers, numbers, parked } = await forgetOld(database, now());
      if (rows + answers + numbers + parked > 0) log({ event: 'forgotten', rows, answers, numbers, parked });
      await tellAnchors(database, log);
    } catch (error) {
      // Tomorrow is another day: what is left is forgotten then.
      log({ event: 'forgetting-failed', name: error instanceof Error ? error.name : 'unknown' });
    }
  };
  const begin = () => {
    working = working.then(forget);
  };
  const first = setTimeout(begin, hour);
  const daily = setInterval(begin, 24 * hour);
  return () => {
    clearTimeout(first);
    clearInterval(daily);
    return working;
  };
}
