/** Work that has been written down already: the same day, activity, state, amounts and place. */
import type { ProgressLog } from '#domain/records/progress-log.ts';
import { foldName } from './cell.ts';

export type Comparable = Pick<ProgressLog, 'date' | 'activityIds' | 'state' | 'quantities' | 'place'>;

/** In: a log. Out: a text that logs of the same work share. */
export const toWorkKey = ({ date, activityIds, state, quantities, place }: Comparable): string =>
  JSON.stringify([
    date,
    activityIds.toSorted(),
    state,
    Object.entries(quantities).sort(([left], [right]) => (left < right ? -1 : 1)),
    foldName(place ?? ''),
  ]);

/** In: the logs that stand in the promise. Out: the work they tell of. */
export const indexWork = (logs: Iterable<Comparable>): ReadonlySet<string> => new Set(Array.from(logs, toWorkKey));
