import type { Day } from '#domain/calendar/day.ts';
import type { Assessment } from '#domain/records/assessment.ts';
import type { CitizenPromise } from '#domain/records/citizen-promise.ts';
import type { Deviation } from '#domain/records/deviation.ts';
import type { Goal } from '#domain/records/goal.ts';
import type { Measurement } from '#domain/records/measurement.ts';
import { computeProgress } from './compute-progress.ts';
import type { GoalProgress } from './goal-progress.ts';
import { emptyTally, type Tally } from './tally.ts';

export interface PromiseInput {
  readonly promise: CitizenPromise;
  readonly goals: readonly Goal[];
  /** By goal id; a goal without logs may be absent. */
  readonly totals: ReadonlyMap<string, Tally>;
  readonly measurements: readonly Measurement[];
  readonly assessments: readonly Assessment[];
  readonly deviations: readonly Deviation[];
}

export interface GoalStanding {
  readonly goal: Goal;
  readonly progress: GoalProgress;
}

/** Every goal of a promise with its figures. In: the promise with what its goals depend on, and a day. Out: in the goals' order. */
export const computePromise = (input: PromiseInput, asOf: Day): readonly GoalStanding[] =>
  input.goals.map((goal) => ({
    goal,
    progress: computeProgress({ ...input, goal, tally: input.totals.get(goal.id) ?? emptyTally, asOf }),
  }));
