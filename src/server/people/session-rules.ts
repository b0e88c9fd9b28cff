/** How long a session lives (guard T1; ASVS 7.3.1–2). Milliseconds throughout. */

const minute = 60_000;

export const sessionTimes = {
  idle: 30 * minute,
  /** On a computer that several people use. */
  idleShared: 10 * minute,
  longest: 12 * 60 * minute,
} as const;

const day = 24 * 60 * minute;

/** How many days a device may keep showing what it has without having been here (sync 2.11). */
export const leaseDays = { least: 1, most: 30, usual: 14 } as const;

/**
 * Until when a device may show what it has if it does not come back: from its last contact on.
 * In: milliseconds, and the number of days that the server was set to; what is outside of 1 to 30 is taken as the nearer
 * of the two. Out: milliseconds, by the server's clock.
 */
export const computeLease = (now: number, days: number): number =>
  now + day * Math.min(leaseDays.most, Math.max(leaseDays.least, days));

export interface SessionTimes {
  readonly sharedDevice: boolean;
  readonly startedAt: number;
  /** When something was last asked for, as far as it was written down. */
  readonly seenAt: number;
}

/** When the session ends if nothing more is asked for, and when it ends in any case. In and out: milliseconds. */
export function computeEnds({ sharedDevice, startedAt, seenAt }: SessionTimes): { idleUntil: number; endsAt: number } {
  const endsAt = startedAt + sessionTimes.longest;
  return { idleUntil: Math.min(endsAt, seenAt + toIdle(sharedDevice)), endsAt };
}

/**
 * Whether a session still holds. In: its times and now. Out: a truth value.
 * A clock that was set back does not lengthen it: a session from the future is none.
 */
export function isLive(times: SessionTimes, now: number): boolean {
  return now < computeEnds(times).idleUntil && now >= times.startedAt - minute;
}

/**
 * Whether that something was asked for is worth writing down: a tenth of the idle time may be lost, and in return an
 * open page costs the database a write every few minutes and not one for every request.
 */
export const needsTouch = ({ sharedDevice, seenAt }: SessionTimes, now: number): boolean =>
  now - seenAt > toIdle(sharedDevice) / 10;

const toIdle = (sharedDevice: boolean): number => (sharedDevice ? sessionTimes.idleShared : sessionTimes.idle);
