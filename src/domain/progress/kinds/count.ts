import { counters, normalizePlace, placeCounter } from '../counters.ts';
import { forecastTotal } from '../forecast.ts';
import { judgePace, toPace } from '../pace.ts';
import { readAmount } from '../read-amounts.ts';
import { increase } from '../tally.ts';
import type { KindRules } from './kind-rules.ts';

/** Antal, minst: S ≥ T, or S = T where the text says exactly. */
export const countRules: KindRules<'count'> = {
  count(target, { log, feeds, sheet }) {
    const amount = readAmount(feeds, log);
    if (amount === undefined) return 'no-quantity';
    if (target.perPlace && !isAmong(target.perPlace, log.place)) return 'other-place';
    if (target.distinctPersons && log.newPerson === 'unsure') return { amount, unsure: true };
    if (target.distinctPersons && log.newPerson !== 'yes') return 'not-new-person';
    if (target.perPlace && log.place) increase(sheet, placeCounter(log.place), amount);
    return { amount };
  },

  measure({ target, tally, frame, periodOver }) {
    const sum = tally[counters.sum] ?? 0;
    const events = tally[counters.events] ?? 0;
    const places = target.perPlace?.map((place) => ({
      place,
      sum: tally[placeCounter(place)] ?? 0,
      value: target.value,
    }));
    const total = target.value * (places?.length ?? 1);
    // What is beyond one place's share is no help to another place.
    const useful = places ? places.reduce((reached, place) => reached + Math.min(place.sum, place.value), 0) : sum;
    const exact = target.exact ?? false;
    const plain = !exact && !places;
    return {
      detail: {
        kind: 'count',
        sum,
        value: total,
        exact,
        ...(target.distinctPersons ? { unsure: tally[counters.unsure] ?? 0 } : {}),
        ...(places ? { places } : {}),
      },
      attainment: useful / total,
      standing: {
        settled: exact && sum > total ? 'broken' : useful >= total ? 'met' : undefined,
        running: judgePace(useful, total, frame, events),
        ended: 'not-met',
      },
      pace: frame && toPace(total, frame),
      forecast: plain && !periodOver ? forecastTotal(sum, total, frame, events) : undefined,
    };
  },
};

const isAmong = (places: readonly string[], place: string | undefined): boolean =>
  place !== undefined && places.some((known) => normalizePlace(known) === normalizePlace(place));
