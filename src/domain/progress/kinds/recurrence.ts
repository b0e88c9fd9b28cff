import { counters, nilCounter, unitCounter } from '../counters.ts';
import { forecastTotal } from '../forecast.ts';
import type { UnitCount } from '../goal-progress.ts';
import { judgePace, toPace } from '../pace.ts';
import { readAmount } from '../read-amounts.ts';
import { increase } from '../tally.ts';
import { countUnits } from '../unit-counts.ts';
import type { Figure, FigureInput, KindRules } from './kind-rules.ts';

/**
 * Återkommande: k per unit, strictly or on average; both are shown, the target's reading decides.
 * Units and what is counted in them always come from the same set: whole ones that are not paused.
 */
export const recurrenceRules: KindRules<'recurrence'> = {
  count(target, { plan, log, feeds, sheet }) {
    const amount = readAmount(feeds, log);
    if (amount === undefined) return 'no-quantity';
    const key = plan.unitKey(target.per, log.date);
    if (key !== undefined && amount === 0) increase(sheet, nilCounter(target.per, key), 1);
    if (key !== undefined) increase(sheet, unitCounter(target.per, key), amount);
    return { amount };
  },

  noteNothing(target, { plan, log, sheet }) {
    const key = plan.unitKey(target.per, log.date);
    if (key !== undefined) increase(sheet, nilCounter(target.per, key), 1);
  },

  measure(input) {
    const { target, tally } = input;
    const units = countUnits(input, target.per);
    const deciding = units.filter((unit) => unit.whole && !unit.paused);
    const due = deciding.filter((unit) => unit.due);
    const dueSum = sumOf(due);
    const detail = {
      kind: 'recurrence',
      times: target.times,
      per: target.per,
      reading: target.reading,
      sum: tally[counters.sum] ?? 0,
      each: { met: due.filter((unit) => unit.count >= target.times).length, due: due.length },
      average: {
        sum: dueSum,
        required: target.times * due.length,
        perUnit: due.length === 0 ? undefined : dueSum / due.length,
      },
      units,
    } as const;
    const figure = target.reading === 'each' ? measureEach(input, deciding) : measureAverage(input, deciding);
    return { ...figure, detail };
  },
};

type Verdict = Omit<Figure<'recurrence'>, 'detail'>;

/** A unit that ends today can still be met: it is not missed until tomorrow. */
function measureEach(
  { target, tally, asOf, period, span }: FigureInput<'recurrence'>,
  deciding: readonly UnitCount[],
): Verdict {
  const due = deciding.filter((unit) => unit.due);
  const isMet = (unit: UnitCount): boolean => unit.count >= target.times;
  const missed = due.some((unit) => unit.to < asOf && !isMet(unit));
  const started = (tally[counters.events] ?? 0) > 0 || due.length > 0;
  return {
    attainment: due.length === 0 ? undefined : due.filter(isMet).length / due.length,
    standing: {
      settled:
        span && deciding.length === 0 && period ? 'no-data' : period && deciding.every(isMet) ? 'met' : undefined,
      running: missed ? 'behind' : started ? 'on-pace' : 'not-started',
      ended: 'not-met',
    },
  };
}

function measureAverage(
  { target, tally, frame, period, periodOver }: FigureInput<'recurrence'>,
  deciding: readonly UnitCount[],
): Verdict {
  const due = deciding.filter((unit) => unit.due);
  const events = tally[counters.events] ?? 0;
  const total = target.times * deciding.length;
  const sum = sumOf(deciding);
  const bounded = period !== undefined && total > 0;
  return {
    attainment: due.length === 0 ? undefined : sumOf(due) / (target.times * due.length),
    standing: {
      settled: period && total === 0 ? 'no-data' : bounded && sum >= total ? 'met' : undefined,
      running: judgePace(sum, total, bounded ? frame : undefined, events),
      ended: 'not-met',
    },
    pace: bounded && frame ? toPace(total, frame) : undefined,
    forecast: bounded && !periodOver ? forecastTotal(sum, total, frame, events) : undefined,
  };
}

const sumOf = (units: readonly UnitCount[]): number => units.reduce((sum, unit) => sum + unit.count, 0);
