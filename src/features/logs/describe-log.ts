/** A log in words: what was counted, where and by whom. */
import type { Activity, Measure } from '#domain/records/activity.ts';
import type { Party } from '#domain/records/party.ts';
import type { ProgressLog } from '#domain/records/progress-log.ts';
import { formatCount } from '#domain/wording/numbers.ts';
import { formatAmount } from '#domain/wording/sentence-parts.ts';

/** In: a log and the promise's activities. Out: the names of its activities; a removed one is left out. */
export const nameActivities = (log: ProgressLog, activities: readonly Activity[]): readonly string[] =>
  log.activityIds.flatMap((id) => activities.find((activity) => activity.id === id)?.shortName ?? []);

/** In: a log and the promise's parties. Out: the names of those who did it. */
export const nameParties = (log: ProgressLog, parties: readonly Party[]): readonly string[] =>
  log.partyIds.flatMap((id) => parties.find((party) => party.id === id)?.name ?? []);

export interface Amount {
  readonly id: string;
  readonly name: string;
  readonly text: string;
}

export interface Amounts {
  /** How many occasions; undefined when none was reported, which is not 0. */
  readonly occasions: number | undefined;
  readonly others: readonly Amount[];
}

/** In: a log and the promise's activities. Out: what was counted, occasions apart from the rest. */
export function listAmounts(log: ProgressLog, activities: readonly Activity[]): Amounts {
  const own = activities.filter((activity) => log.activityIds.includes(activity.id));
  const occasionIds = own.flatMap((activity) => activity.measures.slice(0, 1).map((measure) => measure.id));
  const measures = new Map<string, Measure>(own.flatMap((activity) => activity.measures).map((one) => [one.id, one]));
  const others = Object.entries(log.quantities).filter(([id]) => !occasionIds.includes(id));
  return {
    occasions: occasionIds.map((id) => log.quantities[id]).find((amount) => amount !== undefined),
    others: others.map(([id, amount]) => toAmount(id, amount, measures.get(id))),
  };
}

const toAmount = (id: string, amount: number, measure: Measure | undefined): Amount => ({
  id,
  name: measure?.name ?? '–',
  text: measure ? formatAmount(amount, measure.unit) : formatCount(amount),
});
