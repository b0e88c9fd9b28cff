/** How a goal stands, in sentences that hold the same figures as card, chart and report. */
import type { GoalProgress } from '#domain/progress/goal-progress.ts';
import type { Goal } from '#domain/records/goal.ts';
import type { TargetKind } from '#domain/records/target.ts';
import { describeFigure, type View } from './describe-outcome.ts';
import type { Language } from './locale.ts';
import { joinSentences } from './sentence-parts.ts';
import { describeStandingReason } from './standing-reason.ts';
import { standingWords } from './standing-words.ts';
import { statusWords } from './status-words.ts';

/** Only the name is read, so that a draft or a card can be described too. */
export type NamedGoal = Pick<Goal, 'shortName'>;

/**
 * The whole standing for screen readers and as a chart's title:
 * "Trafikkontroller: 2 av 12. Efter takt, 10 borde vara gjorda."
 * In: the goal's name and progress. Out: one to three sentences.
 * Masked: only reached or not yet reached, since a pace would give the number away.
 */
export function describeStanding(
  goal: NamedGoal,
  progress: GoalProgress,
  language: Language,
  view: View = 'full',
): string {
  const figure = describeFigure(progress, language, view);
  if (view === 'masked') return `${goal.shortName}: ${figure}.`;
  return joinSentences(`${goal.shortName}: ${figure}.`, statusSentence(progress, language));
}

/**
 * The status with its reason: "Efter takt, 10 borde vara gjorda." While the dates are not settled a goal that would be
 * judged by pace says that instead: "I takt" would be a claim.
 */
export function statusSentence(progress: GoalProgress, language: Language): string {
  const { word } = statusWords(progress.status, language);
  const undated = undatedNote(progress, language);
  if (undated && progress.status === 'on-pace') return undated;
  const reason = describeStandingReason(progress, language);
  return joinSentences(reason ? `${word}, ${reason}.` : `${word}.`, undated);
}

/**
 * What a log just saved meant for the goal (screens 3): "Trafikkontroll centrum: nu 3 av 12. Efter takt, 10 borde vara gjorda."
 * In: the goal's name and its progress after the log.
 */
export function receiptSentence(
  goal: NamedGoal,
  progress: GoalProgress,
  language: Language,
  view: View = 'full',
): string {
  const figure = describeFigure(progress, language, view);
  if (view === 'masked') return `${goal.shortName}: ${figure}.`;
  // "nu inget rapporterat ännu" is no sentence: only a figure can be new.
  const now = /^\d/.test(figure) ? `${standingWords[language].now} ${figure}` : figure;
  return joinSentences(`${goal.shortName}: ${now}.`, statusSentence(progress, language));
}

/** The kinds whose running status is a comparison with the calendar. */
const pacedKinds: readonly TargetKind[] = ['count', 'recurrence', 'checklist'];

/** In: a goal's progress. Out: why there is no pace, where one is missing for want of dates; else undefined. */
function undatedNote(progress: GoalProgress, language: Language): string | undefined {
  const judgedByPace = progress.status === 'on-pace' || progress.status === 'not-started';
  const misses = progress.period === undefined && judgedByPace && pacedKinds.includes(progress.kind);
  return misses ? standingWords[language].undated : undefined;
}
