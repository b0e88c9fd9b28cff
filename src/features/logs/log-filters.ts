/** The filters of the list live in the address, so that a view can be linked to; what an address cannot mean is left out. */
import { isDay } from '#domain/calendar/day.ts';
import { type LogState, logStates } from '#domain/records/progress-log.ts';

export type StateFilter = LogState | 'withdrawn';

export interface LogFilters {
  readonly text?: string | undefined;
  readonly activityId?: string | undefined;
  readonly goalId?: string | undefined;
  readonly partyId?: string | undefined;
  readonly place?: string | undefined;
  readonly state?: StateFilter | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

const names = {
  text: 'sok',
  activityId: 'aktivitet',
  goalId: 'mal',
  partyId: 'part',
  place: 'plats',
  state: 'lage',
  from: 'fran',
  to: 'till',
} as const satisfies Readonly<Record<keyof LogFilters, string>>;

const stateNames: Readonly<Record<StateFilter, string>> = {
  done: 'genomford',
  planned: 'planerad',
  cancelled: 'installd',
  'nothing-to-report': 'inget-att-rapportera',
  withdrawn: 'angrad',
};
export const stateFilters: readonly StateFilter[] = [...logStates, 'withdrawn'];

const longestText = 200;

/** In: the address's parameters. Out: the filters they mean; unknown states and days that do not exist are left out. */
export function parseFilters(search: URLSearchParams): LogFilters {
  const read = (name: keyof LogFilters) => search.get(names[name])?.slice(0, longestText) || undefined;
  const day = (name: 'from' | 'to') => {
    const text = read(name);
    return text !== undefined && isDay(text) ? text : undefined;
  };
  return {
    text: read('text'),
    activityId: read('activityId'),
    goalId: read('goalId'),
    partyId: read('partyId'),
    place: read('place'),
    state: stateFilters.find((state) => stateNames[state] === read('state')),
    from: day('from'),
    to: day('to'),
  };
}

/** In: the address's parameters and filters. Out: the address with these filters, and its other parameters as they were. */
export function writeFilters(search: URLSearchParams, filters: LogFilters): URLSearchParams {
  const next = new URLSearchParams(search);
  for (const name of filterNames) {
    const value = name === 'state' && filters.state ? stateNames[filters.state] : filters[name];
    if (value?.trim()) next.set(names[name], value);
    else next.delete(names[name]);
  }
  return next;
}

export const filterNames = Object.keys(names) as readonly (keyof LogFilters)[];

/** Filters that are set, besides the text typed. */
export const countFilters = (filters: LogFilters): number =>
  filterNames.filter((name) => name !== 'text' && filters[name] !== undefined).length;

/** Whether the days alone narrow the list: then an index answers, and nothing is kept in memory. */
export const needsScan = (filters: LogFilters): boolean =>
  filterNames.some((name) => name !== 'from' && name !== 'to' && filters[name] !== undefined);
