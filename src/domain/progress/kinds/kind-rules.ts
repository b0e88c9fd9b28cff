/** What a kind of target must answer. A new kind is one file with these rules and a line in `all-kinds.ts`. */
import type { Day } from '#domain/calendar/day.ts';
import type { Period } from '#domain/calendar/period.ts';
import type { Term } from '#domain/calendar/unit.ts';
import type { StandingLog } from '#domain/progress/contribution.ts';
import type { CountedFeed, CountingPlan } from '#domain/progress/counting-plan.ts';
import type { ExclusionReason, Forecast, GoalDetail, Pace, RunningStatus } from '#domain/progress/goal-progress.ts';
import type { PaceFrame } from '#domain/progress/pace.ts';
import type { PausedDays } from '#domain/progress/pauses.ts';
import type { Tally, TallySheet } from '#domain/progress/tally.ts';
import type { Assessment } from '#domain/records/assessment.ts';
import type { Goal } from '#domain/records/goal.ts';
import type { Measurement } from '#domain/records/measurement.ts';
import type { TargetKind, TargetOf } from '#domain/records/target.ts';

/** A log that has passed the rules common to all kinds, with the feeds of its activities. Counters go to `sheet`. */
export interface LogFacts {
  readonly plan: CountingPlan;
  readonly log: StandingLog;
  readonly feeds: readonly CountedFeed[];
  readonly sheet: TallySheet;
}

export interface Counted {
  readonly amount: number;
  readonly whole?: number | undefined;
  /** A person that may be new: widens the figure, never adds to it. */
  readonly unsure?: boolean;
}

/** Everything a figure depends on. */
export interface FigureInput<K extends TargetKind> {
  readonly target: TargetOf<K>;
  readonly goal: Goal;
  readonly tally: Tally;
  readonly measurements: readonly Measurement[];
  readonly assessments: readonly Assessment[];
  readonly asOf: Day;
  readonly period: Period | undefined;
  /** The days that units are listed for: the period, or from its start until today while its end is open. */
  readonly span: Period | undefined;
  readonly periodOver: boolean;
  readonly terms: readonly Term[] | undefined;
  readonly pauses: PausedDays;
  /** Undefined without a period, or when every day is paused or has no weight. */
  readonly frame: PaceFrame | undefined;
}

/**
 * Where the goal stands by its kind alone. `settled` is what no passing of time changes (no data, broken, met);
 * else `running` holds during the period and `ended` after it.
 */
export interface Standing {
  readonly settled?: RunningStatus | undefined;
  readonly running: RunningStatus;
  readonly ended: RunningStatus;
}

export interface Figure<K extends TargetKind> {
  readonly detail: Extract<GoalDetail, { kind: K }>;
  readonly standing: Standing;
  readonly attainment?: number | undefined;
  readonly pace?: Pace | undefined;
  readonly forecast?: Forecast | undefined;
  /** Reasons to talk beyond what the status says. */
  readonly needsTalk?: boolean;
}

export interface KindRules<K extends TargetKind> {
  /** How much a done log counts, and the kind's own counters; or why it does not count. Writes nothing when it does not. */
  readonly count: (target: TargetOf<K>, facts: LogFacts) => Counted | ExclusionReason;
  /** What "nothing to report" means for the kind, where it means something. */
  readonly noteNothing?: (target: TargetOf<K>, facts: LogFacts) => void;
  readonly measure: (input: FigureInput<K>) => Figure<K>;
}

/** The rule of kinds that count what their feeds amount to. */
export const readReported = (amount: number | undefined): Counted | ExclusionReason =>
  amount === undefined ? 'no-quantity' : { amount };
