import { countDays } from '#domain/calendar/day.ts';
import { counters, nilCounter, unitCounter } from '#domain/progress/counters.ts';
import { readAmount } from '#domain/progress/read-amounts.ts';
import { increase } from '#domain/progress/tally.ts';
import { countUnits } from '#domain/progress/unit-counts.ts';
import type { KindRules } from './kind-rules.ts';

/** Share of a tertial that may pass in silence before it is worth talking about: its first day proves nothing. */
const graceShare = 0.2;

/** Löpande: a plain count with a sign of life per tertial. No number decides it, and no percentage is made of it. */
export const ongoingRules: KindRules<'ongoing'> = {
  count(_target, { plan, log, feeds, sheet }) {
    const amount = readAmount(feeds, log);
    if (amount === undefined) return 'no-quantity';
    const key = plan.unitKey('tertial', log.date);
    if (key !== undefined && amount === 0) increase(sheet, nilCounter('tertial', key), 1);
    if (key !== undefined) increase(sheet, unitCounter('tertial', key), amount);
    return { amount };
  },

  noteNothing(_target, { plan, log, sheet }) {
    const key = plan.unitKey('tertial', log.date);
    if (key !== undefined) increase(sheet, nilCounter('tertial', key), 1);
  },

  measure(input) {
    const { tally, asOf, periodOver } = input;
    const count = tally[counters.sum] ?? 0;
    const tertials = countUnits(input, 'tertial');
    const running = tertials.find((unit) => unit.from <= asOf && asOf <= unit.to);
    const silent = running ? running.count === 0 : !periodOver && tertials.length === 0 && count === 0;
    const graceOver = !running || countDays(running.from, asOf) / countDays(running.from, running.to) >= graceShare;
    return {
      detail: { kind: 'ongoing', count, tertials, silent },
      standing: { settled: 'unmeasured', running: 'unmeasured', ended: 'unmeasured' },
      needsTalk: silent && graceOver && !running?.paused,
    };
  },
};
