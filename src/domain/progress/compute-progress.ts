import type { Day } from '../calendar/day.ts';
import type { Assessment } from '../records/assessment.ts';
import type { CitizenPromise } from '../records/citizen-promise.ts';
import type { Deviation } from '../records/deviation.ts';
import type { Goal } from '../records/goal.ts';
import type { Measurement } from '../records/measurement.ts';
import type { StandingLog } from './contribution.ts';
import type { GoalExplanation, GoalProgress, PromiseRollUp } from './goal-progress.ts';
import type { Tally } from './tally.ts';

export interface ProgressInput {
  readonly goal: Goal;
  readonly promise: CitizenPromise;
  /** The goal's whole tally as of `asOf`. */
  readonly tally: Tally;
  readonly measurements: readonly Measurement[];
  readonly assessments: readonly Assessment[];
  readonly deviations: readonly Deviation[];
  readonly asOf: Day;
}

/** The one engine. In: a goal with everything it depends on. Out: every figure of it on the day `asOf`. */
export function computeProgress(_input: ProgressInput): GoalProgress {
  throw new Error('Under construction');
}

/** Which logs make the figure and which do not, and why. The counted amounts sum to what `computeProgress` shows. */
export function explainProgress(_input: Omit<ProgressInput, 'tally'>, _logs: readonly StandingLog[]): GoalExplanation {
  throw new Error('Under construction');
}

/** In: the goals' progress with their goals. Out: "x av y mål nådda" with the distribution and what needs talk. */
export function rollUpPromise(_goals: readonly { readonly goal: Goal; readonly progress: GoalProgress }[]): PromiseRollUp {
  throw new Error('Under construction');
}
