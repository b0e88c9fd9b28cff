import type { Goal } from '#domain/records/goal.ts';

/** The two sides of a share that belong together: in time of handled, handled of received, part of whole. */
export interface Pair {
  readonly goalId: string;
  readonly partId: string;
  readonly wholeId: string;
}

/** In: a goal, and the activities that are meant. Out: the measures of these that the goal divides by each other. */
export function findPairs(goal: Goal, activityIds: ReadonlySet<string>): readonly Pair[] {
  const feeds = goal.feeds.filter((feed) => activityIds.has(feed.activityId));
  return feeds
    .filter((feed) => feed.role === 'part')
    .flatMap((part) => {
      const whole = feeds.find((feed) => feed.role === 'whole' && feed.activityId === part.activityId);
      return whole ? [{ goalId: goal.id, partId: part.measureId, wholeId: whole.measureId }] : [];
    });
}
