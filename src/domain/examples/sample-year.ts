import type { Day } from '#domain/calendar/day.ts';
import { buildLogs } from './build-logs.ts';
import { buildPromise } from './build-promise.ts';
import type { ExampleBundle, ExampleTools } from './example-bundle.ts';
import { nameIds } from './name-ids.ts';
import { planWeeklyWork } from './plan-weekly-work.ts';
import { createSampleCalendar } from './sample-calendar.ts';
import { createSampleFollowUp, type SampleContext } from './sample-follow-up.ts';
import { createSampleJudgements } from './sample-judgements.ts';
import { describeSampleOccasions } from './sample-occasions.ts';
import { describeSamplePromise } from './sample-promise.ts';
import { sampleWeeklyWork } from './sample-weekly-work.ts';
import { createSeededRandom } from './seeded-random.ts';

/**
 * A year in a municipality that does not exist: a sealed promise with all twelve kinds of target and the work until
 * today, some of it behind. The year is that of `today`; the same day always tells the same story.
 * In: a maker of ids, the instant to stamp (ISO 8601) and today in Stockholm.
 * Out: one bundle; logs up to today are done, those of the next 28 days planned, and nothing later is known.
 */
export function createSampleYear({ newId, now, today }: ExampleTools & { readonly today: Day }): ExampleBundle {
  const calendar = createSampleCalendar(today);
  const idOf = nameIds(newId);
  const stamp = { promiseId: idOf('promise'), createdAt: now, updatedAt: now };
  const context: SampleContext = { calendar, stamp, idOf, newId };
  // Each rhythm has its own seed: a change in one leaves the story of the others as it was.
  const weeklyWork = sampleWeeklyWork.flatMap((weekly, index) =>
    planWeeklyWork(weekly, calendar, createSeededRandom(index + 1)),
  );
  return {
    ...buildPromise(describeSamplePromise(calendar), idOf, now),
    progressLogs: buildLogs([...weeklyWork, ...describeSampleOccasions(calendar)], today, stamp, idOf, newId),
    ...createSampleFollowUp(context),
    ...createSampleJudgements(context),
  };
}
