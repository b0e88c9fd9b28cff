import { counters, itemCounter } from '#domain/progress/counters.ts';
import { judgePace, toPace } from '#domain/progress/pace.ts';
import { increase } from '#domain/progress/tally.ts';
import type { KindRules } from './kind-rules.ts';
import { listReached } from './named-items.ts';

/** Alla av …: named members, each ticked once however often it is logged; half-done members count 0. */
export const checklistRules: KindRules<'checklist'> = {
  count(target, { plan, log, sheet }) {
    const members = new Set(target.members.map((member) => member.id));
    const reached = listReached(log, plan.goal.id, (id, effort) => members.has(id) && !effort);
    if (reached.size === 0) return 'other-item';
    for (const id of reached.keys()) increase(sheet, itemCounter(id), 1);
    return { amount: reached.size };
  },

  measure({ target, tally, frame }) {
    const members = target.members.map(({ id, name }) => ({ id, name, ticked: (tally[itemCounter(id)] ?? 0) > 0 }));
    const ticked = members.filter((member) => member.ticked).length;
    const required = Math.ceil((target.requiredShare ?? 1) * members.length - 1e-9);
    return {
      detail: { kind: 'checklist', ticked, required, members },
      attainment: ticked / members.length,
      standing: {
        settled: ticked >= required ? 'met' : undefined,
        running: judgePace(ticked, required, frame, tally[counters.events] ?? 0),
        ended: 'not-met',
      },
      pace: frame && toPace(required, frame),
    };
  },
};
