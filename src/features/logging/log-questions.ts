/** What the form asks: only what some goal of the chosen activities needs (screens 3). */
import { findPairs, type Pair } from '#domain/progress/share-pairs.ts';
import type { Activity, Measure } from '#domain/records/activity.ts';
import type { Goal } from '#domain/records/goal.ts';

export type ItemGoal = Goal & {
  readonly target: Extract<Goal['target'], { readonly kind: 'checklist' | 'milestone' | 'schedule' }>;
};

export interface LogQuestions {
  /** The measures that count occasions, one per chosen activity: the big number of the form. */
  readonly occasions: readonly Measure[];
  /** Other measures that a goal counts. */
  readonly outcomes: readonly Measure[];
  /** Measures that no goal counts: still there for who wants them. */
  readonly others: readonly Measure[];
  readonly pairs: readonly Pair[];
  readonly asksExtra: boolean;
  readonly asksNewPerson: boolean;
  /** Goals with named items that a log can tick. */
  readonly itemGoals: readonly ItemGoal[];
  readonly places: readonly string[];
  /** The goals that these activities feed. */
  readonly goals: readonly Goal[];
}

/** In: the chosen activities and the promise's goals. Out: what to ask about. Dropped and removed goals ask nothing. */
export function findQuestions(activities: readonly Activity[], promiseGoals: readonly Goal[]): LogQuestions {
  const ids = new Set(activities.map((activity) => activity.id));
  const goals = promiseGoals.filter((goal) => isActive(goal) && goal.feeds.some((feed) => ids.has(feed.activityId)));
  const feeds = goals.flatMap((goal) => goal.feeds.filter((feed) => ids.has(feed.activityId)));
  const counted = new Set(feeds.map((feed) => feed.measureId));
  const occasions = activities.flatMap((activity) => activity.measures.slice(0, 1));
  const rest = activities.flatMap((activity) => activity.measures.slice(1));
  return {
    occasions,
    outcomes: rest.filter((measure) => counted.has(measure.id)),
    others: rest.filter((measure) => !counted.has(measure.id)),
    pairs: goals.flatMap((goal) => findPairs(goal, ids)),
    asksExtra: goals.some((goal) => goal.additionalOnly),
    asksNewPerson: goals.some((goal) => goal.target.kind === 'count' && goal.target.distinctPersons),
    itemGoals: goals.filter(hasItems),
    places: listPlaces(activities, goals),
    goals,
  };
}

const isActive = (goal: Goal) => goal.status === 'active' && goal.deletedAt === undefined;

const hasItems = (goal: Goal): goal is ItemGoal =>
  goal.target.kind === 'checklist' || goal.target.kind === 'milestone' || goal.target.kind === 'schedule';

function listPlaces(activities: readonly Activity[], goals: readonly Goal[]): readonly string[] {
  const promised = goals.flatMap((goal) => (goal.target.kind === 'count' ? (goal.target.perPlace ?? []) : []));
  return [...new Set([...promised, ...activities.flatMap((activity) => activity.places)])];
}
