import { describeFigure } from '#domain/wording/describe-outcome.ts';
import type { Language } from '#domain/wording/locale.ts';
import { formatCount } from '#domain/wording/numbers.ts';
import { viewOf } from './propose-verdicts.ts';
import type { ReportGoal } from './report-input.ts';

/**
 * A goal's figure as every report prints it: "5 av 12 (+1)" where one was reported after the seal.
 * In: a goal with its progress. Out: a phrase without a capital; about people only whether it is reached.
 */
export function wordFigure({ goal, progress, lateReported = 0 }: ReportGoal, language: Language): string {
  const view = viewOf(goal);
  const figure = describeFigure(progress, language, view);
  return lateReported > 0 && view === 'full' ? `${figure} (+${formatCount(lateReported)})` : figure;
}
