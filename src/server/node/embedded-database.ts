import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Kysely, PostgresDialect, sql } from 'kysely';
import { beginHistoryLine, readHistoryLine, toNextLine } from '#server/database/begin-history-line.ts';
import { type Erasure, eraseRows, listMissing } from '#server/database/erase-rows.ts';
import { createPglitePool } from '#server/database/pglite-pool.ts';
import type { ServerDatabase } from '#server/database/server-database.ts';
import type { ServerTables } from '#server/database/tables.ts';
import { createRedaction } from '#server/exchange/redact-push.ts';
import { type DumpResult, listDumps, type ProveDump, saveDump, toDumpDay } from './dumps.ts';
import type { Disk } from './durable-files.ts';
import { type LedgerReading, readLedger, writeLedger } from './erasure-ledger.ts';
import { type DatabaseFinding, type FoundDatabase, findEmbedded, type Recovery } from './find-embedded.ts';
import { type FolderLock, takeFolderLock } from './folder-lock.ts';
import { readInstanceNote, writeInstanceNote } from './instance-note.ts';
import { type JournalEntry, type OperationJournal, openJournal, readJournal } from './operation-journal.ts';
import { type ReplayReport, replayJournal } from './replay-journal.ts';

export interface EmbeddedOptions {
  /** The data folder; it is made if it does not exist. */
  readonly folder: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly prove: ProveDump;
  /** Somebody has said that this copy of a folder is the one to go on with: it becomes a new line of history. */
  readonly acceptCopy?: boolean | undefined;
  /** A dump that shall take the place of the database, which is kept aside: a new line of history, too. */
  readonly restore?: string | undefined;
  /** For tests: a disk that forgets what it was not forced to keep. */
  readonly disk?: Disk;
}

export interface EmbeddedDatabase {
  readonly database: ServerDatabase;
  readonly journal: OperationJournal;
  /** Set when a dump took the place of the database: asked for, or because it could not be opened. */
  readonly recovery?: Recovery;
  /** The connection of the owner of everything, for what no request may do: only before anybody is served. */
  readonly owner: Kysely<ServerTables>;
  /** Erases rows for everybody, and in the journal; noted in the ledger first. Only before anybody is served. */
  readonly erase: (erasures: readonly Erasure[]) => Promise<void>;
  /** To be called before anybody is served: erases again what a dump brought back, then plays what is missing. */
  readonly replay: (
    apply: (entry: JournalEntry) => Promise<void>,
  ) => Promise<ReplayReport & { readonly damaged: number }>;
  /** The nightly work: a proven dump, and an end to journals older than the oldest one. In: who proves, if another. */
  readonly dump: (prove?: ProveDump) => Promise<DumpResult>;
  /** Whether something was written that no dump has. */
  readonly hasNews: () => boolean;
  /** Why nothing is acknowledged any more, and the process has to end: the disk refused, or the folder was taken. */
  readonly findFailure: () => Error | undefined;
  /** Ends work that has begun, and lets go of the folder. */
  readonly close: () => Promise<void>;
}

export type EmbeddedOpening =
  | { readonly kind: 'open'; readonly embedded: EmbeddedDatabase }
  | { readonly kind: 'in-use'; readonly pid: number; readonly host: string }
  /** The folder is a copy, and nobody has said what is to become of the original. */
  | { readonly kind: 'copied' }
  /** A commit did not reach the disk: an engine or a file system that cannot be relied on. */
  | { readonly kind: 'not-durable' }
  | Exclude<LedgerReading, { readonly kind: 'read' }>
  | Exclude<DatabaseFinding, { readonly kind: 'open' }>;

/**
 * The database that needs no other program, in a folder: locked, written through to the disk, journalled and dumped
 * (sync 2.20). In: the options. Out: the database, or why not; then the folder is free again and as it was.
 */
export async function openEmbeddedDatabase(options: EmbeddedOptions): Promise<EmbeddedOpening> {
  mkdirSync(options.folder, { recursive: true });
  const attempt = takeFolderLock(options.folder, options.now);
  if (attempt.kind === 'in-use') return attempt;
  try {
    const opening = await open(options, attempt.lock);
    if (opening.kind !== 'open') attempt.lock.release();
    return opening;
  } catch (error) {
    attempt.lock.release();
    throw error;
  }
}

