import type { Day } from '../calendar/day.ts';
import type { CitizenPromise } from '../records/citizen-promise.ts';
import type { Goal } from '../records/goal.ts';
import type { ProgressLog } from '../records/progress-log.ts';
import type { ExclusionReason } from './goal-progress.ts';
import type { Tally } from './tally.ts';

/** What the counting of logs depends on besides the log: the goal and its promise's period. */
export interface CountingContext {
  readonly goal: Goal;
  readonly promise: CitizenPromise;
}

export type Contribution =
  | { readonly kind: 'counts'; readonly tally: Tally; readonly amount: number; readonly unsure: boolean }
  /** `tally` holds what is kept apart (planned, zero-report coverage); often empty. */
  | { readonly kind: 'excluded'; readonly reason: ExclusionReason; readonly tally: Tally };

/** A log as it stands: `replacedBy` is set by storage when a later log corrects or withdraws it. */
export type StandingLog = ProgressLog & { readonly replacedBy?: string | undefined };

/**
 * What one log does to one goal's tally (model section 4, "What counts").
 * In: the goal with its promise, and a log. Out: the counters it adds, or why it does not count.
 * Independent of today: future-dated done logs are refused at entry, so a tally is valid on every later day.
 */
export function contribute(_context: CountingContext, _log: StandingLog): Contribution {
  throw new Error('Under construction');
}

/** In: the goal with its promise, and all logs of its activities. Out: the total and the tally of each day. */
export function tallyLogs(
  _context: CountingContext,
  _logs: Iterable<StandingLog>,
): { readonly total: Tally; readonly byDay: ReadonlyMap<Day, Tally> } {
  throw new Error('Under construction');
}
