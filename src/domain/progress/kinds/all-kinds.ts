/** The one list of kinds: a kind that is missing here does not compile. */

import type { ExclusionReason } from '#domain/progress/goal-progress.ts';
import type { Target, TargetKind } from '#domain/records/target.ts';
import { ceilingRules } from './ceiling.ts';
import { checklistRules } from './checklist.ts';
import { countRules } from './count.ts';
import { deadlineRules } from './deadline.ts';
import { judgedRules } from './judged.ts';
import type { Counted, Figure, FigureInput, KindRules, LogFacts } from './kind-rules.ts';
import { milestoneRules } from './milestone.ts';
import { onDemandRules } from './on-demand.ts';
import { ongoingRules } from './ongoing.ts';
import { ratioRules } from './ratio.ts';
import { recurrenceRules } from './recurrence.ts';
import { scheduleRules } from './schedule.ts';
import { seriesRules } from './series.ts';

const rules: { readonly [K in TargetKind]: KindRules<K> } = {
  count: countRules,
  ceiling: ceilingRules,
  recurrence: recurrenceRules,
  schedule: scheduleRules,
  checklist: checklistRules,
  ratio: ratioRules,
  deadline: deadlineRules,
  'on-demand': onDemandRules,
  milestone: milestoneRules,
  series: seriesRules,
  judged: judgedRules,
  ongoing: ongoingRules,
};

/** The rules of a target's own kind. The compiler cannot follow that the key and the rules belong together; the table above can. */
const rulesOf = (kind: TargetKind): KindRules<TargetKind> => rules[kind] as unknown as KindRules<TargetKind>;

/** How much a done log counts under a target, or why it does not. */
export const countByKind = (target: Target, facts: LogFacts): Counted | ExclusionReason =>
  rulesOf(target.kind).count(target, facts);

/** What "nothing to report" means under a target. */
export const noteNothingByKind = (target: Target, facts: LogFacts): void =>
  rulesOf(target.kind).noteNothing?.(target, facts);

/** The figure of a target's kind. */
export const measureByKind = (input: FigureInput<TargetKind>): Figure<TargetKind> =>
  rulesOf(input.target.kind).measure(input);
