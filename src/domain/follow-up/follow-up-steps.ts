/** The way of a follow-up from collecting to published, with its days counted from the period's end (screens 7). */
import { addDays, type Day } from '#domain/calendar/day.ts';
import type { FollowUp } from '#domain/records/follow-up.ts';

export const followUpStates = ['collecting', 'review', 'assessing', 'decided', 'published'] as const;

export interface FollowUpStep {
  /** The state that the follow-up leaves when the step is done. */
  readonly key: FollowUp['state'];
  readonly dueOn: Day;
  readonly state: 'done' | 'running' | 'late' | 'coming';
}

const reviewDays = 14;
const assessingDays = 21;
const publishDays = 7;

/**
 * In: a follow-up and today. Out: its five steps in order. A step is late when its day has passed and it is not done;
 * a step that is due today is not late.
 */
export function listFollowUpSteps(
  followUp: Pick<FollowUp, 'state' | 'period' | 'dueOn'>,
  today: Day,
): readonly FollowUpStep[] {
  const { period, dueOn } = followUp;
  const days: Readonly<Record<FollowUp['state'], Day>> = {
    collecting: period.to,
    review: earliest(addDays(period.to, reviewDays), dueOn),
    assessing: earliest(addDays(period.to, assessingDays), dueOn),
    decided: dueOn,
    published: addDays(dueOn, publishDays),
  };
  const current = followUpStates.indexOf(followUp.state);
  return followUpStates.map((key, index) => ({
    key,
    dueOn: days[key],
    state: toStepState(index, current, days[key] < today),
  }));
}

/** What is decided or published has been done, not is being done. */
function toStepState(index: number, current: number, isPast: boolean): FollowUpStep['state'] {
  const isEnd = index === current && index >= followUpStates.indexOf('decided');
  if (index < current || isEnd) return 'done';
  if (isPast) return 'late';
  return index === current ? 'running' : 'coming';
}

const earliest = (left: Day, right: Day): Day => (left < right ? left : right);

/**
 * In: the day that figures were computed for, and the period's last day. Out: the day that people know them by: what is
 * computed on the day after the end is what the last day came to.
 */
export const toFigureDay = (asOf: Day, to: Day): Day => (asOf === addDays(to, 1) ? to : asOf);

/**
 * The day that a follow-up's figures are computed for.
 * In: its period, the promise's last day if it has one, today. Out: today while the period runs; its last day after that,
 * and the day after where the promise itself has ended, for only then is anything decided.
 */
export function findFigureDay(to: Day, promiseEnd: Day | undefined, today: Day): Day {
  if (today <= to) return today;
  return to === promiseEnd ? addDays(to, 1) : to;
}
