import { type Cell, foldName, readText } from './cell.ts';
import { countNouns } from './cell-words.ts';

export type CountIssue = 'not-a-number' | 'ambiguous' | 'not-whole' | 'negative' | 'too-large';
export type ReadCount =
  | { readonly kind: 'count'; readonly count: number }
  | { readonly kind: 'empty' }
  | { readonly kind: 'unread'; readonly code: CountIssue };

const most = 10_000_000;
const unread = (code: CountIssue): ReadCount => ({ kind: 'unread', code });

/**
 * Reads a whole number as people write it: "1 200", "12 st", "3,0".
 * In: a cell, and words that may stand after the number (its unit). Out: the number, or why it is none. `1.234` is
 * two numbers to different people and is not read; 1,5 of something that is counted is refused.
 */
export function readCount(cell: Cell | undefined, units: readonly string[] = []): ReadCount {
  if (typeof cell === 'object') return unread('not-a-number');
  if (typeof cell === 'number') return toCount(cell);
  const text = readText(cell);
  if (text === '') return { kind: 'empty' };
  const match = /^([-+\u2212]?\s*\d[\d\s.,]*)(\p{L}.*)?$/u.exec(text);
  const [, written = '', noun] = match ?? [];
  if (!match || !isUnit(noun, units)) return unread('not-a-number');
  // Spaces group in threes: "12 14" is two numbers.
  const isGrouped = /^[-+\u2212]?\s*(?:\d{1,3}(?:\s\d{3})+|\d+)(?:[.,]\d+)?\s*$/u.test(written);
  const digits = written.replace(/\s/gu, '').replace('\u2212', '-');
  if (/^[-+]?[1-9]\d{0,2}\.\d{3}$/u.test(digits)) return unread('ambiguous');
  if (!isGrouped) return unread('not-a-number');
  return toCount(Number(digits.replace(',', '.')));
}

function isUnit(noun: string | undefined, units: readonly string[]): boolean {
  if (noun === undefined) return true;
  const word = foldName(noun);
  return countNouns.has(word) || units.some((unit) => foldName(unit) === word);
}

function toCount(value: number): ReadCount {
  if (!Number.isFinite(value)) return unread('not-a-number');
  if (!Number.isInteger(value)) return unread('not-whole');
  if (value < 0) return unread('negative');
  return value > most ? unread('too-large') : { kind: 'count', count: value };
}
