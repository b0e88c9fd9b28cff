/** Sharing without an app: the least that can be done with fetch, JSON and plain Dexie on the same rows. */
import { Dexie, type EntityTable, liveQuery } from 'dexie';
import { newId } from '#app/new-id.ts';
import { createLogs } from './data-set.ts';
import { time } from './painted.ts';
import type { Floors } from './window.ts';

type Log = ReturnType<typeof createLogs>[number];

class SharingFloor extends Dexie {
  declare readonly logs: EntityTable<Log, 'id'>;
  declare readonly outbox: EntityTable<{ readonly n: number; readonly log: Log }, 'n'>;

  constructor(durability: 'strict' | 'relaxed') {
    super('sharing-floor', { chromeTransactionDurability: durability });
    this.version(1).stores({ logs: 'id, [promiseId+date]', outbox: '++n' });
  }
}

const db = new SharingFloor('strict');
const pushPage = 500;
const today = () => new Date().toISOString().slice(0, 10);

async function forEachPage(use: (rows: readonly { readonly row: Log }[]) => Promise<unknown>): Promise<void> {
  for (let page = 0; ; page += 1) {
    const response = await fetch(`/bench/rows/${page}`);
    if (response.status === 204) return;
    await use(await response.json());
  }
}

async function fetchAndPut(): Promise<number> {
  const relaxed = new SharingFloor('relaxed');
  await relaxed.logs.clear();
  const ms = await time(() => forEachPage((rows) => relaxed.logs.bulkPut(rows.map(({ row }) => row))));
  relaxed.close();
  return ms;
}

async function pushOutbox(): Promise<number> {
  return time(async () => {
    for (;;) {
      const waiting = await db.outbox.orderBy('n').limit(pushPage).toArray();
      if (waiting.length === 0) return;
      const rows = waiting.map(({ log: { id, promiseId, ...fields } }) => ({ id, scope: promiseId, fields }));
      await fetch('/bench/upsert', { method: 'POST', body: JSON.stringify(rows) });
      await db.outbox.bulkDelete(waiting.map(({ n }) => n));
    }
  });
}

async function followRows(changes: number): Promise<readonly number[]> {
  const stream = new EventSource('/bench/events');
  stream.addEventListener('message', ({ data }) => {
    const { id, scope, fields } = JSON.parse(String(data));
    void db.logs.put({ ...fields, id, promiseId: scope });
  });
  await new Promise((resolve) => stream.addEventListener('open', resolve));
  const times: number[] = [];
  for (const { promiseId, ...fields } of createLogs(changes, today(), 4)) {
    const row = { id: newId(), scope: promiseId, fields };
    const start = performance.now();
    const shown = new Promise<void>((resolve) => {
      const query = liveQuery(() => db.logs.get(row.id)).subscribe((log) => {
        if (log === undefined) return;
        query.unsubscribe();
        resolve();
      });
    });
    await fetch('/bench/emit', { method: 'POST', body: JSON.stringify(row) });
    await shown;
    times.push(performance.now() - start);
  }
  stream.close();
  return times;
}

export const sharingFloors: Pick<Floors, 'fetchAndPut' | 'fetchOnly' | 'fillOutbox' | 'pushOutbox' | 'followRows'> = {
  fetchAndPut,
  fetchOnly: () => time(() => forEachPage(() => Promise.resolve())),
  fillOutbox: async (logs) => {
    await db.outbox.bulkAdd(createLogs(logs, today(), 3).map((log) => ({ log: { ...log, id: newId() } })) as never);
  },
  pushOutbox,
  followRows,
};
