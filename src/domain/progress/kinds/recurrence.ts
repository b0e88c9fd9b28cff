import { counters, nilCounter, unitCounter } from '#domain/progress/counters.ts';
import { forecastTotal } from '#domain/progress/forecast.ts';
import type { RunningStatus, UnitCount } from '#domain/progress/goal-progress.ts';
import { judgePace, toPace } from '#domain/progress/pace.ts';
import { readAmount } from '#domain/progress/read-amounts.ts';
import { increase } from '#domain/progress/tally.ts';
import { countUnits } from '#domain/progress/unit-counts.ts';
import type { Figure, FigureInput, KindRules } from './kind-rules.ts';

/**
 * Återkommande: k per unit, strictly or on average; both are shown, the target's reading decides.
 * Only whole units that are not paused decide, for what is required as for what is counted. The running unit adds to the
 * sum at once, and is required when it has passed.
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
    const detail = {
      kind: 'recurrence',
      times: target.times,
      per: target.per,
      reading: target.reading,
      sum: tally[counters.sum] ?? 0,
      each: { met: due.filter((unit) => unit.count >= target.times).length, due: due.length },
      average: {
        sum: sumOf(deciding),
        required: target.times * due.length,
        perUnit: due.length === 0 ? undefined : sumOf(due) / due.length,
      },
      units,
    } as const;
    const figure = target.reading === 'each' ? measureEach(input, deciding) : measureAverage(input, deciding);
    return { ...figure, detail };
  },
};

type Verdict = Omit<Figure<'recurrence'>, 'detail'>;

/** Read strictly, the number of logs says nothing: units met of whole units due. */
function measureEach(input: FigureInput<'recurrence'>, deciding: readonly UnitCount[]): Verdict {
  const due = deciding.filter((unit) => unit.due);
  const met = due.filter((unit) => unit.count >= input.target.times).length;
  return {
    attainment: due.length === 0 ? undefined : met / due.length,
    standing: { settled: settleEach(input, deciding), running: judgeEach(input, due), ended: endEach(input, due) },
  };
}

function settleEach(
  { target, period }: FigureInput<'recurrence'>,
  deciding: readonly UnitCount[],
): RunningStatus | undefined {
  if (!period) return undefined;
  if (deciding.length === 0) return 'no-data';
  return deciding.every((unit) => unit.count >= target.times) ? 'met' : undefined;
}

/**
 * Work that was reported in a few sums, enough for every unit while most of them are silent, says neither that each got
 * its share nor that one did not: 301 controls logged at once are no proof of every day, and none of a day without. Where
 * most units have reported, one that is silent is missed.
 */
function endEach({ target }: FigureInput<'recurrence'>, due: readonly UnitCount[]): RunningStatus {
  const isEnough = sumOf(due) >= target.times * due.length;
  const silent = due.filter((unit) => !unit.reported).length;
  return isEnough && silent * 2 > due.length ? 'unconfirmed' : 'not-met';
}

/** A unit that ends today can still be met: it is not missed until tomorrow. */
function judgeEach({ target, tally, asOf }: FigureInput<'recurrence'>, due: readonly UnitCount[]): RunningStatus {
  if (due.some((unit) => unit.to < asOf && unit.count < target.times)) return 'behind';
  return due.length > 0 || (tally[counters.events] ?? 0) > 0 ? 'on-pace' : 'not-started';
}

function measureAverage(
  { target, tally, frame, period, periodOver }: FigureInput<'recurrence'>,
  deciding: readonly UnitCount[],
): Verdict {
  const due = deciding.filter((unit) => unit.due);
  const events = tally[counters.events] ?? 0;
  const sum = sumOf(deciding);
  // Without dates there is no number of units, and so nothing to be on pace with.
  const total = period ? target.times * deciding.length : undefined;
  const paceFrame = total ? frame : undefined;
  return {
    attainment: due.length === 0 ? undefined : sum / (target.times * due.length),
    standing: {
      settled: total === undefined ? undefined : settleAverage(sum, total),
      running: judgePace(sum, total ?? 0, paceFrame, events),
      ended: 'not-met',
    },
    pace: total && paceFrame ? toPace(total, paceFrame) : undefined,
    forecast: total && !periodOver ? forecastTotal(sum, total, paceFrame, events) : undefined,
  };
}

function settleAverage(sum: number, total: number): RunningStatus | undefined {
  if (total === 0) return 'no-data';
  return sum >= total ? 'met' : undefined;
}

const sumOf = (units: readonly UnitCount[]): number => units.reduce((sum, unit) => sum + unit.count, 0);
