import { expect, test } from 'vitest';
import { compareChannels, readFeedbackClock } from '#domain/progress/feedback-clock.ts';
import type { Feedback } from '#domain/records/feedback.ts';
import { createPromise, goalId, idOf, patrols } from '#tests/support/progress-builders.ts';

const promise = createPromise();
const act = (date: string, audience: Feedback['audience'], refs: Feedback['refs'] = []): Feedback => ({
  ...{ id: idOf(900), promiseId: promise.id, createdAt: date, updatedAt: date },
  ...{ refs, date, channel: 'social-media', audience, message: 'Text' },
});
const aboutGoal: Feedback['refs'] = [{ table: 'goals', id: goalId }];
const read = (...feedback: readonly Feedback[]) =>
  readFeedbackClock({ promise, itemIds: [goalId, patrols], feedback, asOf: '2026-03-01' });

test('where nobody was told the clock counts from the first day of the promise', () => {
  expect(read().map(({ citizens }) => citizens)).toEqual([{ days: 59 }, { days: 59 }]);
});

test('telling of one item starts its clock anew, for those who were told', () => {
  const [goal, activity] = read(act('2026-02-20', 'citizens', aboutGoal));
  expect(goal).toMatchObject({ citizens: { last: '2026-02-20', days: 9 }, staff: { days: 59 } });
  expect(activity?.citizens).toEqual({ days: 59 });
});

test('what is told of the whole promise is told of each item', () => {
  expect(read(act('2026-02-28', 'staff')).map(({ staff }) => staff.days)).toEqual([1, 1]);
});

test('what has not happened yet, or was removed, starts nothing', () => {
  const removed = { ...act('2026-02-28', 'citizens'), deletedAt: '2026-02-28T10:00:00+01:00' };
  expect(read(act('2026-04-01', 'citizens'), removed).map(({ citizens }) => citizens.days)).toEqual([59, 59]);
});

test('a promised channel that was never used is shown, and one that was not promised comes last', () => {
  const planned = createPromise({ feedbackPlan: { channels: [{ kind: 'report', name: 'Årsrapport' }] } });
  expect(compareChannels(planned, [act('2026-02-20', 'citizens')])).toEqual([
    { kind: 'report', name: 'Årsrapport', times: 0, last: undefined },
    { kind: 'social-media', name: undefined, times: 1, last: '2026-02-20' },
  ]);
});
