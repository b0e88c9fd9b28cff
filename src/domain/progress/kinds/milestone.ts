import type { Day } from '#domain/calendar/day.ts';
import { effortCounter, itemCounter } from '#domain/progress/counters.ts';
import type { GoalDetail, RunningStatus } from '#domain/progress/goal-progress.ts';
import { toDatedPace } from '#domain/progress/pace.ts';
import { increase, type Tally } from '#domain/progress/tally.ts';
import type { TargetOf } from '#domain/records/target.ts';
import type { KindRules } from './kind-rules.ts';
import { listReached } from './named-items.ts';

type Step = TargetOf<'milestone'>['steps'][number];

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
    const steps = target.steps.map((step) => ({ ...nameStep(step), state: stateOf(step, tally, asOf) }));
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
        running: steps.some((step) => step.state === 'late') ? 'behind' : judgeStart(reached),
        ended: 'not-met',
      },
      pace: dated && frame ? toDatedPace(expected, frame) : undefined,
    };
  },
};

type StepState = Extract<GoalDetail, { kind: 'milestone' }>['steps'][number]['state'];

const nameStep = ({ id, name, dueOn }: Step) => ({ id, name, dueOn });

function stateOf(step: Step, tally: Tally, asOf: Day): StepState {
  if (tally[itemCounter(step.id)]) return 'reached';
  if (tally[effortCounter(step.id)]) return 'effort';
  return step.dueOn !== undefined && step.dueOn < asOf ? 'late' : 'open';
}

const isReached = (step: { readonly state: StepState }): boolean => step.state === 'reached' || step.state === 'effort';

const judgeStart = (reached: number): RunningStatus => (reached > 0 ? 'on-pace' : 'not-started');
