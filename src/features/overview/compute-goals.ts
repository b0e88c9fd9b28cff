import type { Day } from '#domain/calendar/day.ts';
import { computeProgress, rollUpPromise } from '#domain/progress/compute-progress.ts';
import type { DisposedOn, GoalProgress, PromiseRollUp } from '#domain/progress/goal-progress.ts';
import { emptyTally, type Tally } from '#domain/progress/tally.ts';
import type { Goal } from '#domain/records/goal.ts';
import type { Language } from '#domain/wording/locale.ts';
import { overviewSentence, rollUpSentence } from '#domain/wording/overview-sentence.ts';
import { findLatest } from '#features/disposed-note.tsx';
import type { PromiseOverview } from '#storage/overview.ts';

export interface GoalStanding {
  readonly goal: Goal;
  readonly progress: GoalProgress;
  readonly tally: Tally;
}

/** In: a promise with its tallies as of a day. Out: every goal with its progress, in the order of the text. */
export function computeGoals(overview: PromiseOverview, asOf: Day, tallies = overview.totals): readonly GoalStanding[] {
  const { promise, goals, measurements, assessments, deviations } = overview;
  return goals.map((goal) => {
    const tally = tallies.get(goal.id) ?? emptyTally;
    return {
      goal,
      tally,
      progress: computeProgress({ goal, promise, tally, measurements, assessments, deviations, asOf }),
    };
  });
}

export interface Verdict {
  readonly rollUp: PromiseRollUp;
  /** Answers "håller vi löftet?". */
  readonly sentence: string;
  /** "3 av 9 mål nådda, 1 utan uppgifter." */
  readonly reached: string;
  /** The latest disposal that took a figure. */
  readonly disposed: DisposedOn | undefined;
}

/** In: every goal of a promise. Out: the first sentence of its overview, and how many goals are met. */
export function sumUpPromise(standings: readonly GoalStanding[], language: Language): Verdict {
  const rollUp = rollUpPromise(standings);
  const [first] = standings;
  const facts = {
    names: Object.fromEntries(standings.map(({ goal }) => [goal.id, goal.shortName])),
    periodOver: first?.progress.periodOver ?? false,
    dated: first?.progress.period !== undefined,
    // Only whether anything has been logged decides the sentence, and one tally per goal knows that.
    logs: Math.max(0, ...standings.map(({ progress }) => progress.events)),
  };
  return {
    rollUp,
    sentence: overviewSentence(rollUp, facts, language),
    reached: rollUpSentence(rollUp, language),
    disposed: findLatest(standings.map(({ progress }) => progress)),
  };
}
