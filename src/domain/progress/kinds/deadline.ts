import { byCounter, counters } from '#domain/progress/counters.ts';
import type { RunningStatus } from '#domain/progress/goal-progress.ts';
import { readAmount, readRoles } from '#domain/progress/read-amounts.ts';
import { increase } from '#domain/progress/tally.ts';
import type { TargetOf } from '#domain/records/target.ts';
import type { Figure, FigureInput, KindRules } from './kind-rules.ts';

/** Inom viss tid: done by a date, or so many in time of those handled. */
export const deadlineRules: KindRules<'deadline'> = {
  count(target, { log, feeds, sheet }) {
    if (target.by === undefined) {
      const roles = readRoles(feeds, log);
      return roles ? { amount: roles.part, whole: roles.whole } : 'no-quantity';
    }
    const amount = readAmount(feeds, log);
    if (amount === undefined) return 'no-quantity';
    if (log.date <= target.by) increase(sheet, byCounter(target.by), amount);
    return { amount };
  },

  measure: (input) => (input.target.by === undefined ? measureShare(input) : measureDate(input, input.target.by)),
};

const requiredShareOf = (target: TargetOf<'deadline'>): number => target.requiredShare ?? 1;

function measureShare({ target, tally }: FigureInput<'deadline'>): Figure<'deadline'> {
  const inTime = tally[counters.sum] ?? 0;
  const handled = tally[counters.whole] ?? 0;
  const requiredShare = requiredShareOf(target);
  const kept = inTime - requiredShare * handled >= -1e-9;
  return {
    detail: { kind: 'deadline', inTime, handled, requiredShare, withinDays: target.withinDays, late: inTime < handled },
    attainment: handled === 0 ? undefined : inTime / handled,
    standing: {
      settled: handled === 0 ? 'no-data' : undefined,
      running: kept ? 'on-pace' : 'behind',
      ended: kept ? 'met' : 'not-met',
    },
  };
}

/** The date itself is still in time; from the day after, what is not done is late, and what was done late stays late. */
function measureDate({ target, tally, asOf }: FigureInput<'deadline'>, by: string): Figure<'deadline'> {
  const handled = tally[counters.sum] ?? 0;
  const inTime = tally[byCounter(by)] ?? 0;
  const kept = inTime > 0;
  const passed = asOf > by;
  return {
    detail: {
      kind: 'deadline',
      inTime,
      handled,
      requiredShare: requiredShareOf(target),
      by,
      late: !kept && (passed || handled > 0),
    },
    attainment: kept || passed ? Number(kept) : undefined,
    standing: {
      settled: settleDate(kept, handled),
      running: passed ? 'behind' : 'not-started',
      ended: 'not-met',
    },
  };
}

function settleDate(kept: boolean, handled: number): RunningStatus | undefined {
  if (kept) return 'met';
  return handled > 0 ? 'not-met' : undefined;
}
