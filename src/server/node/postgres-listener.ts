import type pg from 'pg';
import { readHint, spaceChannel } from '#server/database/lock-space.ts';
import type { SpaceHint } from '#server/database/server-database.ts';

/** Milliseconds before a lost line is taken up again: at first, and at most. */
const shortestPause = 100;
const longestPause = 5_000;

export interface PostgresListener {
  readonly listen: (handler: (hint: SpaceHint) => void) => () => void;
  readonly stop: () => Promise<void>;
}

/**
 * The one connection of this process that hears of changes, outside any pool (sync 2.16).
 * In: a maker of clients that are not connected yet. Out: the listener, once it hears; rejects if the first attempt
 * fails. Later losses are mended in the background, and told as `missed` when the line is back.
 */
export async function startPostgresListener(createClient: () => pg.Client): Promise<PostgresListener> {
  const handlers = new Set<(hint: SpaceHint) => void>();
  const tell = (hint: SpaceHint) => {
    for (const handler of handlers) handler(hint);
  };
  let isStopped = false;
  let pause = shortestPause;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let client = await connect();

  async function connect(): Promise<pg.Client> {
    const made = createClient();
    made.on('notification', ({ channel, payload }) => {
      const hint = channel === spaceChannel && payload ? readHint(payload) : undefined;
      if (hint) tell(hint);
    });
    // Every `error` is followed by `end`, which acts; unheard, it would end the process.
    made.on('error', () => {});
    await made.connect();
    await made.query(`LISTEN ${spaceChannel}`);
    made.once('end', reconnectLater);
    return made;
  }

  function reconnectLater(): void {
    if (isStopped) return;
    timer = setTimeout(reconnect, pause);
    pause = Math.min(pause * 2, longestPause);
  }

  async function reconnect(): Promise<void> {
    try {
      client = await connect();
      if (isStopped) return await client.end();
      pause = shortestPause;
      tell({ kind: 'missed' });
    } catch {
      reconnectLater();
    }
  }

  return {
    listen: (handler) => {
      handlers.add(handler);
      return () => handlers.delete(handler);
    },
    stop: async () => {
      isStopped = true;
      clearTimeout(timer);
      await client.end();
    },
  };
}
