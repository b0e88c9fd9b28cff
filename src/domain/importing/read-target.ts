import type { RecurrenceUnit } from '#domain/records/target.ts';
import { type Cell, foldName, readText } from './cell.ts';
import { periodByWord, periodStart } from './cell-words.ts';
import { type CountIssue, readCount } from './read-count.ts';

export interface ReadTarget {
  readonly value: number;
  readonly unit: string | undefined;
  readonly per: RecurrenceUnit | 'period' | undefined;
}

export type TargetResult =
  | { readonly kind: 'target'; readonly target: ReadTarget }
  | { readonly kind: 'empty' }
  | { readonly kind: 'unread'; readonly code: CountIssue | 'count-of-zero' | 'period-unknown' };

/**
 * Reads how much shall be done: "12", "12 kontroller", "minst 2 gånger per vecka".
 * In: the cell with the number. Out: the number with the unit and the period that stand beside it, if they do. A highest
 * number ("högst 5") is another kind of goal and is not read.
 */
export function readTarget(cell: Cell | undefined): TargetResult {
  const text = readText(cell);
  if (text === '') return { kind: 'empty' };
  const match = /^(?:minst|at least)?\s*([\d\s.,]*\d)\s*([^\d]*)$/iu.exec(text);
  if (!match) return { kind: 'unread', code: 'not-a-number' };
  const [, number = '', rest = ''] = match;
  const read = readCount(typeof cell === 'number' ? cell : number);
  if (read.kind === 'unread') return { kind: 'unread', code: read.code };
  if (read.kind === 'empty') return { kind: 'empty' };
  if (read.count === 0) return { kind: 'unread', code: 'count-of-zero' };
  const [unit = '', often] = ` ${rest}`.split(/\s*\/\s*|\s+(?=(?:per|i|om|varje|under|a|each|every|during)\s)/iu);
  const per = often === undefined ? undefined : readPeriod(often);
  if (often !== undefined && per === undefined) return { kind: 'unread', code: 'period-unknown' };
  return { kind: 'target', target: { value: read.count, unit: unit.trim() || undefined, per } };
}

/** In: "per vecka", "varje månad", "år", "2026". Out: how often; undefined where it says something else. */
export function readPeriod(text: string): RecurrenceUnit | 'period' | undefined {
  const name = foldName(text);
  if (/^(?:\p{L}+ )?20\d\d$/u.test(name)) return 'period';
  return periodByWord.get(name) ?? periodByWord.get(name.replace(periodStart, ''));
}
