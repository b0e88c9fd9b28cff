import { expect, test } from 'vitest';
import { type FeedbackForm, logFeedback } from '#features/feedback/log-feedback.ts';
import { readFeedback } from '#storage/feedback.ts';
import { createServices, savedPromise } from '#tests/features/promises/promise-services.ts';

const form: FeedbackForm = {
  ...{ audience: 'citizens', channel: 'social-media', date: '2026-11-20', itemIds: [] },
  ...{ message: ' Det här har vi gjort. ', reach: '120' },
};

test('an act of feedback is written down with what it was about and how many it reached', async () => {
  const services = createServices('2026-11-21');
  const promise = await savedPromise(services);
  const refs = [{ table: 'promises' as const, id: promise.id }];
  expect(await logFeedback(services, promise.id, form, { refs, draftKey: 'a' })).toEqual({ kind: 'saved' });
  expect(await readFeedback(services.db, promise.id)).toMatchObject([
    {
      audience: 'citizens',
      channel: 'social-media',
      date: '2026-11-20',
      message: 'Det här har vi gjort.',
      reach: 120,
      refs,
    },
  ]);
});

test('what cannot be told as it stands is not saved, and says why', async () => {
  const services = createServices('2026-11-21');
  const promise = await savedPromise(services);
  const save = (changes: Partial<FeedbackForm>) =>
    logFeedback(services, promise.id, { ...form, ...changes }, { refs: [], draftKey: 'a' });
  expect(await save({ message: ' ' })).toMatchObject({ issue: 'message-missing' });
  expect(await save({ message: 'x'.repeat(2001) })).toMatchObject({ issue: 'message-long' });
  expect(await save({ message: 'Ring 070-123 45 67' })).toMatchObject({ issue: 'personal-data' });
  expect(await save({ date: '' })).toMatchObject({ issue: 'date-missing' });
  expect(await save({ date: '2026-11-22' })).toMatchObject({ issue: 'date-ahead' });
  expect(await save({ reach: 'många' })).toMatchObject({ issue: 'reach-wrong' });
  expect(await readFeedback(services.db, promise.id)).toEqual([]);
});
