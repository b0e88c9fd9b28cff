import { effortCounter, itemCounter } from '../counters.ts';
import { toDatedPace } from '../pace.ts';
import { increase } from '../tally.ts';
import type { KindRules } from './kind-rules.ts';
import { listReached } from './named-items.ts';

/** Leverans, steg: whole steps only, and the last one is the delivery. */
export const milestoneRules: KindRules<'milestone'> = {
  count(target, { plan, log, sheet }) {
    const steps = new Map(target.steps.map((step) => [step.id, step]));
    const reached = listReached(log, plan.goal.id, (id, effort) => {
      const step = steps.get(id);
      return step !== undefined && (!effort || step.allowsEffort === true);
    });
    if (reached.size === 0) return 'other-item';
    for (const [id, how] of reached) increase(sheet, how === 'effort' ? effortCounter(id) : itemCounter(id), 1);
    return { amount: reached.size };
  },

  measure({ target, tally, asOf, frame }) {
    const steps = target.steps.map(({ id, name, dueOn }) => {
      const late = dueOn !== undefined && dueOn < asOf;
      const open = late ? ('late' as const) : ('open' as const);
      const state = tally[itemCounter(id)]
        ? ('reached' as const)
        : tally[effortCounter(id)]
          ? ('effort' as const)
          : open;
      return { id, name, dueOn, state };
    });
    const isReached = (step: (typeof steps)[number]): boolean => step.state === 'reached' || step.state === 'effort';
    const reached = steps.filter(isReached).length;
    const last = steps.at(-1);
    const dated = steps.some((step) => step.dueOn !== undefined);
    const expected = steps.filter((step) => step.dueOn !== undefined && step.dueOn < asOf).length;
    return {
      detail: { kind: 'milestone', reached, steps },
      attainment: reached / steps.length,
      standing: {
        settled: last && isReached(last) ? 'met' : undefined,
        // A step's own date is a fact: it is late the day after, however early in the period that is.
        running: steps.some((step) => step.state === 'late') ? 'behind' : reached > 0 ? 'on-pace' : 'not-started',
        ended: 'not-met',
      },
      pace: dated && frame ? toDatedPace(expected, frame) : undefined,
    };
  },
};
