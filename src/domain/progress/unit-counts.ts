import { countDays, type Day } from '#domain/calendar/day.ts';
import type { Period } from '#domain/calendar/period.ts';
import type { Term } from '#domain/calendar/unit.ts';
import { readUnits } from '#domain/calendar/unit-keys.ts';
import type { RecurrenceUnit } from '#domain/records/target.ts';
import { nilCounter, unitCounter } from './counters.ts';
import type { UnitCount } from './goal-progress.ts';
import { countPausedDays, type PausedDays } from './pauses.ts';
import type { Tally } from './tally.ts';

export interface UnitCountInput {
  readonly tally: Tally;
  readonly span: Period | undefined;
  readonly asOf: Day;
  readonly terms: readonly Term[] | undefined;
  readonly pauses: PausedDays;
}

/** In: a tally with its span, and a unit. Out: each unit of the span with what it amounts to; none without a span. */
export function countUnits(
  { tally, span, asOf, terms, pauses }: UnitCountInput,
  per: RecurrenceUnit,
): readonly UnitCount[] {
  if (!span) return [];
  return readUnits(span, per, terms).map((unit) => {
    const count = tally[unitCounter(per, unit.key)] ?? 0;
    const { key, from, to, whole } = unit;
    const paused = pauses.length > 0 && isUnitPaused(pauses, from, to);
    const reported = count > 0 || tally[nilCounter(per, key)] !== undefined;
    return { key, from, to, whole, count, due: to <= asOf, paused, reported };
  });
}

/** A unit rests when at least half of its days do: nobody is asked to do a month's work in its last days. */
function isUnitPaused(pauses: PausedDays, from: Day, to: Day): boolean {
  const rests = countPausedDays(pauses, from, to);
  return rests > 0 && rests * 2 >= countDays(from, to);
}
