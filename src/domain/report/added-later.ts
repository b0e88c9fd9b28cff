import type { Activity } from '#domain/records/activity.ts';
import type { CitizenPromise } from '#domain/records/citizen-promise.ts';

/**
 * Whether an activity came to the promise after its parties had sealed it. Only where the promise itself was here before
 * its seal: what came in whole afterwards says nothing of its order. In: an activity and its promise. Out: yes or no.
 */
export function isAddedAfterSeal(
  activity: Pick<Activity, 'createdAt'>,
  { seal, createdAt }: Pick<CitizenPromise, 'seal' | 'createdAt'>,
): boolean {
  const sealedOn = seal?.sealedOn;
  return sealedOn !== undefined && createdAt.slice(0, 10) <= sealedOn && activity.createdAt.slice(0, 10) > sealedOn;
}
