/** The same jobs on IndexedDB itself and on plain Dexie, on the same rows, as well as they can be done. */
import { Dexie, type EntityTable, liveQuery } from 'dexie';
import { newId } from '#app/new-id.ts';
import type { ProgressLog } from '#domain/records/progress-log.ts';
import { createDataSet, createLogs } from './data-set.ts';
import { time } from './painted.ts';
import { sharingFloors } from './share-floors.ts';
import type { Saved, Searched } from './window.ts';

interface Counter {
  readonly goalId: string;
  readonly promiseId: string;
  readonly events: number;
  readonly byWeek: Readonly<Record<string, number>>;
}
interface Outgoing {
  readonly n: number;
  readonly log: ProgressLog;
}

/** Rows of logs with one compound index, a counter for each goal and a list of what waits to be sent. */
class FloorDatabase extends Dexie {
  declare readonly logs: EntityTable<ProgressLog, 'id'>;
  declare readonly counters: EntityTable<Counter, 'goalId'>;
  declare readonly outbox: EntityTable<Outgoing, 'n'>;

  constructor(durability: 'strict' | 'relaxed') {
    super('floors', { chromeTransactionDurability: durability });
    this.version(1).stores({ logs: 'id, [promiseId+date]', counters: 'goalId', outbox: '++n' });
  }
}

const db = new FloorDatabase('strict');
const chunk = 5000;
let goalByActivity: ReadonlyMap<string, string> = new Map();
let fresh: readonly ProgressLog[] = [];
let used = 0;
let lowered: readonly { readonly id: string; readonly text: string }[] = [];

async function seed({ logs: count, today }: { readonly logs: number; readonly today: string }): Promise<number> {
  const logs = createLogs(count, today);
  const relaxed = new FloorDatabase('relaxed');
  const counters = createDataSet(today).goals.map(({ id, promiseId }) => ({
    goalId: id,
    promiseId,
    events: 0,
    byWeek: weeks,
  }));
  await relaxed.counters.bulkPut(counters);
  const ms = await time(async () => {
    for (let from = 0; from < count; from += chunk) await relaxed.logs.bulkAdd(logs.slice(from, from + chunk));
  });
  relaxed.close();
  return ms;
}

/** A counter is as large as the app's: a year of weeks. */
const weeks = Object.fromEntries(Array.from({ length: 52 }, (_, week) => [`2026-W${week + 1}`, 4]));

function takeLog(): ProgressLog {
  const today = new Date().toISOString().slice(0, 10);
  if (fresh.length === 0) {
    fresh = createLogs(500, today, 2).filter((log) => log.reached === undefined);
    const { goals } = createDataSet(today);
    goalByActivity = new Map(goals.flatMap((goal) => goal.feeds.map((feed) => [feed.activityId, goal.id])));
  }
  const log = fresh[used % fresh.length];
  used += 1;
  if (!log) throw new Error('No log to save');
  return { ...log, id: newId(), date: today };
}

const goalOf = (log: ProgressLog): string => goalByActivity.get(log.activityIds[0] ?? '') ?? '';

const addOne = (counter: Counter | undefined, log: ProgressLog): Counter => ({
  goalId: goalOf(log),
  promiseId: log.promiseId,
  byWeek: weeks,
  ...counter,
  events: (counter?.events ?? 0) + 1,
});

async function saveWithDexie(): Promise<Saved> {
  const log = takeLog();
  const goalId = goalOf(log);
  const events = (await db.counters.get(goalId))?.events ?? 0;
  let start = performance.now();
  let stop = () => {};
  // The query is there before the save, as it is on a screen.
  await new Promise<void>((resolve) => {
    const first = liveQuery(() => db.counters.get(goalId)).subscribe(() => {
      first.unsubscribe();
      resolve();
    });
  });
  const shown = new Promise<number>((resolve) => {
    const subscription = liveQuery(() => db.counters.get(goalId)).subscribe((counter) => {
      if ((counter?.events ?? 0) > events) resolve(performance.now() - start);
    });
    stop = () => subscription.unsubscribe();
  });
  await db.counters.get(goalId);
  start = performance.now();
  await db.transaction('rw', db.logs, db.counters, db.outbox, async () => {
    const counter = await db.counters.get(goalId);
    await Promise.all([db.logs.add(log), db.counters.put(addOne(counter, log)), db.outbox.add({ log })]);
  });
  const durable = performance.now() - start;
  const saved = { durable, shown: await shown };
  stop();
  return saved;
}

/** One transaction, a handler only where an answer is needed. */
async function saveRaw(): Promise<Saved> {
  const log = takeLog();
  await db.open();
  const idb = db.backendDB();
  const durable = await time(
    () =>
      new Promise<void>((resolve, reject) => {
        const transaction = idb.transaction(['logs', 'counters', 'outbox'], 'readwrite', { durability: 'strict' });
        transaction.oncomplete = () => resolve();
        transaction.onabort = () => reject(transaction.error);
        transaction.objectStore('logs').add(log);
        transaction.objectStore('outbox').add({ log });
        const counters = transaction.objectStore('counters');
        const read: IDBRequest<Counter | undefined> = counters.get(goalOf(log));
        read.onsuccess = () => counters.put(addOne(read.result, log));
      }),
  );
  // Nobody is told: a page would have to ask anew.
  return { durable, shown: durable };
}

const readCounters = () => time(() => db.counters.toArray());

/** What a dashboard without stored tallies does: every row is read, and counted by activity and week. */
const readAndAggregate = () =>
  time(async () => {
    const sums = new Map<string, number>();
    for (const log of await db.logs.toArray()) {
      const key = `${log.activityIds[0]}/${log.date.slice(0, 7)}`;
      sums.set(key, (sums.get(key) ?? 0) + 1);
    }
    return sums;
  });

/** Text that was lower-cased once and is kept in memory. */
async function scan(text: string): Promise<Searched> {
  if (lowered.length === 0) {
    const logs = await db.logs.toArray();
    lowered = logs.map(({ id, note = '', place = '' }) => ({ id, text: `${note}\n${place}`.toLowerCase() }));
  }
  const wanted = text.toLowerCase();
  const start = performance.now();
  const found = lowered.filter((entry) => entry.text.includes(wanted)).map((entry) => entry.id);
  return { ms: performance.now() - start, found: found.length };
}

window.__floors = { seed, saveWithDexie, saveRaw, readCounters, readAndAggregate, scan, ...sharingFloors };
