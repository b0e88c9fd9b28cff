import { createContext, use } from 'react';
import type { Day } from '#domain/calendar/day.ts';
import type { Database } from '#storage/database.ts';

/** Time comes in from outside: `now` is an ISO instant with offset, `today` the day in Stockholm. */
export interface Clock {
  readonly now: () => string;
  readonly today: () => Day;
}

/** The stored app: whether it opens without network, and whether a new version waits to be taken. */
export interface AppVersion {
  readonly subscribe: (listener: () => void) => () => void;
  readonly getState: () => 'unsupported' | 'installing' | 'ready' | 'update-waiting';
  readonly applyUpdate: () => void;
}

/**
 * How the exchange with a server stands. `alone`: none was joined. `waiting`: it could not be reached, and is asked again
 * by itself. `signed-out`, `other-person` (the session is not that of who wrote what waits) and `outdated` wait for a
 * person; nothing is lost meanwhile.
 */
export type SharingStatus = 'alone' | 'resting' | 'working' | 'waiting' | 'signed-out' | 'other-person' | 'outdated';

export interface Sharing {
  readonly subscribe: (listener: () => void) => () => void;
  readonly getStatus: () => SharingStatus;
  /** While something is fetched: how much of it has come, up to 1. */
  readonly getFetched: () => number | undefined;
  /** Whether the device has been without its server for too long to show what it has. Signing in opens it again. */
  readonly isLocked: () => boolean;
  /** Exchanges at once, in whichever tab does it. Does nothing while no server is joined. */
  readonly exchangeNow: () => void;
}

/** The exchange of who uses the app alone. */
export const aloneSharing: Sharing = {
  subscribe: () => () => undefined,
  getStatus: () => 'alone',
  getFetched: () => undefined,
  isLocked: () => false,
  exchangeNow: () => undefined,
};

/** What every feature may use, handed in at the front door. */
export interface Services {
  readonly db: Database;
  readonly clock: Clock;
  readonly newId: () => string;
  readonly appVersion: AppVersion;
  readonly sharing: Sharing;
}

export const ServicesContext = createContext<Services | undefined>(undefined);

export function useServices(): Services {
  const services = use(ServicesContext);
  if (!services) throw new Error('Services are missing: render inside ServicesContext');
  return services;
}
