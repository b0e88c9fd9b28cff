/** What is known about one goal on one day. Every surface (card, chart, table, report, export) shows these figures and no others. */
import type { Day } from '#domain/calendar/day.ts';
import type { Period } from '#domain/calendar/period.ts';
import type { RecurrenceUnit, Target, TargetKind } from '#domain/records/target.ts';

/** Model section 4. After the period: `not-met` and `unconfirmed`. `disposed`: what it was counted from is gone (guard P7). */
export const runningStatuses = [
  'met',
  'ahead',
  'on-pace',
  'at-risk',
  'behind',
  'not-started',
  'paused',
  'holding',
  'broken',
  'awaiting',
  'no-data',
  'unmeasured',
  'not-met',
  'unconfirmed',
  'rescoped',
  'disposed',
] as const;
export type RunningStatus = (typeof runningStatuses)[number];

/** Range of likely final values (80 %), and the chance (0–1) of reaching the target. */
export interface Forecast {
  readonly low: number;
  readonly median: number;
  readonly high: number;
  readonly chance: number;
}

/** Expected by now: `exact` is E(t), `whole` its floor, which is what people compare with. */
export interface Pace {
  readonly exact: number;
  readonly whole: number;
  readonly elapsedDays: number;
  readonly periodDays: number;
  /** 0–1, by the goal's pace plan and with paused days out of both sides. */
  readonly timeShare: number;
  readonly daysLeft: number;
}

/** One calendar unit of a rhythm. `whole` is false where the period's edge cuts it; `due` when it has ended. */
export interface UnitCount {
  readonly key: string;
  readonly from: Day;
  readonly to: Day;
  readonly count: number;
  readonly whole: boolean;
  /** Its days have passed, today included ("as of 30 September" September is due). */
  readonly due: boolean;
  /** At least half of its days are paused: it leaves both sides. */
  readonly paused: boolean;
  /** Somebody has said something about it, if only "nothing to report" or 0. A unit with count 0 is else simply unknown. */
  readonly reported: boolean;
}

export interface SeriesPoint {
  readonly measurementId: string;
  readonly date: Day;
  readonly value: number;
  readonly n?: number | undefined;
  readonly preliminary: boolean;
}

export type GoalDetail =
  | {
      readonly kind: 'count';
      readonly sum: number;
      readonly value: number;
      readonly exact: boolean;
      /** Distinct persons: the unsure ones widen the figure to a range. */
      readonly unsure?: number | undefined;
      readonly places?: readonly { readonly place: string; readonly sum: number; readonly value: number }[] | undefined;
    }
  | {
      readonly kind: 'ceiling';
      readonly used: number;
      readonly limit: number;
      /** used ÷ limit; undefined when the limit is 0. */
      readonly usedShare?: number | undefined;
      readonly reported: number;
      readonly due: number;
    }
  | {
      readonly kind: 'recurrence';
      readonly times: number;
      readonly per: RecurrenceUnit;
      readonly reading: 'each' | 'average';
      readonly sum: number;
      readonly each: { readonly met: number; readonly due: number };
      /**
       * `sum` is what is counted in whole units, the running one included; `required` is k × whole elapsed units;
       * `perUnit` is the rate of the elapsed ones, undefined while no unit has passed.
       */
      readonly average: { readonly sum: number; readonly required: number; readonly perUnit?: number | undefined };
      readonly units: readonly UnitCount[];
    }
  | {
      readonly kind: 'schedule';
      readonly kept: number;
      readonly due: number;
      readonly slots: readonly {
        readonly id: string;
        readonly date: Day;
        readonly name?: string | undefined;
        readonly state: 'kept' | 'missed' | 'today' | 'coming' | 'exempt';
        readonly exempt?: string | undefined;
      }[];
    }
  | {
      readonly kind: 'checklist';
      readonly ticked: number;
      readonly required: number;
      readonly members: readonly { readonly id: string; readonly name: string; readonly ticked: boolean }[];
    }
  | {
      readonly kind: 'ratio';
      readonly part: number;
      readonly whole: number;
      readonly share?: number | undefined;
      readonly required: number;
      readonly direction: 'at-least' | 'at-most';
      readonly enough: boolean;
    }
  | {
      readonly kind: 'deadline';
      readonly inTime: number;
      readonly handled: number;
      readonly requiredShare: number;
      readonly by?: Day | undefined;
      readonly withinDays?: number | undefined;
      /** For a goal with a date: it was done, and whether the date was kept. */
      readonly late: boolean;
    }
  | { readonly kind: 'on-demand'; readonly handled: number; readonly received: number }
  | {
      readonly kind: 'milestone';
      readonly reached: number;
      readonly steps: readonly {
        readonly id: string;
        readonly name: string;
        readonly dueOn?: Day | undefined;
        readonly state: 'reached' | 'effort' | 'late' | 'open';
      }[];
    }
  | {
      readonly kind: 'series';
      readonly direction: 'up' | 'down' | 'hold';
      readonly indicator: { readonly name: string; readonly unit: string; readonly source: string };
      readonly points: readonly SeriesPoint[];
      readonly baseline?: number | undefined;
      readonly level?: number | undefined;
      readonly band?: { readonly low: number; readonly high: number } | undefined;
      readonly latest?: SeriesPoint | undefined;
      readonly nextMeasurementOn?: Day | undefined;
    }
  | {
      readonly kind: 'judged';
      readonly rubric: readonly { readonly id: string; readonly name: string }[];
      readonly agreedLevelId: string;
      readonly latest?: { readonly levelId: string; readonly date: Day; readonly assessmentId: string } | undefined;
    }
  | {
      readonly kind: 'ongoing';
      readonly count: number;
      /** Tertials of the period with their plain counts; `silent` when the running one has none. */
      readonly tertials: readonly UnitCount[];
      readonly silent: boolean;
    };

