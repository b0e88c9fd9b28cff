/** "Så räknar vi": what stands behind a figure, in words with the goal's own numbers (issue: every figure opens this). */
import type { ExclusionReason, GoalExplanation, GoalProgress } from '#domain/progress/goal-progress.ts';
import type { Goal } from '#domain/records/goal.ts';
import { formatDayWithYear, formatPeriod } from './days.ts';
import { describeFigure, type View } from './describe-outcome.ts';
import { describeTarget } from './describe-target.ts';
import { endSentence } from './end-sentence.ts';
import { countExclusion } from './exclusion-words.ts';
import { explainFormula } from './explain-formula.ts';
import { listMissing } from './explain-missing.ts';
import { type ExplanationPart, explainWords } from './explain-words.ts';
import type { Language } from './locale.ts';
import { capitalise, joinList } from './sentence-parts.ts';
import { statusSentence } from './standing-sentences.ts';
import { statusWords } from './status-words.ts';

export interface ExplanationSection {
  readonly id: ExplanationPart;
  readonly heading: string;
  readonly lines: readonly string[];
}

export interface ExplainedGoal {
  readonly goal: Goal;
  readonly progress: GoalProgress;
  /** Which logs count; without it that section is left out. */
  readonly explanation?: GoalExplanation | undefined;
}

/**
 * In: a goal, its progress and, where known, its logs. Out: sections with at least one line each, in reading order.
 * Masked: nothing that holds or gives away the figure of a person-related goal.
 */
export function explainGoal(
  explained: ExplainedGoal,
  language: Language,
  view: View = 'full',
): readonly ExplanationSection[] {
  const { goal, progress, explanation } = explained;
  const isMasked = view === 'masked';
  const { headings } = explainWords[language];
  const lines: Readonly<Record<ExplanationPart, readonly string[]>> = {
    result: isMasked ? explainMasked(progress, language) : explainResult(progress, language),
    formula: isMasked ? [] : explainFormula(goal, progress, language),
    target: explainTarget(goal, progress, language),
    'counting-rule': explainCountingRule(goal, progress, language),
    period: explainPeriod(progress, language),
    logs: isMasked || !explanation ? [] : explainLogs(explanation, language),
    missing: listMissing(goal, progress, language, view),
  };
  const order: readonly ExplanationPart[] = [
    'result',
    'formula',
    'target',
    'counting-rule',
    'period',
    'logs',
    'missing',
  ];
  return order.filter((id) => lines[id].length > 0).map((id) => ({ id, heading: headings[id], lines: lines[id] }));
}

function explainResult(progress: GoalProgress, language: Language): readonly string[] {
  const figure = `${capitalise(describeFigure(progress, language))}.`;
  return [figure, statusSentence(progress, language), statusWords(progress.status, language).meaning];
}

function explainMasked(progress: GoalProgress, language: Language): readonly string[] {
  return [`${capitalise(describeFigure(progress, language, 'masked'))}.`, explainWords[language].masked];
}

/** The target in force, and the signed one beside it when it was changed: the original stays visible. */
function explainTarget(goal: Goal, progress: GoalProgress, language: Language): readonly string[] {
  const words = explainWords[language];
  const inForce = `${capitalise(describeTarget(progress.target, language))}.`;
  if (progress.signedTarget === undefined) return [inForce];
  const version = goal.versions.findLast(({ validFrom }) => validFrom <= progress.asOf);
  return [
    inForce,
    words.signedTarget(describeTarget(progress.signedTarget, language)),
    ...(version ? [words.changed(formatDayWithYear(version.validFrom, language))] : []),
    ...(version?.reason ? [words.reason(endSentence(version.reason))] : []),
    ...(version?.decidedBy ? [words.decidedBy(endSentence(version.decidedBy))] : []),
  ];
}

function explainCountingRule(goal: Goal, progress: GoalProgress, language: Language): readonly string[] {
  const words = explainWords[language];
  const rule = goal.versions.findLast(({ validFrom }) => validFrom <= progress.asOf)?.countingRule ?? goal.countingRule;
  const written: readonly (readonly [text: string, say: (rule: string) => string])[] = [
    [rule.countsAsOne, words.countsAsOne],
    [rule.doesNotCount, words.doesNotCount],
    [rule.decidedBy, words.ruleDecidedBy],
    [rule.datedBy ?? '', words.datedBy],
  ];
  const { target } = progress;
  return [
    ...written.filter(([text]) => text.trim() !== '').map(([text, say]) => say(endSentence(text))),
    ...(goal.additionalOnly ? [words.additionalOnly] : []),
    ...(target.kind === 'count' && target.distinctPersons ? [words.distinctPersons] : []),
  ];
}

function explainPeriod({ period, asOf, pace, periodOver }: GoalProgress, language: Language): readonly string[] {
  const words = explainWords[language];
  const date = words.asOf(formatDayWithYear(asOf, language));
  if (period === undefined) return [words.noPeriod, date];
  const elapsed = pace && !periodOver ? [words.elapsed(pace.elapsedDays, pace.periodDays, pace.daysLeft)] : [];
  return [words.period(formatPeriod(period, language)), ...elapsed, ...(periodOver ? [words.periodOver] : []), date];
}

function explainLogs({ counted, excluded }: GoalExplanation, language: Language): readonly string[] {
  const words = explainWords[language];
  if (counted.length + excluded.length === 0) return [words.noLogs];
  const groups = new Map<ExclusionReason, number>();
  for (const { reason } of excluded) groups.set(reason, (groups.get(reason) ?? 0) + 1);
  const reasons = [...groups].map(([reason, count]) => countExclusion(reason, count, language));
  return [
    words.logsCount(counted.length),
    ...(excluded.length > 0 ? [words.logsExcluded(excluded.length, joinList(reasons, language))] : []),
  ];
}
