/** Whether there is room for what is saved. Browsers only estimate: what was saved, or could not be, is what says it. */
import type { Dexie } from 'dexie';

type Listener = (isFull: boolean) => void;

interface Watched {
  isFull: boolean;
  readonly listeners: Set<Listener>;
}
const watchedOf = new WeakMap<Dexie, Watched>();

function findWatched(db: Dexie): Watched {
  const known = watchedOf.get(db) ?? { isFull: false, listeners: new Set() };
  watchedOf.set(db, known);
  return known;
}

/** Calls back when the device turns out to be full, and when there is room again. Returns how to stop. */
export function watchRoom(db: Dexie, listener: Listener): () => void {
  const { listeners } = findWatched(db);
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** What a save has shown. */
export function noteRoom(db: Dexie, isFull: boolean): void {
  const watched = findWatched(db);
  if (watched.isFull === isFull) return;
  watched.isFull = isFull;
  for (const listener of watched.listeners) listener(isFull);
}
