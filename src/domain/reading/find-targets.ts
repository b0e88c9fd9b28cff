/** Numbers that a sentence promises: how many, how often, what share, within what time (model section 3). */
import { findAbsences } from './target-rest.ts';
import { findRecurrences } from './find-recurrences.ts';
import { hideTraps } from './number-traps.ts';
import { findShares } from './find-shares.ts';
import { findCounts } from './find-counts.ts';
import type { DraftTarget } from './promise-draft.ts';

export interface FoundTarget {
  readonly start: number;
  readonly end: number;
  readonly target: DraftTarget;
}

/** In: the words of one item or sentence. Out: every number that it promises, in order, none of them twice. */
export function findTargets(text: string): FoundTarget[] {
  const hidden = hideTraps(text);
  const found: FoundTarget[] = [];
  for (const find of [findRecurrences, findShares, findCounts, findAbsences]) {
    for (const target of find(hide(hidden, found), text)) found.push(target);
  }
  return found.toSorted((a, b) => a.start - b.start);
}

const hide = (text: string, found: readonly FoundTarget[]): string =>
  found.reduce(
    (hidden, { start, end }) => hidden.slice(0, start) + ' '.repeat(end - start) + hidden.slice(end),
    text,
  );