async function open(options: EmbeddedOptions, lock: FolderLock): Promise<EmbeddedOpening> {
  const { folder, now, prove, disk, restore } = options;
  const assertHeld = () => {
    if (lock.isLost()) throw new Error('Another process has taken the data folder');
  };
  const ledger = readLedger(folder);
  if (ledger.kind !== 'read') return ledger;
  const found = await findEmbedded({ folder, disk, restore, assertHeld });
  if (found.kind !== 'open') return found;
  const { pglite, files, database, recovery } = found;
  const owner = new Kysely<ServerTables>({ dialect: new PostgresDialect({ pool: createPglitePool(pglite) }) });
  const refusal = await findRefusal(options, owner, files);
  if (refusal) {
    await database.close();
    return refusal;
  }

  const [journalFolder, dumpFolder] = [join(folder, 'journal'), join(folder, 'dumps')];
  const journal = await openJournal(journalFolder, () => toDay(now()));
  let dumped = files.countSyncs();
  const findFailure = () => {
    const refused = files.findFailure() ?? journal.findFailure();
    return refused ?? (lock.isLost() ? new Error('Another process has taken the data folder') : undefined);
  };
  const embedded: EmbeddedDatabase = {
    ...{ database, journal, findFailure, owner },
    ...(recovery && { recovery }),
    erase: async (erasures) => {
      writeLedger(folder, [...ledger.erasures, ...erasures]);
      await carryOut(owner, journal, erasures);
    },
    replay: async (apply) => {
      await carryOut(owner, journal, await listMissing(owner, ledger.erasures));
      const note = readInstanceNote(folder);
      const [newest] = listDumps(dumpFolder);
      const { entries, damaged } = await readJournal(journalFolder, note?.replayFrom ?? (newest && toDumpDay(newest)));
      const report = await replayJournal(database, entries, apply);
      if (note?.replayFrom !== undefined) writeInstanceNote(folder, { id: note.id, line: note.line });
      return { ...report, damaged };
    },
    dump: async (other = prove) => {
      const covered = files.countSyncs();
      const result = await saveDump(dumpFolder, now(), await pglite.dumpDataDir('gzip'), other);
      if (result.kind === 'unproven') return result;
      dumped = covered;
      const oldest = listDumps(dumpFolder).at(-1);
      if (oldest) await journal.prune(toDumpDay(oldest));
      return result;
    },
    hasNews: () => files.countSyncs() > dumped,
    close: async () => {
      // Closing would mark files as whole that nobody knows to be: the next opening finds out.
      if (findFailure() === undefined) await database.close();
      await journal.close();
      lock.release();
    },
  };
  return { kind: 'open', embedded };
}

/** The database comes last: what it knows to be erased needs nothing more. */
async function carryOut(
  owner: Kysely<ServerTables>,
  journal: OperationJournal,
  erasures: readonly Erasure[],
): Promise<void> {
  if (erasures.length === 0) return;
  await journal.rewrite(createRedaction(erasures));
  await eraseRows(owner, erasures);
}

const toDay = (now: number): string => new Date(now).toISOString().slice(0, 10);

type Refusal = Extract<EmbeddedOpening, { readonly kind: 'copied' | 'not-durable' }>;

/**
 * Before anybody is served: a commit must reach the disk, and the folder must be the one that was left. A database that
 * is behind the line of its note was brought back from a dump, and begins that line now.
 */
async function findRefusal(
  options: EmbeddedOptions,
  superuser: Kysely<ServerTables>,
  files: FoundDatabase['files'],
): Promise<Refusal | undefined> {
  const { folder, now, acceptCopy = false, restore } = options;
  const { id, isNew } = await readInstance(superuser);
  const line = await readHistoryLine(superuser);
  const note = readInstanceNote(folder) ?? (isNew ? { id, line, isCopied: false } : undefined);

  if (!note || note.isCopied || note.id !== id) {
    if (!acceptCopy && restore === undefined) return { kind: 'copied' };
    // Nobody knows what the original has done since, nor which day of its journal this folder begins with.
    writeInstanceNote(folder, { id, line: toNextLine(Math.max(line, note?.line ?? 0), now()), replayFrom: '' });
  } else if (isNew) writeInstanceNote(folder, note);

  const before = files.countSyncs();
  await sql`UPDATE instance SET openings = openings + 1`.execute(superuser);
  if (files.countSyncs() === before) return { kind: 'not-durable' };
  const noted = readInstanceNote(folder)?.line ?? line;
  if (noted > line) await beginHistoryLine(superuser, noted, now());
  return undefined;
}

async function readInstance(
  superuser: Kysely<ServerTables>,
): Promise<{ readonly id: string; readonly isNew: boolean }> {
  const { rows } = await sql<{ readonly id: string; readonly openings: string }>`
    SELECT id, openings FROM instance
  `.execute(superuser);
  const { id = '', openings = '0' } = rows[0] ?? {};
  return { id, isNew: openings === '0' };
}
