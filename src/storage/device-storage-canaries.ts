/** Whether the browser has cleared what was stored: each kind of storage holds a mark, so that a missing one shows. */
import type { Database } from './database.ts';
import { askToPersist } from './device-storage.ts';
import { joinedKey } from './joined-server.ts';
import { type ChangedKeys, watchTables } from './watch-tables.ts';

const canaryKey = 'canary';
const canaryCache = 'lofteskollen-canary';
const canaryUrl = '/canary';

/** Undefined where this browser, or this page, has no such storage. */
export interface Canaries {
  readonly database: boolean;
  readonly localStorage: boolean | undefined;
  readonly cache: boolean | undefined;
}

/** Which of the three kinds of storage still hold what {@link plantCanaries} put there. */
export async function findCanaries(db: Database): Promise<Canaries> {
  const [canary, cached] = await Promise.all([db.meta.get(canaryKey), findCached()]);
  const local = readLocal();
  return {
    database: canary !== undefined,
    localStorage: local === undefined ? undefined : local !== null,
    cache: cached,
  };
}

/** Puts a mark in each kind of storage. The one beside the database says whether a server was joined, and no names. */
export async function plantCanaries(db: Database): Promise<void> {
  await db.meta.put({ key: canaryKey, value: 1 });
  await plantBeside((await db.meta.get(joinedKey)) !== undefined);
}

/** The marks beside the database alone: what is left of it is about to go, and the next start shall offer it back. */
export async function plantBeside(isJoined: boolean): Promise<void> {
  if (readLocal() !== undefined) localStorage.setItem(canaryKey, isJoined ? 'joined' : 'alone');
  if (typeof caches === 'undefined') return;
  const cache = await caches.open(canaryCache);
  await cache.put(canaryUrl, new Response('1'));
}

/** Takes away the marks beside the database: it is emptied on purpose, and nobody shall be told that it was lost. */
export async function forgetCanaries(): Promise<void> {
  if (readLocal() !== undefined) localStorage.removeItem(canaryKey);
  if (typeof caches !== 'undefined') await caches.delete(canaryCache);
}

/** Whether the device shared through a server when it was last seen whole. */
export const wasJoined = (): boolean => readLocal() === 'joined';

/** Null when nothing is there; undefined where the browser forbids it. */
function readLocal(): string | null | undefined {
  try {
    return globalThis.localStorage?.getItem(canaryKey);
  } catch {
    return undefined;
  }
}

/** Undefined where the page came without TLS. */
const findCached = async (): Promise<boolean | undefined> =>
  typeof caches === 'undefined' ? undefined : (await caches.match(canaryUrl, { cacheName: canaryCache })) !== undefined;

/**
 * What has happened to the storage since last time. `cleared`: the records are gone, another kind remembers that they
 * were there. `partly-cleared`: the records are here and another kind is gone. All three gone is a new device to us.
 */
export type StorageHealth = 'whole' | 'new' | 'cleared' | 'partly-cleared';

/** In: which canaries were found. */
export function judgeStorage({ database, localStorage, cache }: Canaries): StorageHealth {
  const beside = [localStorage, cache].filter((mark) => mark !== undefined);
  if (database) return beside.every(Boolean) ? 'whole' : 'partly-cleared';
  return beside.some(Boolean) ? 'cleared' : 'new';
}

/** Whether anything is stored that is not an example. */
const hasOwnPromise = async (db: Database): Promise<boolean> =>
  (await db.promises
    .filter((promise) => promise.example === undefined)
    .limit(1)
    .count()) > 0;

/**
 * Looks once, at the start. A database with records and without its mark was filled in a way that plants none, or is
 * older than the marks: it is whole, and marked now. So is one beside which something was cleared, once that is known.
 */
export async function lookForLoss(db: Database): Promise<StorageHealth> {
  const canaries = await findCanaries(db);
  const health = judgeStorage(canaries);
  if (canaries.database) {
    if (health === 'partly-cleared') await plantCanaries(db);
    else await rememberServer(db);
    return health;
  }
  if (!(await hasOwnPromise(db))) return health;
  await plantCanaries(db);
  return 'whole';
}

/**
 * After the first real save, asks the browser to keep the storage and plants the canaries, once. Example data alone is
 * nothing to ask for. Joining and leaving a server are remembered beside it. Returns how to stop waiting for it.
 */
export function keepAfterFirstSave(db: Database, onKept?: () => void): () => void {
  let isKept = false;
  const keep = async () => {
    if (isKept) return;
    try {
      if (!(await hasOwnPromise(db))) return;
      isKept = true;
      await Promise.all([askToPersist(), plantCanaries(db)]);
    } catch {
      // A device that is full, or locked: the next save tries again.
      isKept = false;
      return;
    }
    onKept?.();
  };
  return watchTables(db, ({ tables, keysOf }) => {
    if (tables.has('promises') || tables.has('progressLogs')) void keep();
    if (tables.has('meta') && touchesServer(keysOf('meta'))) rememberServer(db).catch(() => undefined);
  });
}

const touchesServer = (keys: ChangedKeys): boolean =>
  keys === undefined || keys.some(([from, to]) => from <= joinedKey && joinedKey <= to);

/** Where the marks are, they say whether a server is joined. */
async function rememberServer(db: Database): Promise<void> {
  const isJoined = (await db.meta.get(joinedKey)) !== undefined;
  const local = readLocal();
  if (local && wasJoined() !== isJoined) localStorage.setItem(canaryKey, isJoined ? 'joined' : 'alone');
}
