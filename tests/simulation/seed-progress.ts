/** How far a long run has come, kept in a file so that it can go on after it was stopped. */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { RunResult } from './run-seed.ts';

export interface SeedRange {
  readonly from: number;
  readonly to: number;
}

export interface SeedProgress {
  /** Of the program that ran: what another program has proven proves nothing for this one. */
  readonly code: string;
  /** Chunks that are done, by their first seed. */
  readonly done: number[];
  readonly totals: Record<string, number>;
  readonly failed: { readonly seed: number; readonly violations: readonly string[] }[];
}

export interface ChunkResult {
  readonly totals: Readonly<Record<string, number>>;
  readonly failed: SeedProgress['failed'];
}

export const emptyProgress = (code: string): SeedProgress => ({ code, done: [], totals: {}, failed: [] });

/** In: the file and the program's own name. Out: what it had come to, or nothing done when another program wrote it. */
export function readProgress(file: string, code: string): SeedProgress {
  try {
    const progress = JSON.parse(readFileSync(file, 'utf8')) as SeedProgress;
    return progress.code === code ? progress : emptyProgress(code);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return emptyProgress(code);
    throw error;
  }
}

export function saveProgress(file: string, progress: SeedProgress): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, JSON.stringify(progress));
  renameSync(`${file}.new`, file);
}

/** Every chunk of a range that is not done yet. */
export function* listChunks({ from, to }: SeedRange, done: ReadonlySet<number>, size: number): Generator<SeedRange> {
  for (let first = from; first <= to; first += size) {
    if (!done.has(first)) yield { from: first, to: Math.min(to, first + size - 1) };
  }
}

/** Adds what runs have counted. */
export function addCounts(totals: Record<string, number>, counts: Readonly<Record<string, number>>): void {
  for (const [name, count] of Object.entries(counts)) totals[name] = (totals[name] ?? 0) + count;
}

export const countRun = ({ operations, steps, counts }: RunResult): Record<string, number> => ({
  seeds: 1,
  operations,
  steps,
  ...counts,
});
