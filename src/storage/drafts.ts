/** What is being typed. Every keystroke is on its way to the disk at once; while one is being written the next waits. */
import type { Database } from './database.ts';
import { noteRoom } from './device-storage-room.ts';
import { toStorageFailure } from './storage-failure.ts';

export interface DraftRow {
  readonly key: string;
  readonly value: unknown;
}

interface Pen {
  /** The last value, while it has not reached the disk. */
  unsaved: DraftRow | undefined;
  /** Whether a value is being written, and the next therefore waits. */
  isWriting: boolean;
  readonly writes: Set<Promise<void>>;
}
const pensOf = new WeakMap<Database, Map<string, Pen>>();

/**
 * Keeps what is typed under a key: the last value wins and none is lost. Returns at once; the first value is handed to
 * the database now, and what is typed while it is being written follows as soon as it is there. A value that could not
 * be written (a full device) stays in memory, is tried again with the next one, and is what {@link readDraft} gives.
 */
export function saveDraft(db: Database, key: string, value: unknown): void {
  const pen = findPen(db, key);
  pen.unsaved = { key, value };
  if (!pen.isWriting) void write(db, pen, pen.unsaved);
}

/** The draft as it was left, the value being written included. */
export async function readDraft<T>(db: Database, key: string): Promise<T | undefined> {
  const row = pensOf.get(db)?.get(key)?.unsaved ?? (await db.drafts.get(key));
  return row?.value as T | undefined;
}

/** Those of the keys that something has been left under, for pages that lead back to it. */
export async function findDraftKeys(db: Database, keys: readonly string[]): Promise<readonly string[]> {
  const rows = await db.drafts.bulkGet([...keys]);
  return rows.flatMap((row) => row?.key ?? []);
}

/** Throws the draft away, the value being written included. */
export async function discardDraft(db: Database, key: string): Promise<void> {
  findPen(db, key).unsaved = undefined;
  await settleDraft(db, key);
  await db.drafts.delete(key);
}

/** Waits until what was typed under the key has been written. Out: a value that could not be, and waits in memory. */
export async function settleDraft(db: Database, key: string): Promise<DraftRow | undefined> {
  const pen = pensOf.get(db)?.get(key);
  while (pen !== undefined && pen.writes.size > 0) await Promise.all(pen.writes);
  return pen?.unsaved;
}

/** Forgets a value that waited in memory, now that an action has saved it, unless something was typed since. */
export function forgetDraft(db: Database, key: string, waiting: DraftRow | undefined): void {
  const pen = pensOf.get(db)?.get(key);
  if (pen && pen.unsaved === waiting) pen.unsaved = undefined;
}

/** What has been typed and is not on the disk: on its way there, or held back by a full device. */
export const listUnsavedDrafts = (db: Database): readonly DraftRow[] =>
  Array.from(pensOf.get(db)?.values() ?? [], ({ unsaved }) => unsaved).filter((row) => row !== undefined);

/** Hands every waiting value to the database now: the page may be about to go. Later writes to a row win over earlier. */
export function flushDrafts(db: Database): void {
  for (const pen of pensOf.get(db)?.values() ?? []) if (pen.unsaved !== undefined) void write(db, pen, pen.unsaved);
}

/** Flushes when the page is hidden or left, which on a phone may be the last that it hears. Returns how to stop. */
export function flushDraftsOnLeave(db: Database): () => void {
  const leave = new AbortController();
  const { signal } = leave;
  addEventListener('pagehide', () => flushDrafts(db), { signal });
  document.addEventListener('visibilitychange', () => document.hidden && flushDrafts(db), { signal });
  return () => leave.abort();
}

function findPen(db: Database, key: string): Pen {
  const pens = pensOf.get(db) ?? new Map<string, Pen>();
  pensOf.set(db, pens);
  const pen = pens.get(key) ?? { unsaved: undefined, isWriting: false, writes: new Set() };
  pens.set(key, pen);
  return pen;
}

function write(db: Database, pen: Pen, row: DraftRow): Promise<void> {
  pen.isWriting = true;
  const writing = db.drafts.put(row).then(
    () => {
      pen.writes.delete(writing);
      pen.isWriting = pen.writes.size > 0;
      if (pen.unsaved === row) pen.unsaved = undefined;
      else if (pen.unsaved !== undefined && !pen.isWriting) void write(db, pen, pen.unsaved);
    },
    (error: unknown) => {
      // Not lost: `unsaved` keeps it, and the saving that follows answers with the reason.
      pen.writes.delete(writing);
      pen.isWriting = pen.writes.size > 0;
      if (toStorageFailure(error)?.kind === 'quota') noteRoom(db, true);
    },
  );
  pen.writes.add(writing);
  return writing;
}

/** Every draft on the device that has reached the disk, by key. */
export const listDrafts = (db: Database): Promise<readonly DraftRow[]> => db.drafts.toArray();
