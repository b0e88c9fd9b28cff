import type { Day } from '#domain/calendar/day.ts';
import type { Goal } from '#domain/records/goal.ts';
import type { RunningStatus } from './goal-progress.ts';
import type { Standing } from './kinds/kind-rules.ts';
import { isTooEarly, type PaceFrame } from './pace.ts';
import { isPaused, type PausedDays } from './pauses.ts';

export interface StatusInput {
  readonly goal: Goal;
  readonly standing: Standing;
  readonly periodOver: boolean;
  readonly pauses: PausedDays;
  readonly asOf: Day;
}

/**
 * The precedence of model section 4: rescoped, (dropped), paused, no data, broken, met, period over, then pace.
 * In: the goal and where its kind says it stands. Out: one status, always.
 */
export function decideStatus({ goal, standing, periodOver, pauses, asOf }: StatusInput): RunningStatus {
  if (isRescoped(goal, asOf)) return 'rescoped';
  if (isDropped(goal, asOf)) return 'not-met';
  if (!periodOver && isPaused(pauses, asOf)) return 'paused';
  if (standing.settled) return standing.settled;
  return periodOver ? standing.ended : standing.running;
}

/** Taken out of the denominator by at least two parties, with a reason, from a day: one party alone cannot. */
const isRescoped = (goal: Goal, asOf: Day): boolean =>
  goal.rescoped !== undefined && new Set(goal.rescoped.decidedBy).size >= 2 && goal.rescoped.on <= asOf;

/** In: a goal and the day. Out: whether it was dropped without being rescoped: then it counts as not delivered. */
export const isDropped = (goal: Goal, asOf: Day): boolean => goal.status === 'dropped' && !isRescoped(goal, asOf);

const statusesToTalkAbout: readonly RunningStatus[] = ['behind', 'at-risk', 'broken', 'not-met', 'unconfirmed'];

/** In: a status, and how much time has passed. Out: whether it belongs under "Behöver tas upp"; missing data do once it is no longer early. */
export function isWorthTalking(status: RunningStatus, frame: PaceFrame | undefined): boolean {
  if (status === 'no-data') return frame !== undefined && !isTooEarly(frame, 0);
  return statusesToTalkAbout.includes(status);
}
