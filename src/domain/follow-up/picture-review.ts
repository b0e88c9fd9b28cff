/** When the shared picture of the situation is to be looked through again (lag 2023:196: at least every other year). */
import { addDays, type Day } from '#domain/calendar/day.ts';
import { addMonths } from '#domain/calendar/period.ts';
import type { CitizenPromise } from '#domain/records/citizen-promise.ts';

/** Two years: what the law asks for at least. */
export const usualReviewMonths = 24;
/** Days ahead in which it is worth bringing up. */
const soonDays = 60;

export interface PictureReview {
  readonly settledOn: Day;
  readonly dueOn: Day;
  readonly state: 'coming' | 'soon' | 'due';
}

/** In: a promise and today. Out: when its picture was settled and is due again; undefined while nobody has said when it was. */
export function findPictureReview(
  { pictureReview }: Pick<CitizenPromise, 'pictureReview'>,
  today: Day,
): PictureReview | undefined {
  if (!pictureReview) return undefined;
  const { settledOn, everyMonths } = pictureReview;
  const dueOn = addMonths(settledOn, everyMonths);
  return { settledOn, dueOn, state: findState(dueOn, today) };
}

function findState(dueOn: Day, today: Day): PictureReview['state'] {
  if (dueOn <= today) return 'due';
  return dueOn <= addDays(today, soonDays) ? 'soon' : 'coming';
}
