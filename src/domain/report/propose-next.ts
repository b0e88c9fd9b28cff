import type { GoalDetail } from '#domain/progress/goal-progress.ts';
import type { Assessment } from '#domain/records/assessment.ts';
import type { Language } from '#domain/wording/locale.ts';
import { nextReasons } from '#domain/wording/report-next-words.ts';
import type { PromisedItem } from './promised-items.ts';

export const nextSteps = ['keep', 'raise', 'lower', 'drop', 'undecided'] as const;
export type NextStep = (typeof nextSteps)[number];

export interface ProposedNext {
  readonly step: NextStep;
  /** A finished sentence. */
  readonly reason: string;
}

/** A target is called too low when the outcome was half as much again, too high when not even half was reached. */
const farAbove = 1.5;
const farBelow = 0.5;

/**
 * What the outcome suggests for the next promise: a starting point for the talk, never a decision.
 * In: a promised item, whether the period is over, and what people judged of an activity. Out: a step with its reason.
 */
export function proposeNext(
  item: PromisedItem,
  {
    periodOver,
    implementation,
    language,
  }: {
    readonly periodOver: boolean;
    readonly implementation?: Assessment['implementation'];
    readonly language: Language;
  },
): ProposedNext {
  const reasons = nextReasons(language);
  const { rescoped, status } = item.kind === 'goal' ? item.goal : item.activity;
  if (rescoped !== undefined || status === 'dropped') return { step: 'drop', reason: reasons.dropped };
  if (item.kind === 'activity') {
    if (implementation === 'not-done') return { step: 'undecided', reason: reasons.notDone };
    return { step: 'keep', reason: implementation === 'done' ? reasons.done : reasons.continues };
  }
  return proposeForGoal(item, periodOver, language);
}

function proposeForGoal(
  { goal, progress }: Extract<PromisedItem, { kind: 'goal' }>,
  periodOver: boolean,
  language: Language,
): ProposedNext {
  const reasons = nextReasons(language);
  // How far above or below is a number, and that of people is not shown.
  const share = goal.personRelated ? undefined : readShare(progress.detail, progress.attainment);
  switch (progress.status) {
    case 'met':
      return share !== undefined && share >= farAbove
        ? { step: 'raise', reason: reasons.wellMet }
        : { step: 'keep', reason: reasons.met };
    case 'not-met':
    case 'broken':
      if (!periodOver && progress.status !== 'broken') return { step: 'undecided', reason: reasons.tooEarly };
      return share !== undefined && share < farBelow
        ? { step: 'lower', reason: reasons.farFromMet }
        : { step: 'keep', reason: reasons.notMet };
    case 'unmeasured':
      return { step: 'keep', reason: reasons.unmeasured };
    case 'unconfirmed':
    case 'no-data':
      return { step: 'undecided', reason: reasons.noData };
    case 'awaiting':
      return { step: 'undecided', reason: reasons.awaiting };
    default:
      return { step: 'undecided', reason: reasons.tooEarly };
  }
}

/** Only what is counted up can be far above or below; a share or a level is what it is. */
const readShare = (detail: GoalDetail, attainment: number | undefined): number | undefined =>
  detail.kind === 'count' || detail.kind === 'recurrence' || detail.kind === 'checklist' ? attainment : undefined;
