import { describe, expect, test } from 'vitest';
import { buildActivityWork, listFedGoals, listOwnDeviations } from '#features/activities/build-activity-view.ts';
import { logs, overview, today } from '#tests/support/sample-overview.ts';

const activity = overview.activities.find(({ shortName }) => shortName === 'Nattvandring');
if (!activity) throw new Error('No such activity');
const own = logs
  .filter(({ activityIds, replacedBy, withdrawn }) => activityIds.includes(activity.id) && !replacedBy && !withdrawn)
  .toSorted((left, right) => (left.date < right.date ? 1 : -1));
const work = buildActivityWork(activity, overview, own, today);

describe('the page of an activity', () => {
  test('the weeks add up to the sum of occasions', () => {
    const weeks = work.weeks?.reduce((sum, { done }) => sum + done, 0);
    expect(weeks).toBe(work.sums[0]?.sum);
    expect(weeks).toBeGreaterThan(0);
  });

  test('what is planned comes nearest first and never among the latest', () => {
    const dates = work.planned.map(({ date }) => date);
    expect(dates).toEqual(dates.toSorted());
    expect(dates.every((date) => date >= today)).toBe(true);
    expect(work.latest.some(({ state }) => state === 'planned')).toBe(false);
  });

  test('the goals that it feeds are told with their standing', () => {
    const fed = listFedGoals(activity.id, overview, today);
    expect(fed.map(({ goal }) => goal.shortName)).toEqual(['Nattvandringar under året']);
    expect(fed[0]?.progress.status).toBe('behind');
  });

  test('deviations of other work are not told', () => {
    expect(listOwnDeviations(activity.id, overview.deviations)).toHaveLength(1);
  });

  test('without a start of the promise there are no weeks, and the sums stand', () => {
    const undated = { ...overview, promise: { ...overview.promise, period: { basis: 'Från underskrift' } } };
    const { weeks, sums } = buildActivityWork(activity, undated, own, today);
    expect(weeks).toBeUndefined();
    expect(sums).toEqual(work.sums);
  });
});
