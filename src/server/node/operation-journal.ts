import { type FileHandle, mkdir, open, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { readCheckedLine, toCheckedLine } from './checked-line.ts';
import { syncFolder } from './durable-files.ts';
import { writeDurably } from './write-durably.ts';

/**
 * What was acknowledged, once more, outside the database. `operationIds` are what the database is asked for, to see
 * whether it still knows them; `body` is what whoever plays it again needs.
 */
export interface JournalEntry {
  readonly spaceId: string;
  readonly userId: string;
  readonly operationIds: readonly string[];
  readonly body: unknown;
}

export interface OperationJournal {
  /** Resolves when the entry is on the disk: only then may the push be acknowledged. Entries that wait share one sync. */
  readonly append: (entry: JournalEntry) => Promise<void>;
  /** Why nothing more can be appended, if so. */
  readonly findFailure: () => Error | undefined;
  /** Removes the files of the days before a day (`YYYY-MM-DD`). */
  readonly prune: (before: string) => Promise<void>;
  /** Writes every entry anew as `change` says, a file at a time: after a crash in the middle, to be done again. */
  readonly rewrite: (change: (entry: JournalEntry) => JournalEntry) => Promise<void>;
  readonly close: () => Promise<void>;
}

export interface JournalReading {
  readonly entries: readonly JournalEntry[];
  /** Lines that are not what was written, leaving out a torn last one: that was never acknowledged. */
  readonly damaged: number;
}

interface WaitingLine {
  readonly text: string;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

const fileName = /^(\d{4}-\d{2}-\d{2})\.jsonl$/;
const toFile = (folder: string, day: string) => join(folder, `${day}.jsonl`);

/**
 * Opens the journal of the embedded database for writing (sync 2.20).
 * In: its folder, and a function that says today's day (`YYYY-MM-DD`), by which files are rotated. What a crash left
 * unfinished at the end of today's file is cut off.
 */
export async function openJournal(folder: string, today: () => string): Promise<OperationJournal> {
  await mkdir(folder, { recursive: true });
  let day = today();
  let file = await openDay(folder, day);
  let waiting: WaitingLine[] = [];
  let writing = Promise.resolve();
  let failure: Error | undefined;

  async function write(): Promise<void> {
    const lines = waiting;
    waiting = [];
    if (lines.length === 0) return;
    try {
      if (failure) throw failure;
      if (today() !== day) {
        await file.close();
        day = today();
        file = await openDay(folder, day);
      }
      await file.appendFile(lines.map(({ text }) => text).join(''));
      await file.datasync();
      for (const { resolve } of lines) resolve();
    } catch (error) {
      // After a failed sync nobody knows what is on the disk: nothing more is acknowledged.
      failure = toError(error);
      for (const { reject } of lines) reject(error);
    }
  }

  return {
    append: (entry) =>
      new Promise((resolve, reject) => {
        waiting.push({ text: toCheckedLine(entry), resolve, reject });
        writing = writing.then(write);
      }),
    findFailure: () => failure,
    prune: async (before) => {
      const old = (await listDays(folder)).filter((one) => one < before);
      for (const one of old) await rm(toFile(folder, one));
    },
    rewrite: (change) => {
      const rewriting = writing.then(async () => {
        await file.close();
        for (const one of await listDays(folder)) await rewriteDay(toFile(folder, one), change);
        file = await openDay(folder, day);
      });
      writing = rewriting.catch((error: unknown) => {
        failure = toError(error);
      });
      return rewriting;
    },
    close: async () => {
      await writing;
      await file.close();
    },
  };
}

async function rewriteDay(path: string, change: (entry: JournalEntry) => JournalEntry): Promise<void> {
  let isChanged = false;
  const lines = (await readFile(path, 'utf8')).split('\n').map((line) => {
    const entry = parseLine(line);
    const changed = entry && change(entry);
    if (changed === undefined || changed === entry) return line;
    isChanged = true;
    return toCheckedLine(changed).trimEnd();
  });
  if (isChanged) writeDurably(path, () => new TextEncoder().encode(lines.join('\n')));
}

/**
 * Reads what was acknowledged, oldest first.
 * In: the folder, and the first day that matters (`YYYY-MM-DD`). Out: the entries whose checksum holds. A folder that
 * does not exist has none.
 */
export async function readJournal(folder: string, from = ''): Promise<JournalReading> {
  const entries: JournalEntry[] = [];
  let damaged = 0;
  for (const day of (await listDays(folder)).filter((one) => one >= from)) {
    const file = await open(toFile(folder, day));
    let isLastBad = false;
    for await (const line of file.readLines()) {
      if (isLastBad) damaged += 1;
      const entry = parseLine(line);
      isLastBad = entry === undefined;
      if (entry) entries.push(entry);
    }
  }
  return { entries, damaged };
}

const parseLine = (line: string) => readCheckedLine(line) as JournalEntry | undefined;

const toError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));

async function listDays(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  return names.flatMap((name) => fileName.exec(name)?.[1] ?? []).sort();
}

async function openDay(folder: string, day: string): Promise<FileHandle> {
  const file = await open(toFile(folder, day), 'a+');
  const text = await file.readFile();
  // Every whole line ends with a newline; what follows the last one was being written when the process ended.
  const whole = text.lastIndexOf(0x0a) + 1;
  if (whole < text.length) await file.truncate(whole);
  await file.sync();
  syncFolder(folder);
  return file;
}
