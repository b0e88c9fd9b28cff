/**
 * What lies in a pack is kept as a text: the browser writes a hundred thousand logs as texts in half the time that it takes
 * for their fields one by one, and reads them in a third. Versions before the fifth kept the fields.
 */
import type { StandingLog } from '#domain/progress/contribution.ts';

/** Logs of one activity and month that came together (see `log-packs.ts`). */
export interface LogPack {
  readonly promiseId: string;
  /** `YYYY-MM`. */
  readonly month: string;
  /** Numbers the packs of a promise. */
  readonly n: number;
  /** All that any of them names. */
  readonly activityIds: readonly string[];
  /** The id of the one that was made last. */
  readonly lastId: string;
  readonly logs: readonly StandingLog[];
}

/** In which packs of a promise logs lie whose ids end alike. What was laid out since is still named. */
export interface PackPlaces {
  /** How the ids end. */
  readonly ending: string;
  readonly promiseId: string;
  /** Month and number of the pack, by the log's id. */
  readonly places: Readonly<Record<string, readonly [month: string, n: number]>>;
}

/** As they lie in the database. */
export type StoredPack = Omit<LogPack, 'logs'> & { readonly logs: LogPack['logs'] | string };
export type StoredPlaces = Omit<PackPlaces, 'places'> & { readonly places: PackPlaces['places'] | string };

export const openPack = (stored: StoredPack): LogPack => ({ ...stored, logs: open(stored.logs) });
export const openPlaces = (stored: StoredPlaces): PackPlaces => ({ ...stored, places: open(stored.places) });

const open = <T>(part: T | string): T => (typeof part === 'string' ? JSON.parse(part) : part);
