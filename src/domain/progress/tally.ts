/**
 * Tallies: named whole-number counters per goal, the only thing the engine needs to know about logs. They add and
 * subtract, so a change costs what changed, and the order of logs never matters. The names are in `counters.ts`.
 */
import type { Day } from '#domain/calendar/day.ts';
import { counters, partyPrefix, plannedPrefix } from './counters.ts';
import type { PartyCredits } from './goal-progress.ts';

/** Counter name → whole number. A counter that reaches 0 is removed, so equal tallies are equal objects. */
export type Tally = Readonly<Record<string, number>>;

/** A tally while it is being counted. */
export type TallySheet = Record<string, number>;

export const emptyTally: Tally = {};

/** Whether a tally counts nothing. */
export const isEmptyTally = (tally: Tally): boolean => Object.keys(tally).length === 0;

/** In: two tallies. Out: their sum, without zeros. */
export const addTally = (left: Tally, right: Tally): Tally => combine(left, right, 1);

/** In: two tallies. Out: the first less the second, without zeros. */
export const subtractTally = (left: Tally, right: Tally): Tally => combine(left, right, -1);

/** Adds to one counter of a sheet. An amount of 0 leaves no trace. */
export function increase(sheet: TallySheet, counter: string, amount: number): void {
  if (amount !== 0) sheet[counter] = (sheet[counter] ?? 0) + amount;
}

/** In: any tallies. Out: their sum. */
export function sumTallies(tallies: Iterable<Tally>): Tally {
  const sheet: TallySheet = {};
  for (const tally of tallies) {
    for (const counter in tally) increase(sheet, counter, tally[counter] ?? 0);
  }
  return sheet;
}

/**
 * The whole tally as it was known at the end of a day.
 * In: the tally of each day, and the day. Out: the sum of the days so far, and the planned work ahead.
 */
export function tallyAsOf(byDay: Iterable<readonly [Day, Tally]>, asOf: Day): Tally {
  const sheet: TallySheet = {};
  for (const [day, tally] of byDay) {
    for (const counter in tally) {
      if (day <= asOf || counter.startsWith(plannedPrefix)) increase(sheet, counter, tally[counter] ?? 0);
    }
  }
  return sheet;
}

/** In: a tally. Out: planned logs dated `asOf` or later: planned work that its day has passed is not ahead. */
export function countPlanned(tally: Tally, asOf: Day): number {
  let planned = 0;
  for (const counter in tally) {
    if (counter.startsWith(plannedPrefix) && counter.slice(plannedPrefix.length) >= asOf)
      planned += tally[counter] ?? 0;
  }
  return planned;
}

/**
 * What each party took part in. Joint work is credited to each and counts once in the total:
 * the credits, with what names no party, less the overlap are the total (model section 4, "Roll-up").
 */
export function creditParties(tally: Tally): PartyCredits {
  const byParty: Record<string, number> = {};
  for (const counter in tally) {
    if (counter.startsWith(partyPrefix)) byParty[counter.slice(partyPrefix.length)] = tally[counter] ?? 0;
  }
  return {
    total: tally[counters.sum] ?? 0,
    byParty,
    unassigned: tally[counters.partyNone] ?? 0,
    overlap: tally[counters.partyOverlap] ?? 0,
  };
}

function combine(left: Tally, right: Tally, sign: 1 | -1): Tally {
  const sum: TallySheet = { ...left };
  for (const [counter, amount] of Object.entries(right)) {
    const value = (sum[counter] ?? 0) + sign * amount;
    if (value === 0) delete sum[counter];
    else sum[counter] = value;
  }
  return sum;
}