/** When, and on which decision, records were disposed of. */
export interface DisposedOn {
  readonly on: Day;
  /** The decision's number, as people wrote it. */
  readonly decision: string;
}

export interface GoalProgress {
  readonly goalId: string;
  readonly kind: TargetKind;
  /** The target in force on `asOf` (versions), and the first one when it was changed. */
  readonly target: Target;
  readonly signedTarget?: Target | undefined;
  readonly asOf: Day;
  /** Undefined while the promise has no dates ("from signing", not yet signed): then no pace, no verdict. */
  readonly period?: Period | undefined;
  readonly periodOver: boolean;
  readonly status: RunningStatus;
  /** With the status `disposed`: the detail then holds no outcome, and its numbers are never shown. */
  readonly disposed?: DisposedOn | undefined;
  /** Raw: below 0 and above 1 allowed. Undefined where the kind has none or data is missing; never 0 for missing. */
  readonly attainment?: number | undefined;
  readonly pace?: Pace | undefined;
  readonly forecast?: Forecast | undefined;
  /** Logs that count (not quantities). */
  readonly events: number;
  /** Planned logs ahead, a scenario of its own. */
  readonly planned: number;
  /** An `ongoing` goal without a sign of life, an awaiting series past its date and the like: listed under "Behöver tas upp". */
  readonly needsTalk: boolean;
  readonly detail: GoalDetail;
}

/** Why a log does not count for a goal. */
export const exclusionReasons = [
  'planned',
  'cancelled',
  'nothing-to-report',
  'corrected',
  'withdrawn',
  'outside-period',
  'not-additional',
  'returned',
  'late-reported',
  'other-activity',
  'no-quantity',
  'not-new-person',
  'other-place',
  'other-item',
  'future',
] as const;
export type ExclusionReason = (typeof exclusionReasons)[number];

/** Every log of the goal's activities, on one side or the other. The counted amounts recompute to the figure. */
export interface GoalExplanation {
  readonly goalId: string;
  readonly asOf: Day;
  readonly counted: readonly {
    readonly logId: string;
    readonly date: Day;
    readonly amount: number;
    readonly unsure: boolean;
    /** The whole beside the part, for goals that are a share. */
    readonly whole?: number | undefined;
  }[];
  readonly excluded: readonly { readonly logId: string; readonly date: Day; readonly reason: ExclusionReason }[];
}

/** "x av y mål nådda" with the distribution; never an average of percentages. */
export interface PromiseRollUp {
  readonly met: number;
  /** Goals in the denominator: all but the rescoped, the unmeasured, the disposed and the effects. Dropped ones stay in it. */
  readonly decided: number;
  /** Every goal: the sum of `byStatus` and `effects`. */
  readonly total: number;
  /** Goals of the levels result and activity. */
  readonly byStatus: Readonly<Partial<Record<RunningStatus, number>>>;
  /** Goals of the level effect, on a lane of their own: many things influence them, and they enter no completion figure. */
  readonly effects: Readonly<Partial<Record<RunningStatus, number>>>;
  /** Of those decided, goals without data (`no-data`, `awaiting`). */
  readonly withoutFigures: number;
  readonly unmeasured: number;
  readonly rescoped: number;
  /** Goals whose records were disposed of. */
  readonly disposed: number;
  readonly dropped: number;
  /** Of those decided, goals where they should be: `met`, `ahead`, `on-pace`, `holding`. */
  readonly onPace: number;
  /** Ids of goals, effects included. */
  readonly needsTalk: readonly string[];
}

/** How many of the decided goals have figures: printed beside every count ("3 av 4 mål har uppgifter"). */
export interface RollUpCoverage {
  readonly known: number;
  readonly of: number;
}

/** Joint work counts once in the total and is credited to each party: credits + unassigned − overlap = total. */
export interface PartyCredits {
  readonly total: number;
  readonly byParty: Readonly<Record<string, number>>;
  /** What logs without a party amount to. */
  readonly unassigned: number;
  readonly overlap: number;
}
