import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { pgliteParsers } from '#server/database/pglite-database.ts';
import { createDurableFiles, type Disk, type DurableFiles, syncFolder, toDurableStartParams } from './durable-files.ts';
import { syncTree } from './write-durably.ts';

export interface OpenFiles {
  readonly pglite: PGlite;
  readonly files: DurableFiles;
}

const toDatabase = (folder: string) => join(folder, 'database');
const toDraft = (folder: string) => join(folder, 'database.draft');

/** Whether there is a database in a data folder. */
export const hasDatabase = (folder: string): boolean => existsSync(toDatabase(folder));

/** Opens the database of a data folder. Rejects if it cannot be read. `disk` is another one only in tests. */
export const openPglite = (folder: string, disk?: Disk): Promise<OpenFiles> => openAt(toDatabase(folder), disk);

/**
 * Puts a database into a data folder that has none: a new one, or one from a dump. It appears whole, with every byte on
 * the disk, or not at all.
 */
export async function createPglite(folder: string, dump?: Blob): Promise<void> {
  await draftPglite(folder, dump);
  placeDraft(folder);
}

/**
 * Makes a database beside the one of a data folder, which it does not touch: a new one, or one from a dump. Rejects if
 * the dump cannot be read.
 */
export async function draftPglite(folder: string, dump?: Blob): Promise<void> {
  const draft = toDraft(folder);
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true });
  const { pglite } = await openAt(draft, undefined, dump);
  await pglite.close();
  syncTree(draft);
}

/** Puts the draft in the place of the database. In: the data folder, which has no database now. */
export function placeDraft(folder: string): void {
  renameSync(toDraft(folder), toDatabase(folder));
  syncFolder(folder);
}

/** Puts the database aside, for somebody to look at. In: its data folder. Out: where it is now. */
export function setAside(folder: string): string {
  let count = 1;
  while (existsSync(join(folder, `replaced-${count}`))) count += 1;
  const place = join(folder, `replaced-${count}`);
  renameSync(toDatabase(folder), place);
  syncFolder(folder);
  return place;
}

async function openAt(path: string, disk?: Disk, dump?: Blob): Promise<OpenFiles> {
  const files = createDurableFiles(path, disk);
  await files.settle();
  const pglite = new PGlite({
    fs: files.fs,
    startParams: toDurableStartParams(PGlite.defaultStartParams),
    parsers: pgliteParsers,
    ...(dump && { loadDataDir: dump }),
  });
  await pglite.waitReady;
  files.endOpening();
  return { pglite, files };
}
