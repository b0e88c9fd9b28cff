import type { Assessment } from '#domain/records/assessment.ts';
import { levelName } from '#domain/wording/describe-target.ts';
import { attainmentWord, implementationWord } from '#domain/wording/follow-up-words.ts';
import type { Language } from '#domain/wording/locale.ts';
import { judgementPhrases } from '#domain/wording/report-verdict-words.ts';
import { findVerdicts, readVerdict } from './find-verdicts.ts';
import { nameParties, type ReportContext } from './report-context.ts';

/** In: an item's id. Out: whether it was done, as people have judged it; undefined while nobody has. */
export const wordImplementation = (context: ReportContext, id: string): string | undefined =>
  wordHeld(context, readVerdict(findVerdicts(id, context), 'implementation'), implementationWord);

/** In: a goal's id. Out: whether it was reached, as people have judged it; undefined while nobody has. */
export const wordAttainment = (context: ReportContext, id: string): string | undefined =>
  wordHeld(context, readVerdict(findVerdicts(id, context), 'attainment'), attainmentWord);

/** One verdict stands alone; where the parties differ, each stands with its own. */
function wordHeld<V>(
  context: ReportContext,
  held: readonly { readonly verdict: V; readonly partyIds: readonly string[] }[],
  word: (verdict: V, language: Language) => string,
): string | undefined {
  const [first] = held;
  if (!first) return undefined;
  if (held.length === 1) return word(first.verdict, context.language);
  return held
    .map(({ verdict, partyIds }) => `${nameParties(context, partyIds)}: ${word(verdict, context.language)}`)
    .join(' · ');
}

export const notJudged = ({ language }: ReportContext): string => judgementPhrases(language).notJudged;

/** In: an assessment. Out: its verdicts as one phrase: "Delvis genomfört, Inte nått"; a judged goal's by its level. */
export function wordAssessment(
  { implementation, attainment, levelId, ref }: Assessment,
  { language, goals }: ReportContext,
): string {
  const words = judgementPhrases(language);
  const target = goals.find(({ goal }) => goal.id === ref.id)?.progress.target;
  const level = target?.kind === 'judged' && levelId !== undefined ? levelName(target, levelId) : '';
  const parts = [
    implementation && implementationWord(implementation, language),
    attainment && attainmentWord(attainment, language),
    level && words.level(level),
  ].filter(Boolean);
  return parts.length > 0 ? parts.join(', ') : words.onlyComment;
}
