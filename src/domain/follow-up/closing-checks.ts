/** What has to be in order before a follow-up is frozen (screens 7: closing checklist). */

import type { GoalProgress } from '#domain/progress/goal-progress.ts';
import { isDropped } from '#domain/progress/status.ts';
import type { Activity } from '#domain/records/activity.ts';
import type { Assessment } from '#domain/records/assessment.ts';
import type { CitizenPromise } from '#domain/records/citizen-promise.ts';
import type { Deviation } from '#domain/records/deviation.ts';
import type { Feedback } from '#domain/records/feedback.ts';
import type { FollowUp } from '#domain/records/follow-up.ts';
import type { Goal } from '#domain/records/goal.ts';
import { listSigningParties } from './frozen-report.ts';

export const closingCheckKeys = [
  'nothing-waits',
  'no-drafts',
  'all-judged',
  'all-reviewed',
  'reasons-given',
  'all-owned',
  'rules-written',
  'misses-explained',
  'residents-told',
] as const;
export type ClosingCheckKey = (typeof closingCheckKeys)[number];

export interface OpenItem {
  readonly table: 'goals' | 'activities' | 'parties';
  readonly id: string;
  readonly name: string;
}

export interface ClosingCheck {
  readonly key: ClosingCheckKey;
  /** `must`: nothing can be frozen before it holds. */
  readonly weight: 'must' | 'should';
  readonly holds: boolean;
  /** How much is left, where it is no list of items. */
  readonly count: number;
  readonly open: readonly OpenItem[];
}

export interface ClosingInput {
  readonly followUp: FollowUp;
  readonly promise: CitizenPromise;
  readonly activities: readonly Activity[];
  readonly goals: readonly { readonly goal: Goal; readonly progress: GoalProgress }[];
  readonly assessments: readonly Assessment[];
  readonly deviations: readonly Deviation[];
  readonly feedback: readonly Feedback[];
  /** Changes on this device that no server has confirmed; undefined without a server, where nothing can wait. */
  readonly waiting: number | undefined;
  /** Forms of this promise that somebody has begun and not saved on this device. */
  readonly drafts: number;
}

/** In: a follow-up with what it rests on. Out: every check, in the order in which people work through them. */
export function checkClosing(input: ClosingInput): readonly ClosingCheck[] {
  const { promise, activities, waiting, drafts } = input;
  const goals = input.goals.filter(({ goal }) => goal.rescoped === undefined);
  const work = activities.filter(({ rescoped }) => rescoped === undefined);
  const missed = goals.filter(({ goal, progress }) => progress.status === 'not-met' || isDropped(goal, progress.asOf));
  return [
    ...(waiting === undefined ? [] : [count('nothing-waits', 'must', waiting)]),
    count('no-drafts', 'should', drafts),
    list('all-judged', 'must', [
      ...listUnjudged(input, work),
      ...listUnjudgedGoals(
        input,
        goals.map(({ goal }) => goal),
      ),
    ]),
    list('all-reviewed', 'must', listUnreviewed(input)),
    list('reasons-given', 'must', work.filter(needsReason).map(toActivityItem)),
    list('all-owned', 'should', [
      ...work.filter(({ parties }) => parties.length === 0).map(toActivityItem),
      ...goals.filter(({ goal }) => goal.ownerPartyIds.length === 0).map(({ goal }) => toGoalItem(goal)),
    ]),
    list(
      'rules-written',
      'should',
      goals
        .filter(({ goal }) => goal.target.kind !== 'judged' && goal.countingRule.countsAsOne.trim() === '')
        .map(({ goal }) => toGoalItem(goal)),
    ),
    list(
      'misses-explained',
      'should',
      missed.filter(({ goal }) => !isExplained(goal, input)).map(({ goal }) => toGoalItem(goal)),
    ),
    count('residents-told', 'should', promise.feedbackPlan.channels.length > 0 && !isTold(input) ? 1 : 0),
  ];
}

const count = (key: ClosingCheckKey, weight: ClosingCheck['weight'], left: number): ClosingCheck => ({
  key,
  weight,
  holds: left === 0,
  count: left,
  open: [],
});

const list = (key: ClosingCheckKey, weight: ClosingCheck['weight'], open: readonly OpenItem[]): ClosingCheck => ({
  key,
  weight,
  holds: open.length === 0,
  count: open.length,
  open,
});

const toActivityItem = ({ id, shortName }: Activity): OpenItem => ({ table: 'activities', id, name: shortName });
const toGoalItem = ({ id, shortName }: Goal): OpenItem => ({ table: 'goals', id, name: shortName });

const isFor = (assessment: Assessment, followUp: FollowUp, id: string): boolean =>
  assessment.ref.id === id && assessment.followUpId === followUp.id;

const listUnjudged = ({ followUp, assessments }: ClosingInput, activities: readonly Activity[]): readonly OpenItem[] =>
  activities
    .filter(({ id }) => !assessments.some((one) => isFor(one, followUp, id) && one.implementation !== undefined))
    .map(toActivityItem);

/** A goal in words needs its level, any other its verdict on whether it was reached. */
const listUnjudgedGoals = ({ followUp, assessments }: ClosingInput, goals: readonly Goal[]): readonly OpenItem[] =>
  goals
    .filter(
      ({ id }) =>
        !assessments.some(
          (one) => isFor(one, followUp, id) && (one.attainment !== undefined || one.levelId !== undefined),
        ),
    )
    .map(toGoalItem);

function listUnreviewed({ promise, followUp }: ClosingInput): readonly OpenItem[] {
  const reviewed = new Set(followUp.reviews?.map(({ partyId }) => partyId));
  return listSigningParties(promise)
    .filter(({ id }) => !reviewed.has(id))
    .map(({ id, name }) => ({ table: 'parties', id, name }));
}

const reasoned: ReadonlySet<Activity['status']> = new Set(['partly', 'delayed', 'paused', 'not-done', 'dropped']);
const needsReason = ({ status, statusReason }: Activity): boolean => reasoned.has(status) && !statusReason?.trim();

/** A miss is explained by a deviation of the goal or of its work, or by words of those who judged it. */
function isExplained(goal: Goal, { deviations, assessments, followUp }: ClosingInput): boolean {
  const ids = new Set([goal.id, goal.promiseId, ...goal.feeds.map(({ activityId }) => activityId)]);
  return (
    Boolean(goal.statusReason?.trim()) ||
    deviations.some(({ refs }) => refs.some(({ id }) => ids.has(id))) ||
    assessments.some((one) => isFor(one, followUp, goal.id) && one.comment.trim() !== '')
  );
}

const isTold = ({ feedback, followUp }: ClosingInput): boolean =>
  feedback.some(({ audience, date }) => audience === 'citizens' && date >= followUp.period.from);
