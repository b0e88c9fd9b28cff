import { counters } from '#domain/progress/counters.ts';
import type { RunningStatus } from '#domain/progress/goal-progress.ts';
import { readRoles } from '#domain/progress/read-amounts.ts';
import type { KindRules } from './kind-rules.ts';

/** Vid behov: handled of received. That none came must have been said: silence is no data. */
export const onDemandRules: KindRules<'on-demand'> = {
  count(_target, { log, feeds }) {
    const roles = readRoles(feeds, log);
    return roles ? { amount: roles.part, whole: roles.whole } : 'no-quantity';
  },

  measure({ tally, periodOver }) {
    const handled = tally[counters.sum] ?? 0;
    const received = tally[counters.whole] ?? 0;
    const said = (tally[counters.events] ?? 0) + (tally[counters.nil] ?? 0) > 0;
    const kept = handled >= received;
    return {
      detail: { kind: 'on-demand', handled, received },
      attainment: received === 0 ? undefined : handled / received,
      standing: {
        settled: said || periodOver ? undefined : 'no-data',
        running: kept ? 'on-pace' : 'behind',
        ended: said ? judgeEnd(kept) : 'unconfirmed',
      },
    };
  },
};

const judgeEnd = (kept: boolean): RunningStatus => (kept ? 'met' : 'not-met');
