import { expect, test } from 'vitest';
import { findPictureReview } from '#domain/follow-up/picture-review.ts';
import { collectAgenda, listDueNow } from '#domain/progress/agenda.ts';
import { createPromise } from '#tests/support/progress-builders.ts';

const pictureReview = { settledOn: '2024-11-30', everyMonths: 24 };

test('a picture is due again so many months after it was settled, and worth bringing up two months before', () => {
  const on = (today: string) => findPictureReview({ pictureReview }, today);
  expect(on('2026-09-30')).toEqual({ settledOn: '2024-11-30', dueOn: '2026-11-30', state: 'coming' });
  expect(on('2026-10-01')?.state).toBe('soon');
  expect(on('2026-11-30')?.state).toBe('due');
  expect(findPictureReview({ pictureReview: { settledOn: '2026-01-31', everyMonths: 1 } }, '2026-02-01')?.dueOn).toBe(
    '2026-02-28',
  );
});

test('nothing is said of a picture that nobody has dated', () => {
  expect(findPictureReview({}, '2026-11-21')).toBeUndefined();
});

test('it is a day of the calendar, and to be done when it comes near', () => {
  const agenda = collectAgenda({
    promise: createPromise({ pictureReview }),
    goals: [],
    deviations: [],
    followUps: [],
    plannedLogs: [],
    activityNames: new Map(),
  });
  const review = agenda.filter(({ kind }) => kind === 'picture-review');
  expect(review.map(({ date, done }) => [date, done])).toEqual([['2026-11-30', false]]);
  expect(listDueNow(agenda, '2026-11-21').map(({ kind }) => kind)).toContain('picture-review');
});
