import { counters, normalizePlace, placeCounter } from '#domain/progress/counters.ts';
import { forecastTotal } from '#domain/progress/forecast.ts';
import type { RunningStatus } from '#domain/progress/goal-progress.ts';
import { judgePace, toPace } from '#domain/progress/pace.ts';
import { readAmount } from '#domain/progress/read-amounts.ts';
import { increase, type Tally } from '#domain/progress/tally.ts';
import type { TargetOf } from '#domain/records/target.ts';
import type { KindRules } from './kind-rules.ts';

/** Antal, minst: S ≥ T, or S = T where the text says exactly. */
export const countRules: KindRules<'count'> = {
  count(target, { log, feeds, sheet }) {
    const amount = readAmount(feeds, log);
    if (amount === undefined) return 'no-quantity';
    const places = placesOf(target);
    if (places && !isAmong(places, log.place)) return 'other-place';
    if (target.distinctPersons && log.newPerson === 'unsure') return { amount, unsure: true };
    if (target.distinctPersons && log.newPerson !== 'yes') return 'not-new-person';
    if (places && log.place) increase(sheet, placeCounter(log.place), amount);
    return { amount };
  },

  measure({ target, tally, frame, periodOver }) {
    const sum = tally[counters.sum] ?? 0;
    const events = tally[counters.events] ?? 0;
    const places = listPlaces(target, tally);
    const total = target.value * (places?.length ?? 1);
    const useful = places ? sumUseful(places) : sum;
    const exact = target.exact ?? false;
    const foreseeable = !(exact || places || periodOver);
    return {
      detail: {
        kind: 'count',
        sum,
        value: total,
        exact,
        ...(target.distinctPersons && { unsure: tally[counters.unsure] ?? 0 }),
        ...(places && { places }),
      },
      attainment: useful / total,
      standing: {
        settled: settle(useful, total, exact),
        running: judgePace(useful, total, frame, events),
        ended: 'not-met',
      },
      pace: frame && toPace(total, frame),
      forecast: foreseeable ? forecastTotal(sum, total, frame, events) : undefined,
    };
  },
};

/** An empty list of places is a goal without places. */
const placesOf = (target: TargetOf<'count'>): readonly string[] | undefined =>
  target.perPlace && target.perPlace.length > 0 ? target.perPlace : undefined;

type PlaceSum = { readonly place: string; readonly sum: number; readonly value: number };

const listPlaces = (target: TargetOf<'count'>, tally: Tally): readonly PlaceSum[] | undefined =>
  placesOf(target)?.map((place) => ({ place, sum: tally[placeCounter(place)] ?? 0, value: target.value }));

/** What is beyond one place's share is no help to another place. */
const sumUseful = (places: readonly PlaceSum[]): number =>
  places.reduce((useful, place) => useful + Math.min(place.sum, place.value), 0);

function settle(sum: number, total: number, exact: boolean): RunningStatus | undefined {
  if (sum < total) return undefined;
  return exact && sum > total ? 'broken' : 'met';
}

const isAmong = (places: readonly string[], place: string | undefined): boolean =>
  place !== undefined && places.some((known) => normalizePlace(known) === normalizePlace(place));
