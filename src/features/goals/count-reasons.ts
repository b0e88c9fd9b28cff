import { type ExclusionReason, exclusionReasons, type GoalExplanation } from '#domain/progress/goal-progress.ts';
import type { PartyKind } from '#domain/records/party.ts';
import type { SeriesNumber } from '#ui/tokens.ts';

/** In: logs that do not count. Out: how many share each reason, the commonest first. */
export function countReasons(excluded: GoalExplanation['excluded']): readonly (readonly [ExclusionReason, number])[] {
  return exclusionReasons
    .map((reason) => [reason, excluded.filter((entry) => entry.reason === reason).length] as const)
    .filter(([, count]) => count > 0)
    .toSorted(([, left], [, right]) => right - left);
}

const seriesByKind: Readonly<Partial<Record<PartyKind, SeriesNumber>>> = {
  police: 1,
  municipality: 2,
  'municipal-unit': 2,
  school: 3,
  'social-services': 4,
  leisure: 5,
};

/** The colour, dash and marker that a kind of party has in every chart. */
export const toSeries = (kind: PartyKind | undefined): SeriesNumber => (kind && seriesByKind[kind]) ?? 6;
