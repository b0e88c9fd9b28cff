/** What one log amounts to for one goal, by the goal's feeds. Undefined is "not reported", which is never 0 (model section 4). */
import type { ProgressLog } from '#domain/records/progress-log.ts';
import type { CountedFeed } from './counting-plan.ts';

/**
 * In: the feeds of the log's own activities, and the log. Out: a whole number, or undefined when nothing was reported.
 * The log counts once for the goal: occasions count once however many activities it belongs to (the most that was
 * reported), and quantities of different measures add.
 */
export function readAmount(feeds: readonly CountedFeed[], log: ProgressLog): number | undefined {
  let occasions: number | undefined;
  let quantity: number | undefined;
  const [only] = feeds;
  if (feeds.length === 1 && only) return readFeed(only, log);
  const seen = new Set<string>();
  for (const feed of feeds) {
    const value = readFeed(feed, log);
    if (value === undefined || seen.has(feed.measureId)) continue;
    seen.add(feed.measureId);
    if (feed.occasions) occasions = Math.max(occasions ?? 0, value);
    else quantity = (quantity ?? 0) + value;
  }
  return occasions === undefined ? quantity : occasions + (quantity ?? 0);
}

export interface RoleAmounts {
  readonly part: number;
  readonly whole: number;
}

/**
 * The two sides of a ratio. Where the log's activities measure both, a log that reports only one gives no figure.
 * In: as {@link readAmount}. Out: part and whole (0 for a side that other activities measure), or undefined.
 */
export function readRoles(feeds: readonly CountedFeed[], log: ProgressLog): RoleAmounts | undefined {
  const partFeeds = feeds.filter((feed) => feed.role === 'part');
  const wholeFeeds = feeds.filter((feed) => feed.role === 'whole');
  if (partFeeds.length + wholeFeeds.length === 0) return undefined;
  const part = partFeeds.length === 0 ? 0 : readAmount(partFeeds, log);
  const whole = wholeFeeds.length === 0 ? 0 : readAmount(wholeFeeds, log);
  return part === undefined || whole === undefined ? undefined : { part, whole };
}

const readFeed = (feed: CountedFeed, log: ProgressLog): number | undefined =>
  log.quantities[feed.measureId] ?? (feed.occasions ? 1 : undefined);
