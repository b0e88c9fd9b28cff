/** Sharing in the app, by the exchange that runs in it. */
import { liveQuery } from 'dexie';
import { newId } from '#app/new-id.ts';
import { systemClock } from '#app/system-clock.ts';
import { commitAction } from '#storage/commit-action.ts';
import type { Database } from '#storage/database.ts';
import { putDeviceMeta, readDeviceMeta } from '#storage/device-meta.ts';
import { putJoinedServer, readJoinedServer } from '#storage/joined-server.ts';
import { createLogs } from './data-set.ts';
import type { MeasuredApp } from './window.ts';

type Sharing = Pick<
  MeasuredApp,
  'joinAndSync' | 'sync' | 'saveOffline' | 'followChanges' | 'watchArrivals' | 'listArrivals'
>;

/** As when a week's list is logged at once: ten thousand actions would take minutes to save, and are not measured here. */
const logsPerAction = 20;

const beginning = { epoch: '', generation: 0, issued: 0, answered: 0, scopes: {}, ringNext: 1, confirmedAt: 0 };

export function createSharingMeasures(db: Database): Sharing {
  const arrivals = new Map<string, number>();
  const tools = { now: systemClock.now, newId, today: systemClock.today };
  return {
    joinAndSync: async ({ userId, spaceId }) => {
      const joinedAt = systemClock.now();
      await putDeviceMeta(db, { ...beginning, dev: crypto.randomUUID() });
      const start = performance.now();
      // The app hears of it, and begins to exchange by itself.
      await putJoinedServer(db, { spaceId, spaceName: 'Bench', userId, userName: 'Kim', joinedAt });
      await waitUntilShared(db);
      return performance.now() - start;
    },
    sync: async () => {
      if ((await readJoinedServer(db)) === undefined) throw new Error('no backend');
      const start = performance.now();
      window.dispatchEvent(new Event('online'));
      await waitUntilShared(db);
      return performance.now() - start;
    },
    saveOffline: async (logs) => {
      const records = createLogs(logs, systemClock.today(), 3).map((log) => ({ ...log, id: newId() }));
      for (let from = 0; from < logs; from += logsPerAction) {
        const writes = records
          .slice(from, from + logsPerAction)
          .map((record) => ({ kind: 'create' as const, table: 'progressLogs' as const, record }));
        await commitAction(db, { label: 'log-created', writes }, tools);
      }
    },
    followChanges: async (changes) => {
      const times: number[] = [];
      for (const log of createLogs(changes, systemClock.today(), 4)) times.push(await followOne(db, log));
      return times;
    },
    watchArrivals: () => {
      liveQuery(() => db.progressLogs.toCollection().primaryKeys()).subscribe((ids) => {
        for (const id of ids) if (!arrivals.has(id)) arrivals.set(id, Date.now());
      });
    },
    listArrivals: () => [...arrivals],
  };
}

/** Until nothing waits, and the server has said so. */
const waitUntilShared = (db: Database): Promise<void> =>
  new Promise((resolve) => {
    const query = liveQuery(async () => ({
      meta: await readDeviceMeta(db),
      waiting: await db.outbox.count(),
    })).subscribe(({ meta, waiting }) => {
      if (waiting > 0 || meta === undefined || meta.confirmedAt === 0 || meta.answered < meta.issued) return;
      query.unsubscribe();
      resolve();
    });
  });

async function followOne(db: Database, log: ReturnType<typeof createLogs>[number]): Promise<number> {
  const id = newId();
  const start = performance.now();
  const shown = new Promise<number>((resolve) => {
    const query = liveQuery(() => db.progressLogs.get(id)).subscribe((row) => {
      if (row === undefined) return;
      query.unsubscribe();
      resolve(performance.now() - start);
    });
  });
  const body = JSON.stringify({ ...log, id });
  const response = await fetch('/bench/change', { method: 'POST', body });
  if (!response.ok) throw new Error('The other device could not save');
  return shown;
}
