import type { PromiseOverview } from '#storage/overview.ts';
import type { GoalStanding, Verdict } from './compute-goals.ts';

/** One promise of the portfolio with its figures, computed once for card, table and file. */
export interface PortfolioRow {
  readonly overview: PromiseOverview;
  readonly standings: readonly GoalStanding[];
  readonly verdict: Verdict;
}
