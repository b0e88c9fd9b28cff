import type { Day } from '#domain/calendar/day.ts';
import type { GoalProgress, RunningStatus } from '#domain/progress/goal-progress.ts';
import type { Goal } from '#domain/records/goal.ts';

/** A goal as it stands today and, where there was a meeting before, as it stood then: by the same engine. */
export interface MeetingGoal {
  readonly goal: Goal;
  readonly now: GoalProgress;
  readonly before?: GoalProgress | undefined;
}

/** The worst first, so that a meeting starts where it should. */
const urgency: readonly RunningStatus[] = ['broken', 'not-met', 'behind', 'unconfirmed', 'at-risk', 'no-data'];

/**
 * In: goals in the order of the text. Out: those to talk about first, the worst before the others; the rest as in the
 * text. Where a goal about people stands in that order would tell how it goes: it keeps its place in the text.
 */
export function orderMeetingGoals(goals: readonly MeetingGoal[]): readonly MeetingGoal[] {
  const isLate = ({ goal, now }: MeetingGoal) => now.needsTalk && !goal.personRelated;
  const late = goals.filter(isLate).toSorted((left, right) => rank(left.now.status) - rank(right.now.status));
  return [...late, ...goals.filter((entry) => !isLate(entry))];
}

const rank = (status: RunningStatus): number => {
  const place = urgency.indexOf(status);
  return place === -1 ? urgency.length : place;
};

/** What happened between two meetings: names of goals. */
export interface SinceLastMeeting {
  readonly reached: readonly string[];
  readonly slipped: readonly string[];
  /** Another target or another way of counting. */
  readonly changed: readonly string[];
}

/**
 * In: the goals with both their standings, and the day of the last meeting. Out: which were reached since, which came to
 * need talk, and which were changed. Of goals about people only that they were reached, as their figures say no more.
 */
export const compareSince = (goals: readonly MeetingGoal[], since: Day): SinceLastMeeting => ({
  reached: namesOf(goals, ({ now, before }) => now.status === 'met' && before !== undefined && before.status !== 'met'),
  slipped: namesOf(
    goals,
    ({ goal, now, before }) => !goal.personRelated && now.needsTalk && before?.needsTalk === false,
  ),
  changed: namesOf(goals, ({ goal }) => goal.versions.slice(1).some(({ validFrom }) => validFrom > since)),
});

const namesOf = (goals: readonly MeetingGoal[], isOne: (entry: MeetingGoal) => boolean) =>
  goals.filter(isOne).map(({ goal }) => goal.shortName);
