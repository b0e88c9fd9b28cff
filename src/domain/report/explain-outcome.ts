import type { GoalDetail } from '#domain/progress/goal-progress.ts';
import type { Language } from '#domain/wording/locale.ts';
import { attainmentWords } from '#domain/wording/report-attainment-words.ts';
import { joinSentences } from '#domain/wording/sentence-parts.ts';
import { describeStandingReason } from '#domain/wording/standing-reason.ts';
import { viewOf } from './propose-verdicts.ts';
import type { ReportGoal } from './report-input.ts';

/**
 * What a figure does not say by itself, so that nobody reads more into it than it bears: both readings of a rhythm, how
 * much was missing, and that a reported sum is no proof of every day.
 * In: a goal. Out: one or more sentences, or undefined where the figure says it all. Nothing for goals about people.
 */
export function explainOutcome({ goal, progress }: ReportGoal, language: Language): string | undefined {
  if (viewOf(goal) === 'masked') return undefined;
  const words = attainmentWords(language);
  const { detail, status } = progress;
  if (detail.kind === 'recurrence') return explainRhythm(detail, language);
  const reason = describeStandingReason(progress, language);
  if (status === 'not-met' && reason !== undefined) return words.missed(reason);
  if (status === 'unconfirmed') return joinSentences(words.unconfirmed, reason && words.because(reason));
  if (detail.kind === 'count' && detail.unsure) return words.unsure(detail.unsure);
  return undefined;
}

function explainRhythm(detail: Extract<GoalDetail, { kind: 'recurrence' }>, language: Language): string | undefined {
  const { per, times, each, average, units } = detail;
  if (each.due === 0 || average.perUnit === undefined) return undefined;
  const words = attainmentWords(language);
  const due = units.filter((unit) => unit.due && unit.whole && !unit.paused);
  const sum = due.reduce((total, { count }) => total + count, 0);
  const silent = due.filter(({ reported }) => !reported).length;
  const spread = each.met < each.due;
  return joinSentences(
    words.rhythm(sum, each.due, average.perUnit, per),
    words.unitsMet(each.met, each.due, times, per),
    spread && average.perUnit >= times ? words.averageProvesNothing(per) : undefined,
    silent > 0 ? words.silentUnits(silent, per) : undefined,
  );
}
