import type { Day } from '#domain/calendar/day.ts';
import type { GoalProgress } from '#domain/progress/goal-progress.ts';
import type { Activity } from '#domain/records/activity.ts';
import type { Assessment } from '#domain/records/assessment.ts';
import type { CitizenPromise } from '#domain/records/citizen-promise.ts';
import type { Deviation } from '#domain/records/deviation.ts';
import type { Feedback } from '#domain/records/feedback.ts';
import type { FocusArea } from '#domain/records/focus-area.ts';
import type { FollowUp } from '#domain/records/follow-up.ts';
import type { Goal } from '#domain/records/goal.ts';
import type { Measurement } from '#domain/records/measurement.ts';
import type { Language } from '#domain/wording/locale.ts';

/** A goal with its figures, computed by the one engine for `ReportInput.asOf`. */
export interface ReportGoal {
  readonly goal: Goal;
  readonly progress: GoalProgress;
  /** What was logged after the seal (the tally's `late`), printed as "5 (+1)". */
  readonly lateReported?: number | undefined;
}

/** What was done in one activity: occasions, as plain counts. Never notes, never planned work. */
export interface ActivityWork {
  readonly activityId: string;
  /** Occasions done from the promise's first day through the day of the figures, without those reported late. */
  readonly done: number;
  /** Months with at least one occasion, as `YYYY-MM`, in order. */
  readonly byMonth: readonly { readonly month: string; readonly done: number }[];
  readonly byOutcomes: readonly { readonly name: string; readonly count: number }[];
  readonly lateReported: number;
}

/** The same goal in the promise before, as it ended. */
export interface FormerGoal {
  /** The goal of this promise that carries the line on. */
  readonly goalId: string;
  readonly promiseTitle: string;
  readonly goal: Goal;
  readonly progress: GoalProgress;
  readonly attainment?: Assessment['attainment'];
}

/** All that a report is made from. Removed rows may be among them; they are left out. */
export interface ReportInput {
  readonly followUp: FollowUp;
  readonly promise: CitizenPromise;
  readonly focusAreas: readonly FocusArea[];
  readonly activities: readonly Activity[];
  readonly goals: readonly ReportGoal[];
  readonly assessments: readonly Assessment[];
  readonly measurements: readonly Measurement[];
  readonly deviations: readonly Deviation[];
  readonly feedback: readonly Feedback[];
  readonly work: readonly ActivityWork[];
  readonly former?: readonly FormerGoal[] | undefined;
  /**
   * The day that every figure is computed for. In a running promise the follow-up's last day or an earlier one; once the
   * promise's period is over a day after it, or nothing is ever decided.
   */
  readonly asOf: Day;
  readonly language: Language;
}
