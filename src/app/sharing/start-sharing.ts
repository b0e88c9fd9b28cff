import type { Sharing } from '#features/services.ts';
import type { Database } from '#storage/database.ts';
import { isLeaseOver, joinedKey, readJoinedServer } from '#storage/joined-server.ts';
import { watchTables } from '#storage/watch-tables.ts';
import { createSharingSignal } from './sharing-signal.ts';

/**
 * Exchanges with a server from the moment that one is joined, in this tab or another, until it is left. Whoever uses the
 * app alone loads nothing of it.
 */
export function startSharing(db: Database): Sharing {
  const signal = createSharingSignal();
  let running: Promise<{ readonly exchangeNow: () => void; readonly stop: () => void }> | undefined;
  // A database that does not open is told of by the frame.
  const look = () => lookAgain().catch(() => undefined);
  const lookAgain = async () => {
    const joined = await readJoinedServer(db);
    signal.lock(joined !== undefined && isLeaseOver(joined, Date.now()));
    if (joined !== undefined) {
      running ??= import('./run-sharing.ts').then(({ runSharing }) => runSharing(db, signal));
      return;
    }
    const ended = running;
    running = undefined;
    (await ended)?.stop();
    signal.tell('alone');
  };
  watchTables(db, ({ tables, keysOf }) => {
    if (!tables.has('meta')) return;
    const ranges = keysOf('meta');
    const isTouched = ranges?.some(([from, to]) => from <= joinedKey && joinedKey <= to) ?? true;
    if (isTouched) void look();
  });
  // A device that lay asleep for weeks is looked at again.
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && void look());
  void look();
  return {
    subscribe: signal.subscribe,
    getStatus: signal.getStatus,
    getFetched: signal.getFetched,
    isLocked: signal.isLocked,
    exchangeNow: () => void running?.then(({ exchangeNow }) => exchangeNow()),
  };
}
