/** How a goal stands, in sentences that hold the same figures as card, chart and report. */
import type { GoalProgress } from '#domain/progress/goal-progress.ts';
import type { Goal } from '#domain/records/goal.ts';
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
 * In: the goal's name and progress. Out: one or two sentences, three while the promise has no dates.
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
  return joinSentences(
    `${goal.shortName}: ${figure}.`,
    statusSentence(progress, language),
    undatedNote(progress, language),
  );
}

/** In: a goal's progress. Out: the status with its reason: "Efter takt, 10 borde vara gjorda." */
export function statusSentence(progress: GoalProgress, language: Language): string {
  const { word } = statusWords(progress.status, language);
  const reason = describeStandingReason(progress, language);
  return reason ? `${word}, ${reason}.` : `${word}.`;
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
  // "nu inget rapporterat ännu" is no sentence: only a figure can be new.
  const now = /^\d/.test(figure) ? `${standingWords[language].now} ${figure}` : figure;
  if (view === 'masked') return `${goal.shortName}: ${figure}.`;
  return joinSentences(
    `${goal.shortName}: ${now}.`,
    statusSentence(progress, language),
    undatedNote(progress, language),
  );
}

/** In: a goal's progress. Out: why there is no pace, while the promise has no dates; else undefined. */
export function undatedNote(progress: GoalProgress, language: Language): string | undefined {
  const countsOnDates = progress.status !== 'unmeasured' && progress.status !== 'rescoped' && progress.status !== 'met';
  return progress.period === undefined && countsOnDates ? standingWords[language].undated : undefined;
}
