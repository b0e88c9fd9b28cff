/** What the overview shows is in its address, so that a link shows a colleague the same. What an address gets wrong is ignored. */
import { type Day, isDay } from '#domain/calendar/day.ts';
import type { CitizenPromise } from '#domain/records/citizen-promise.ts';
import type { FocusArea } from '#domain/records/focus-area.ts';
import type { Goal } from '#domain/records/goal.ts';

export const overviewViews = ['goals', 'parties', 'municipalities', 'rhythm', 'all'] as const;
export type OverviewView = (typeof overviewViews)[number];

/** The words of the address: Swedish, like every address of the app. */
const viewNames: Readonly<Record<OverviewView, string>> = {
  goals: 'mal',
  parties: 'part',
  municipalities: 'kommuner',
  rhythm: 'rytm',
  all: 'alla',
};

export interface OverviewFilters {
  readonly view: OverviewView;
  readonly partyId?: string | undefined;
  readonly focusAreaId?: string | undefined;
  readonly from?: Day | undefined;
  readonly to?: Day | undefined;
}

interface Known {
  readonly promise: Pick<CitizenPromise, 'parties'>;
  readonly focusAreas: readonly Pick<FocusArea, 'id'>[];
}

/** In: the address's search part and what the promise has. Out: the filters that make sense. */
export function parseFilters(search: URLSearchParams, { promise, focusAreas }: Known): OverviewFilters {
  const [from, to] = [readDay(search.get('fran')), readDay(search.get('till'))];
  const isReversed = from !== undefined && to !== undefined && from > to;
  return {
    view: parseView(search),
    partyId: promise.parties.find(({ id }) => id === search.get('part'))?.id,
    focusAreaId: focusAreas.find(({ id }) => id === search.get('omrade'))?.id,
    from: isReversed ? undefined : from,
    to: isReversed ? undefined : to,
  };
}

export const parseView = (search: URLSearchParams): OverviewView =>
  overviewViews.find((view) => viewNames[view] === search.get('vy')) ?? 'goals';

/** In: the address's search part and the police areas there are. Out: the one that the portfolio is about, or all. */
export const parseArea = (search: URLSearchParams, areas: readonly string[]): string | undefined =>
  areas.find((area) => area === search.get('polisomrade'));

/** In: the address's search part and a police area, or none. Out: the new search part. */
export function changeArea(search: URLSearchParams, area: string): URLSearchParams {
  const next = new URLSearchParams(search);
  if (area) next.set('polisomrade', area);
  else next.delete('polisomrade');
  return next;
}

/** In: the address's search part and what shall change. Out: the new search part; the plain view leaves no trace. */
export function changeFilters(search: URLSearchParams, changes: Partial<OverviewFilters>): URLSearchParams {
  const next = new URLSearchParams(search);
  const set = (name: string, value: string | undefined) => (value ? next.set(name, value) : next.delete(name));
  if (changes.view) set('vy', changes.view === 'goals' ? undefined : viewNames[changes.view]);
  if ('partyId' in changes) set('part', changes.partyId);
  if ('focusAreaId' in changes) set('omrade', changes.focusAreaId);
  if ('from' in changes) set('fran', changes.from);
  if ('to' in changes) set('till', changes.to);
  return next;
}

export const hasFilters = ({ partyId, focusAreaId, from, to }: OverviewFilters): boolean =>
  Boolean(partyId ?? focusAreaId ?? from ?? to);

/** The day that figures are told for: the end of the chosen period, never later than today. */
export const findAsOf = ({ to }: OverviewFilters, today: Day): Day => (to !== undefined && to < today ? to : today);

/** In: a goal and the filters. Out: whether it is shown. A party stands for its own units too. */
export function showsGoal(
  goal: Pick<Goal, 'ownerPartyIds' | 'focusAreaIds'>,
  { partyId, focusAreaId }: OverviewFilters,
  parties: CitizenPromise['parties'],
): boolean {
  if (focusAreaId !== undefined && !goal.focusAreaIds.includes(focusAreaId)) return false;
  return partyId === undefined || goal.ownerPartyIds.some((id) => isWithin(id, partyId, parties));
}

/** Whether a party is another one or a unit of it. */
export const isWithin = (id: string, ofId: string, parties: CitizenPromise['parties']): boolean =>
  id === ofId || parties.some((party) => party.id === id && party.parentId === ofId);

const readDay = (text: string | null): Day | undefined => (text !== null && isDay(text) ? text : undefined);
