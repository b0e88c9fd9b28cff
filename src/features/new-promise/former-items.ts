/** What the promise before promised and how it ended: what the next one is decided on. */
import { addDays, type Day } from '#domain/calendar/day.ts';
import { toPeriod } from '#domain/calendar/period.ts';
import { computePromise } from '#domain/progress/compute-promise.ts';
import type { Goal } from '#domain/records/goal.ts';
import type { Target } from '#domain/records/target.ts';
import { isPeriodOver, listPromisedItems, type PromisedItem, recordOf } from '#domain/report/promised-items.ts';
import { type NextStep, type ProposedNext, proposeNext } from '#domain/report/propose-next.ts';
import { viewOf } from '#domain/report/propose-verdicts.ts';
import { describeFigure } from '#domain/wording/describe-outcome.ts';
import { attainmentWord, implementationWord } from '#domain/wording/follow-up-words.ts';
import type { Language } from '#domain/wording/locale.ts';
import { statusWords } from '#domain/wording/status-words.ts';
import type { PromiseOverview } from '#storage/overview.ts';

/** What people choose for one item. A target that is raised or lowered has its new number. */
export interface ItemChoice {
  readonly step: NextStep;
  readonly value?: number | undefined;
}

export interface FormerItem {
  readonly id: string;
  readonly kind: PromisedItem['kind'];
  readonly name: string;
  /** "14 av 15 · Ej nått · Delvis nått": the figure, what it means, and what people judged. */
  readonly outcome: string;
  readonly proposed: ProposedNext;
  /** The number that can be raised or lowered; undefined where the target has none. */
  readonly value: number | undefined;
  /** People have judged it. */
  readonly judged: boolean;
}

/** In: a promise with its figures, and today. Out: every promised item as it ended, in the order of the text. */
export function listFormerItems(overview: PromiseOverview, today: Day, language: Language): readonly FormerItem[] {
  const { promise, activities, assessments, totals } = overview;
  const end = toPeriod(promise.period, promise.signedOn)?.to;
  const asOf = end !== undefined && today > end ? addDays(end, 1) : today;
  const goals = computePromise({ ...overview, totals }, asOf);
  const periodOver = isPeriodOver(promise, asOf);
  return listPromisedItems({ activities, goals, work: [] }).map((item) => {
    const { id, shortName } = recordOf(item);
    // Assessments come with the latest first.
    const verdict = assessments.find(({ ref }) => ref.id === id);
    return {
      ...{ id, kind: item.kind, name: shortName, judged: verdict !== undefined },
      outcome: [
        item.kind === 'goal' && describeFigure(item.progress, language, viewOf(item.goal)),
        item.kind === 'goal' && !item.goal.personRelated && statusWords(item.progress.status, language).word,
        verdict?.implementation && implementationWord(verdict.implementation, language),
        verdict?.attainment && attainmentWord(verdict.attainment, language),
      ]
        .filter(Boolean)
        .join(' · '),
      proposed: proposeNext(item, {
        periodOver,
        language,
        ...(verdict?.implementation && { implementation: verdict.implementation }),
      }),
      value: item.kind === 'goal' ? readValue(item.goal.target) : undefined,
    };
  });
}

/** Whether a follow-up has judged anything of the promise: renewal asks for that first (issue 4 item 4). */
export const isJudged = (items: readonly FormerItem[]): boolean => items.some(({ judged }) => judged);

export function readValue(target: Target): number | undefined {
  if (target.kind === 'count' || target.kind === 'ceiling') return target.value;
  return target.kind === 'recurrence' ? target.times : undefined;
}

/** In: a copied goal and what was chosen. Out: the goal with its new number, where it has one. */
export function applyChoice(goal: Goal, choice: ItemChoice | undefined): Goal {
  const { target } = goal;
  const value = choice?.step === 'raise' || choice?.step === 'lower' ? choice.value : undefined;
  if (value === undefined) return goal;
  if (target.kind === 'count' || target.kind === 'ceiling') return { ...goal, target: { ...target, value } };
  return target.kind === 'recurrence' ? { ...goal, target: { ...target, times: value } } : goal;
}

export type ValueIssue = 'not-whole' | 'not-higher' | 'not-lower' | 'too-small';

/**
 * In: an item, its step and the number as it was read (undefined when it is none). Out: what is wrong, or undefined.
 * Raising a ceiling allows more, and is said as it is: the number goes up.
 */
export function checkValue(item: FormerItem, step: NextStep, value: number | undefined): ValueIssue | undefined {
  if (item.value === undefined || (step !== 'raise' && step !== 'lower')) return undefined;
  if (value === undefined || !Number.isInteger(value)) return 'not-whole';
  if (value < 1) return 'too-small';
  if (step === 'raise' && value <= item.value) return 'not-higher';
  return step === 'lower' && value >= item.value ? 'not-lower' : undefined;
}
