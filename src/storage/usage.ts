/** What people usually log, from the latest logs by index: as cheap with 200,000 logs as with 200. */
import type { Database } from './database.ts';
import { type LogRow, listLatestLogs } from './log-rows.ts';

/** How many of the latest logs say what is usual. */
const sampleSize = 200;

export interface LastLog {
  readonly date: string;
  readonly quantities: Readonly<Record<string, number>>;
  readonly place: string | undefined;
  readonly partyIds: readonly string[];
}
export interface Usage {
  /** Activities by how likely one of them is logged at this weekday and hour; those not logged lately are left out. */
  readonly likely: readonly string[];
  /** Activities by when they were last logged. */
  readonly recent: readonly string[];
  readonly lastByActivity: ReadonlyMap<string, LastLog>;
  /** Places by activity, the most recently used first. */
  readonly placesByActivity: ReadonlyMap<string, readonly string[]>;
}
export interface Moment {
  /** The day in Stockholm. */
  readonly today: string;
  /** 0–23, on the same clock as `createdAt` is written. */
  readonly hour: number;
}

/** What a promise's form starts from. In: the promise, and when it is. Logs of days to come are left out. */
export async function readUsage(db: Database, promiseId: string, moment: Moment): Promise<Usage> {
  const logs = await listLatestLogs(db, { promiseId, from: '', to: moment.today, size: sampleSize });
  return summarizeUsage(logs.filter(isUsual), moment);
}

const isUsual = (log: LogRow) => log.replacedBy === undefined && !log.withdrawn && log.state === 'done';

/** In: the latest logs, the latest first. */
export function summarizeUsage(logs: readonly LogRow[], moment: Moment): Usage {
  const weights = new Map<string, number>();
  const lastByActivity = new Map<string, LastLog>();
  const places = new Map<string, Set<string>>();
  for (const [age, log] of logs.entries()) {
    const weight = weigh(log, moment, age);
    for (const activityId of log.activityIds) {
      weights.set(activityId, (weights.get(activityId) ?? 0) + weight);
      if (!lastByActivity.has(activityId)) lastByActivity.set(activityId, toLast(log));
      const known = places.get(activityId) ?? new Set<string>();
      places.set(activityId, known);
      if (log.place) known.add(log.place);
    }
  }
  return {
    likely: [...weights].sort(([, left], [, right]) => right - left).map(([activityId]) => activityId),
    recent: [...lastByActivity.keys()],
    lastByActivity,
    placesByActivity: new Map(Array.from(places, ([activityId, names]) => [activityId, [...names]])),
  };
}

const toLast = ({ date, quantities, place, partyIds }: LogRow): LastLog => ({ date, quantities, place, partyIds });

/** The same weekday and the same hours speak loudest; what was logged long ago speaks lower, and never falls silent. */
function weigh(log: LogRow, moment: Moment, age: number): number {
  const sameWeekday = toWeekday(log.date) === toWeekday(moment.today) ? 3 : 1;
  const apart = Math.abs(toHour(log.createdAt) - moment.hour);
  const nearHour = Math.min(apart, 24 - apart) <= 2 ? 2 : 1;
  return (sameWeekday * nearHour) / (1 + age / 20);
}

const toWeekday = (day: string) => new Date(`${day}T00:00:00Z`).getUTCDay();
/** The hour as the author's clock showed it: the text carries it, whatever the offset. */
const toHour = (instant: string) => Number(instant.slice(11, 13));
