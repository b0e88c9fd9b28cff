import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Erasure } from '#server/database/erase-rows.ts';
import { readCheckedLine, toCheckedLine } from './checked-line.ts';
import { writeDurably } from './write-durably.ts';

export type LedgerReading =
  /** Oldest first. */
  | { readonly kind: 'read'; readonly erasures: readonly Erasure[] }
  /** A line is not what was written: with it, something that was erased would come back from a backup. */
  | { readonly kind: 'ledger-damaged'; readonly place: string };

/** In: the data folder. */
export const toLedgerFile = (folder: string) => join(folder, 'erasures.jsonl');

/**
 * What was ever erased on this server: names and decisions, no content (sync 2.4). It is in no dump, or going back to one
 * would bring back what was erased. In: the data folder. Out: the entries, none where nothing was ever erased.
 */
export function readLedger(folder: string): LedgerReading {
  const file = toLedgerFile(folder);
  if (!existsSync(file)) return { kind: 'read', erasures: [] };
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  const erasures = lines.map((line) => readCheckedLine(line) as Erasure | undefined);
  const place = erasures.indexOf(undefined);
  if (place >= 0) return { kind: 'ledger-damaged', place: `${file}:${place + 1}` };
  return { kind: 'read', erasures: erasures.filter((one) => one !== undefined) };
}

/** Writes the ledger anew: the old one is there or the new one, whole. In: the data folder, and every entry. */
export function writeLedger(folder: string, erasures: readonly Erasure[]): void {
  mkdirSync(folder, { recursive: true });
  writeDurably(toLedgerFile(folder), () => new TextEncoder().encode(erasures.map(toCheckedLine).join('')));
}
