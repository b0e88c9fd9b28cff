/** Whether the browser keeps what is stored, how much room there is, and whether something has been cleared. */
import type { Database } from './database.ts';
import { watchTables } from './watch-tables.ts';

export type Persistence = 'kept' | 'may-be-cleared' | 'unknown';

/** Whether the browser has promised not to clear the storage on its own. */
export async function readPersistence(): Promise<Persistence> {
  if (!navigator.storage?.persisted) return 'unknown';
  return (await navigator.storage.persisted()) ? 'kept' : 'may-be-cleared';
}

/** Asks the browser to keep the storage. Some browsers ask the user: only after the first real save, never at start. */
export async function askToPersist(): Promise<Persistence> {
  if (!navigator.storage?.persist) return 'unknown';
  return (await navigator.storage.persist()) ? 'kept' : 'may-be-cleared';
}

export interface Room {
  /** Bytes. Browsers round and pad them: for people to read. */
  readonly used: number;
  readonly available: number;
}

/** How much room the browser says there is. Undefined where it does not tell. */
export async function estimateRoom(): Promise<Room | undefined> {
  const { usage, quota } = (await navigator.storage?.estimate?.()) ?? {};
  return usage === undefined || quota === undefined
    ? undefined
    : { used: usage, available: Math.max(0, quota - usage) };
}

const leastHeadroom = 20 * 1024 * 1024;

/**
 * Whether so many bytes fit with room to spare: at least 20 MiB, or 5 % of everything (sync 2.19.6).
 * In: what an import will need, and the room. Unknown room is room enough: the import itself is all or nothing.
 */
export function hasRoomFor(bytes: number, room: Room | undefined): boolean {
  if (room === undefined) return true;
  return room.available - bytes >= Math.max(leastHeadroom, 0.05 * (room.used + room.available));
}

const canaryKey = 'canary';
const canaryCache = 'lofteskollen-canary';
const canaryUrl = '/canary';

export interface Canaries {
  readonly database: boolean;
  readonly localStorage: boolean;
  readonly cache: boolean;
}

/** Which of the three kinds of storage still hold what {@link plantCanaries} put there. */
export async function findCanaries(db: Database): Promise<Canaries> {
  return {
    database: (await db.meta.get(canaryKey)) !== undefined,
    localStorage: localStorage.getItem(canaryKey) !== null,
    cache: (await caches.match(canaryUrl, { cacheName: canaryCache })) !== undefined,
  };
}

/** Puts a mark in each kind of storage, so that it shows when one of them is cleared. */
export async function plantCanaries(db: Database): Promise<void> {
  await db.meta.put({ key: canaryKey, value: 1 });
  localStorage.setItem(canaryKey, '1');
  const cache = await caches.open(canaryCache);
  await cache.put(canaryUrl, new Response('1'));
}

/**
 * What has happened to the storage since last time. `cleared`: the records are gone, another kind remembers that they
 * were there. `partly-cleared`: the records are here and another kind is gone. All three gone is a new device to us.
 */
export type StorageHealth = 'whole' | 'new' | 'cleared' | 'partly-cleared';

/** In: which canaries were found. */
export function judgeStorage({ database, localStorage, cache }: Canaries): StorageHealth {
  if (database && localStorage && cache) return 'whole';
  if (!database && !localStorage && !cache) return 'new';
  return database ? 'partly-cleared' : 'cleared';
}

/**
 * After the first real save, asks the browser to keep the storage and plants the canaries, once. Example data alone is
 * nothing to ask for. Returns how to stop waiting for it.
 */
export function keepAfterFirstSave(db: Database): () => void {
  const stop = watchTables(db, ({ tables }) => {
    if (tables.has('promises') || tables.has('progressLogs')) void keepIfReal(db, stop);
  });
  return stop;
}

async function keepIfReal(db: Database, stop: () => void): Promise<void> {
  const isReal = (await db.promises.filter((promise) => promise.example === undefined).count()) > 0;
  if (!isReal) return;
  stop();
  await Promise.all([askToPersist(), plantCanaries(db)]);
}
