import type { Day } from '#domain/calendar/day.ts';
import type { ProgressLog } from '#domain/records/progress-log.ts';

/** One piece of work as the sample year describes it: local names for ids, and what is usual left out. */
export interface WorkDescription {
  readonly day: Day;
  readonly activities: readonly [string, ...string[]];
  /** By `activity.measure`. What is absent was not reported. */
  readonly quantities: Readonly<Record<string, number>>;
  readonly parties: readonly string[];
  readonly place?: string;
  readonly extra?: boolean;
  readonly newPerson?: NonNullable<ProgressLog['newPerson']>;
  /** `goal.item`, both by key. */
  readonly reached?: readonly string[];
  readonly byOutcomes?: ProgressLog['byOutcomes'];
  readonly note?: string;
  readonly evidence?: NonNullable<ProgressLog['evidence']>;
  readonly onBehalfOf?: string;
  readonly confirmedBy?: readonly string[];
  readonly visibility?: ProgressLog['visibility'];
  readonly review?: ProgressLog['review'];
  /** Left out: done when its day has come, planned before. */
  readonly state?: 'cancelled' | 'nothing-to-report';
  /** A name for this log, so that a later one can correct it. */
  readonly key?: string;
  readonly corrects?: string;
  readonly withdrawn?: boolean;
  readonly correctionReason?: string;
}
