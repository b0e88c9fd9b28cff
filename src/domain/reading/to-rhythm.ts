import type { RecurrenceUnit, Target } from '#domain/records/target.ts';

/** How many of a unit go into the larger one that is counted instead, where a promise skips some ("varannan vecka"). */
const larger: Readonly<
  Partial<Record<RecurrenceUnit, { readonly per: RecurrenceUnit; readonly holds: number } | undefined>>
> = {
  day: { per: 'week', holds: 7 },
  week: { per: 'half-year', holds: 26 },
  month: { per: 'year', holds: 12 },
  quarter: { per: 'year', holds: 4 },
  tertial: { per: 'year', holds: 3 },
  term: { per: 'year', holds: 2 },
  'half-year': { per: 'year', holds: 2 },
};
/** Every so many months has a unit of its own. */
const monthly: Readonly<Record<number, RecurrenceUnit>> = { 3: 'quarter', 4: 'tertial', 6: 'half-year', 12: 'year' };

interface Rhythm {
  readonly times: number;
  readonly per: RecurrenceUnit;
  readonly everyNth: number;
  readonly reading: 'each' | 'average';
  readonly unit: string;
}

/**
 * A rhythm as a target, never demanding more than was promised: every second week is 13 in half a year, on average; every
 * second year is that many in all. In: a whole number of times, the unit, and how many units lie between. Out: a target.
 */
export function toRhythm({ times, per, everyNth, reading, unit }: Rhythm): Target {
  if (everyNth <= 1) return { kind: 'recurrence', times, per, reading, unit };
  const own = per === 'month' ? monthly[everyNth] : undefined;
  if (own) return { kind: 'recurrence', times, per: own, reading, unit };
  const next = larger[per];
  const total = next ? Math.floor((times * next.holds) / everyNth) : 0;
  if (!next || total < 1) return { kind: 'count', value: times, unit };
  return { kind: 'recurrence', times: total, per: next.per, reading: 'average', unit };
}
