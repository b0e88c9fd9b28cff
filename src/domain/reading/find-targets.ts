/** Numbers that a sentence promises: how many, how often, what share, within what time (model section 3). */

import { findCounts } from './find-counts.ts';
import { findRecurrences } from './find-recurrences.ts';
import { findShares } from './find-shares.ts';
import { hideTraps } from './number-traps.ts';
import type { DraftTarget } from './promise-draft.ts';
import { findAbsences } from './target-rest.ts';

export interface FoundTarget {
  readonly start: number;
  readonly end: number;
  readonly target: DraftTarget;
  /** Said how many by itself ("en gång i veckan"), rather than only how often ("varje vecka"). */
  readonly hasOwnNumber?: boolean;
}

/** Nobody promises in more words than this; what is longer is searched in its beginning. */
const longest = 1500;

/** In: the words of one item or sentence. Out: every number that it promises, in order, none of them twice. */
export function findTargets(words: string): FoundTarget[] {
  const text = words.slice(0, longest);
  const hidden = hideTraps(text);
  const found: FoundTarget[] = [];
  for (const find of [findRecurrences, findShares, findCounts, findAbsences]) {
    for (const target of find(hide(hidden, found), text, found)) found.push(target);
  }
  return joinCadence(
    found.toSorted((a, b) => a.start - b.start),
    text,
  );
}

/** "Minst två patruller i centrum varje lördagskväll": how many, and how often, are one promise. */
function joinCadence(found: readonly FoundTarget[], text: string): FoundTarget[] {
  const joined: FoundTarget[] = [];
  for (const one of found) {
    const last = joined.at(-1);
    const between = last ? text.slice(last.end, one.start) : '';
    const isSameClause =
      last?.target.kind === 'count' && between.length < 70 && !/[.;:]|\s(?:och|samt)\s/u.test(between);
    const isOften =
      (one.target.kind === 'recurrence' || one.target.kind === 'schedule') &&
      (one.target.value ?? 1) === 1 &&
      !one.hasOwnNumber;
    if (last && isSameClause && isOften) {
      const { value, unit } = last.target;
      joined[joined.length - 1] = {
        start: last.start,
        end: one.end,
        target: { ...one.target, ...(value !== undefined && { value }), ...(unit !== undefined && { unit }) },
      };
    } else joined.push(one);
  }
  return joined.map((one) =>
    one.target.kind === 'count' && /(?:^|\s)årligen\s/iu.test(text.slice(0, one.start))
      ? { ...one, target: toYearly(one.target) }
      : one,
  );
}

const toYearly = ({ value, unit }: DraftTarget): DraftTarget => ({
  kind: 'recurrence',
  per: 'year',
  reading: 'each',
  ...(value !== undefined && { value }),
  ...(unit !== undefined && { unit }),
});

const hide = (text: string, found: readonly FoundTarget[]): string =>
  found.reduce((hidden, { start, end }) => hidden.slice(0, start) + ' '.repeat(end - start) + hidden.slice(end), text);
