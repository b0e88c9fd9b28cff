/** One order for what several devices did without hearing of each other, the same wherever it is worked out. */

import { readInstant } from '#domain/calendar/instant.ts';

/** Something done: its name, the names of what its author knew, and the author's clock. */
export interface Deed {
  readonly id: string;
  readonly at: string;
  readonly causes: readonly string[];
}

/**
 * Causes come first; of what nobody had seen of each other, the one with the earlier clock, then the smaller name.
 * In: things done, in any order, none of which is a cause of itself. Out: the same things in the one order; a cause that
 * is not among them counts for nothing. What is added later, without being a cause of what is here, is put in between and
 * moves nothing: so whatever was last when somebody went on stands before what they did, for ever.
 */
export function orderByCauses<T extends Deed>(deeds: readonly T[]): readonly T[] {
  const known = new Set(deeds.map(({ id }) => id));
  const missing = new Map<string, number>();
  const following = new Map<string, T[]>();
  const ready: T[] = [];
  for (const deed of deeds) {
    const causes = new Set(deed.causes.filter((id) => known.has(id) && id !== deed.id));
    missing.set(deed.id, causes.size);
    if (causes.size === 0) ready.push(deed);
    for (const cause of causes) following.set(cause, [...(following.get(cause) ?? []), deed]);
  }
  // The earliest is taken from the end, where taking costs nothing.
  ready.sort((left, right) => compareDeeds(right, left));
  const ordered: T[] = [];
  for (let next = ready.pop(); next !== undefined; next = ready.pop()) {
    ordered.push(next);
    for (const deed of following.get(next.id) ?? []) {
      const left = (missing.get(deed.id) ?? 0) - 1;
      missing.set(deed.id, left);
      if (left === 0) insert(ready, deed);
    }
  }
  if (ordered.length !== deeds.length) throw new RangeError('Something is its own cause');
  return ordered;
}

function insert<T extends Deed>(ready: T[], deed: T): void {
  let [low, high] = [0, ready.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = ready[middle];
    if (other !== undefined && compareDeeds(other, deed) > 0) low = middle + 1;
    else high = middle;
  }
  ready.splice(low, 0, deed);
}

/** Clocks are written with their own offset; one that cannot be read comes first. */
function compareDeeds(left: Deed, right: Deed): number {
  const [earlier, later] = [toTime(left.at), toTime(right.at)];
  if (earlier !== later) return earlier - later;
  return left.id < right.id ? -1 : Number(left.id > right.id);
}

const toTime = (at: string): number => readInstant(at) ?? 0;
