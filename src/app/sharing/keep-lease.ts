import type { Database } from '#storage/database.ts';
import { readJoinedServer, renewLease } from '#storage/joined-server.ts';
import { readSession } from '#sync/read-session.ts';

/** Milliseconds. A lease counts in days. */
const often = 3_600_000;

/** Asks, now and then while all is well, until when the device may show what it has (sync 2.11). */
export function keepLease(db: Database): { readonly renew: () => Promise<void> } {
  let renewedAt = Number.NEGATIVE_INFINITY;
  return {
    renew: async () => {
      if (Date.now() - renewedAt < often) return;
      renewedAt = Date.now();
      const [joined, session] = await Promise.all([readJoinedServer(db), readSession(fetch)]);
      const isMine = session?.kind === 'signed-in' && session.user.id === joined?.userId;
      if (isMine) await renewLease(db, session.leaseUntil);
    },
  };
}
