import { join } from 'node:path';
import { openPgliteDatabase, type PgliteOpening } from '#server/database/pglite-database.ts';
import type { ServerDatabase } from '#server/database/server-database.ts';
import { listDumps, toDumpDay } from './dumps.ts';
import type { Disk } from './durable-files.ts';
import { readInstanceNote, writeInstanceNote } from './instance-note.ts';
import {
  createPglite,
  draftPglite,
  hasDatabase,
  type OpenFiles,
  openPglite,
  placeDraft,
  setAside,
} from './open-pglite.ts';
import { readDump } from './prove-dump.ts';

/** A dump has taken the place of the database. `aside`: where that is now, if there was one. */
export interface Recovery {
  readonly dump: string;
  readonly aside?: string;
}

export interface FoundDatabase extends OpenFiles {
  readonly database: ServerDatabase;
  readonly recovery?: Recovery;
}

export type DatabaseFinding =
  | ({ readonly kind: 'open' } & FoundDatabase)
  /** It cannot be opened, and there is no dump to go back to that can. */
  | { readonly kind: 'broken'; readonly reason: string }
  | Exclude<PgliteOpening, { readonly kind: 'open' }>;

export interface FindingPlace {
  readonly folder: string;
  readonly disk?: Disk | undefined;
  /** Throws once the folder is no longer this process's. */
  readonly assertHeld: () => void;
  /** A dump that shall take the place of the database, whatever state that is in. */
  readonly restore?: string | undefined;
}

/**
 * Opens the database of a locked data folder, or makes it, or puts the newest dump that opens in its place: asked for,
 * or because the database is broken or gone. A new database is made only where there never was one.
 * In: the place. Out: the database, its schema up to date; or why not, and then nothing was replaced.
 */
export async function findEmbedded(place: FindingPlace): Promise<DatabaseFinding> {
  const { folder, restore } = place;
  const dumps = listDumps(join(folder, 'dumps'));
  if (restore !== undefined) return await recover(place, [restore], '');
  if (!hasDatabase(folder)) {
    if (readInstanceNote(folder) || dumps.length > 0) return await recover(place, dumps, 'the folder has no database');
    await createPglite(folder);
  }
  try {
    return await openWhole(place);
  } catch (error) {
    if (!isBroken(error)) throw error;
    return await recover(place, dumps, toReason(error));
  }
}

/** The dump is made a database before anything is moved: what cannot even do that proves nothing about the old one. */
async function recover(place: FindingPlace, dumps: readonly string[], reason: string): Promise<DatabaseFinding> {
  const { folder } = place;
  const dump = await draftFirst(folder, dumps);
  if (typeof dump !== 'string') return { kind: 'broken', reason: reason || dump.reason };
  const note = readInstanceNote(folder);
  // Noted first: a number that is used twice would be worse than one that is skipped.
  if (note && !note.isCopied)
    writeInstanceNote(folder, { id: note.id, line: note.line + 1, replayFrom: toDumpDay(dump) });
  const aside = hasDatabase(folder) ? setAside(folder) : undefined;
  placeDraft(folder);
  const found = await openWhole(place);
  return found.kind === 'open' ? { ...found, recovery: { dump, ...(aside && { aside }) } } : found;
}

async function draftFirst(folder: string, dumps: readonly string[]): Promise<string | { readonly reason: string }> {
  let reason = 'no dump';
  for (const dump of dumps) {
    try {
      await draftPglite(folder, readDump(dump));
      return dump;
    } catch (error) {
      reason = toReason(error);
    }
  }
  return { reason };
}

async function openWhole({ folder, disk, assertHeld }: FindingPlace): Promise<DatabaseFinding> {
  const opened = await openPglite(folder, disk);
  const opening = await openPgliteDatabase(opened.pglite, () => {
    assertHeld();
    const failure = opened.files.findFailure();
    if (failure) throw failure;
  });
  if (opening.kind === 'open') return { ...opened, ...opening };
  await opened.pglite.close();
  return opening;
}

/** What the engine says of damage (SQLSTATE XX, 58), or a stop without any SQLSTATE: it fell over what it read. */
function isBroken(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return code === '' || /^(XX|58)/.test(code);
}

const toReason = (error: unknown): string => (error instanceof Error ? error.message : String(error));
