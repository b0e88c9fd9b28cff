import type { Database } from '#storage/database.ts';
import { type LogRow, readLogPage } from '#storage/progress-logs.ts';

interface Wanted {
  readonly promiseId: string;
  readonly date: string;
  readonly activityIds: readonly string[];
  readonly place: string;
  /** The log that is being written, or corrected: it is no twin of itself. */
  readonly ownId: string;
}

/** As many logs of one day as are looked through. */
const most = 200;

/** A standing log of the same day, activity and place. In: what is being typed. Out: the latest, or undefined. */
export async function findTwin(
  db: Database,
  { promiseId, date, activityIds, place, ownId }: Wanted,
): Promise<LogRow | undefined> {
  if (activityIds.length === 0) return undefined;
  const { logs } = await readLogPage(db, promiseId, { from: date, to: date, size: most });
  const wanted = toPlain(place);
  return logs.find(
    (log) =>
      log.id !== ownId &&
      log.state === 'done' &&
      toPlain(log.place ?? '') === wanted &&
      log.activityIds.some((id) => activityIds.includes(id)),
  );
}

const toPlain = (text: string): string => text.trim().toLowerCase();
