/** When wrong passwords lock a name or an address (guard T17; ASVS 6.3.1). Milliseconds throughout. */

const minute = 60_000;

export interface Failures {
  readonly count: number;
  /** When the first of them was. */
  readonly since: number;
  readonly lockedUntil: number;
}

/** `limit` failures within `window` lock for `lock`. The lock ends by itself, so that nobody can be shut out for good. */
export interface LockOut {
  readonly limit: number;
  readonly window: number;
  readonly lock: number;
}

/** An address may be that of a whole town hall: it bears more, and locks for as long. */
export const lockOuts = {
  name: { limit: 10, window: 15 * minute, lock: 15 * minute },
  address: { limit: 50, window: 15 * minute, lock: 15 * minute },
} as const satisfies Readonly<Record<string, LockOut>>;

export const noFailures: Failures = { count: 0, since: 0, lockedUntil: 0 };

/** Milliseconds until the next attempt is looked at; 0 when it is looked at now. */
export const computeWait = ({ lockedUntil }: Failures, now: number): number => Math.max(0, lockedUntil - now);

/** One more failure. In: those so far, now, the rule. Out: those that are remembered from now on. */
export function addFailure(failures: Failures, now: number, { limit, window, lock }: LockOut): Failures {
  const isRecent =
    failures.count > 0 && now - failures.since < window && failures.lockedUntil <= now && !wasLocked(failures);
  const count = isRecent ? failures.count + 1 : 1;
  return { count, since: isRecent ? failures.since : now, lockedUntil: count >= limit ? now + lock : 0 };
}

/** After a lock has ended, counting begins anew. */
const wasLocked = ({ lockedUntil }: Failures): boolean => lockedUntil > 0;
