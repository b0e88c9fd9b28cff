import { listPartyBars, type PartyBars } from '#domain/progress/chart-points.ts';
import type { Tally } from '#domain/progress/tally.ts';
import type { CitizenPromise } from '#domain/records/citizen-promise.ts';
import type { Goal } from '#domain/records/goal.ts';
import type { GoalStanding } from './compute-goals.ts';
import { isWithin, type OverviewFilters } from './overview-filters.ts';

export interface CreditRow {
  readonly goal: Goal;
  readonly credits: PartyBars;
}

/** What one party took part in. */
export interface PartyCredit {
  readonly partyId: string;
  readonly name: string;
  readonly lines: readonly { readonly goal: Goal; readonly amount: number; readonly total: number }[];
}

export interface CreditTable {
  /** Parties with something to their credit, in the promise's order. */
  readonly parties: readonly { readonly id: string; readonly name: string }[];
  readonly rows: readonly CreditRow[];
  /** Some work names no party. */
  readonly hasUnassigned: boolean;
}

/**
 * What each party took part in, goal by goal: different units never sum. Joint work is in each party's column and once in the total.
 * In: the goals shown, their tallies of the chosen time, the promise. Out: a table; goals without work are left out.
 */
export function tabulateCredits(
  standings: readonly GoalStanding[],
  tallies: ReadonlyMap<string, Tally>,
  promise: CitizenPromise,
  { partyId }: OverviewFilters,
): CreditTable {
  const rows = standings.flatMap(({ goal }) => {
    const tally = tallies.get(goal.id);
    const credits = tally && listPartyBars(tally, promise);
    return credits && credits.total > 0 ? [{ goal, credits }] : [];
  });
  const credited = new Set(rows.flatMap(({ credits }) => credits.bars.map((bar) => bar.partyId)));
  return {
    parties: promise.parties.filter(
      ({ id }) => credited.has(id) && (partyId === undefined || isWithin(id, partyId, promise.parties)),
    ),
    rows,
    hasUnassigned: rows.some(({ credits }) => credits.unassigned > 0),
  };
}

/** The same by party: each goal that it took part in, beside the goal's total where joint work counts once. */
export const listByParty = ({ parties, rows }: CreditTable): readonly PartyCredit[] =>
  parties.map(({ id, name }) => ({
    partyId: id,
    name,
    lines: rows.flatMap(({ goal, credits }) => {
      const amount = credits.bars.find((bar) => bar.partyId === id)?.amount;
      return amount ? [{ goal, amount, total: credits.total }] : [];
    }),
  }));
