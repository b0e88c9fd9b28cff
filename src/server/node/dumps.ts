import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { syncFolder } from './durable-files.ts';
import { writeDurably } from './write-durably.ts';

/** How many days have a proven dump kept, the last one of each (sync 2.20). */
const keptDays = 14;
const ending = '.tar.gz';
const unproven = '.unproven';

/** Opens a dump and reads all of it. Out: whether that went well. */
export type ProveDump = (file: string) => Promise<boolean>;

export type DumpResult =
  | { readonly kind: 'proven'; readonly file: string; readonly bytes: number }
  /** It was written, and could not be opened: it is gone, and the earlier ones are as they were. */
  | { readonly kind: 'unproven' };

/**
 * Writes a copy of the embedded database that is known to open again.
 * In: the folder of the dumps, the moment in milliseconds, which names the file, the copy, and who proves it.
 */
export async function saveDump(folder: string, now: number, dump: Blob, prove: ProveDump): Promise<DumpResult> {
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder)) if (name.includes(unproven)) rmSync(join(folder, name));
  const file = join(folder, `${toStamp(now)}${ending}`);
  const bytes = new Uint8Array(await dump.arrayBuffer());
  writeDurably(`${file}${unproven}`, () => bytes);
  if (!(await prove(`${file}${unproven}`))) {
    rmSync(`${file}${unproven}`);
    return { kind: 'unproven' };
  }
  renameSync(`${file}${unproven}`, file);
  syncFolder(folder);
  for (const old of listSpent(listDumps(folder))) rmSync(old);
  return { kind: 'proven', file, bytes: bytes.length };
}

/** Dumps that were proven, newest first. In: their folder, which need not exist. Out: paths. */
export function listDumps(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => name.endsWith(ending));
  return names
    .sort()
    .reverse()
    .map((name) => join(folder, name));
}

/** In: dumps, newest first. Out: those that a later one of the same day has replaced, or that are too old. */
function listSpent(dumps: readonly string[]): readonly string[] {
  const days = new Set<string>();
  return dumps.filter((dump) => {
    const day = toDumpDay(dump);
    const isKept = !days.has(day) && days.size < keptDays;
    if (isKept) days.add(day);
    return !isKept;
  });
}

/** The day (`YYYY-MM-DD`, UTC) on which a dump was made. In: its path. Out: an empty text if its name does not say. */
export const toDumpDay = (file: string): string => /(\d{4}-\d{2}-\d{2})T[\d-]+Z\.tar\.gz$/.exec(file)?.[1] ?? '';

/** When a dump was made, in milliseconds. In: its path. Out: 0 if its name does not say. */
export function toDumpTime(file: string): number {
  const [, day, hour, minute, second, part] = /([\d-]{10})T(\d\d)-(\d\d)-(\d\d)-(\d{3})Z\.tar\.gz$/.exec(file) ?? [];
  return day === undefined ? 0 : Date.parse(`${day}T${hour}:${minute}:${second}.${part}Z`);
}

/** `2026-11-21T03-00-00-000Z`: rises with time, and is a file name everywhere. */
const toStamp = (now: number): string => new Date(now).toISOString().replaceAll(/[:.]/g, '-');

/**
 * Proves dumps in a process of its own: what brings it down does not bring the server down.
 * In: a script that runs `proveDump` when called with `prove-dump <file>`, and ends with 0 when it went well; and how
 * many milliseconds that may take: whatever is not proven by then counts as not proven.
 */
export const createChildProof =
  (script: string, patience = 300_000): ProveDump =>
  async (file) => {
    const child = spawn(process.execPath, [script, 'prove-dump', file], { stdio: 'ignore', timeout: patience });
    const [code] = await once(child, 'exit');
    return code === 0;
  };
