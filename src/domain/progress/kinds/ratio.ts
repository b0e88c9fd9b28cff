import { counters } from '#domain/progress/counters.ts';
import type { RunningStatus } from '#domain/progress/goal-progress.ts';
import { readRoles } from '#domain/progress/read-amounts.ts';
import type { KindRules } from './kind-rules.ts';

/** Andel: pooled part ÷ whole, never a mean of shares. A whole of 0 is no data. */
export const ratioRules: KindRules<'ratio'> = {
  count(_target, { log, feeds }) {
    const roles = readRoles(feeds, log);
    return roles ? { amount: roles.part, whole: roles.whole } : 'no-quantity';
  },

  measure({ target, tally, periodOver }) {
    const part = tally[counters.sum] ?? 0;
    const whole = tally[counters.whole] ?? 0;
    const share = whole === 0 ? undefined : part / whole;
    const enough = whole > 0 && whole >= (target.minDenominator ?? 0);
    // Compared by multiplication: 16 of 20 is exactly 80 %.
    const difference = part - target.share * whole;
    const kept = target.direction === 'at-least' ? difference >= -1e-9 : difference <= 1e-9;
    const settled = share === undefined || (!enough && !periodOver) ? 'no-data' : undefined;
    return {
      detail: { kind: 'ratio', part, whole, share, required: target.share, direction: target.direction, enough },
      attainment: share,
      standing: {
        settled,
        running: kept ? 'on-pace' : 'behind',
        ended: enough ? judgeEnd(kept) : 'unconfirmed',
      },
    };
  },
};

const judgeEnd = (kept: boolean): RunningStatus => (kept ? 'met' : 'not-met');
