/** Whether the browser keeps what is stored, and how much room there is. */
import type { Database } from './database.ts';
import { runAction } from './running-actions.ts';
import { StorageFailure } from './storage-failure.ts';

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
  // Older Node, in which storage is tested, has no navigator.
  const { usage, quota } = (await globalThis.navigator?.storage?.estimate?.()) ?? {};
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

/** Bytes. What is smaller is simply tried: it is stored whole or not at all. */
const large = 256 * 1024;

/**
 * Asked before anything large is stored. In: what will be stored, as values that JSON can hold.
 * Throws `StorageFailure` (quota) when it would leave too little room; nothing has been written then.
 */
export async function demandRoom(values: unknown): Promise<void> {
  // Each row is written twice, once in history, and with its indexes.
  const bytes = JSON.stringify(values).length * 4;
  if (bytes >= large && !hasRoomFor(bytes, await estimateRoom())) throw new StorageFailure('quota');
}

/** Writes as much as a save does and takes it away again: what the saves that failed ask before they are tried anew. */
export const tryRoom = (db: Database): Promise<void> =>
  runAction(db, async () => {
    await db.meta.put({ key: probeKey, value: 'x'.repeat(probeLength) });
    await db.meta.delete(probeKey);
  });

const probeKey = 'room-probe';
const probeLength = 65_536;
