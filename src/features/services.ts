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

/** What every feature may use, handed in at the front door. */
export interface Services {
  readonly db: Database;
  readonly clock: Clock;
  readonly newId: () => string;
  readonly appVersion: AppVersion;
}

export const ServicesContext = createContext<Services | undefined>(undefined);

export function useServices(): Services {
  const services = use(ServicesContext);
  if (!services) throw new Error('Services are missing: render inside ServicesContext');
  return services;
}
