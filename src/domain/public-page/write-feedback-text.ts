import { formatDateWithYear } from '#domain/wording/days.ts';
import type { Language } from '#domain/wording/locale.ts';
import { feedbackWords } from '#domain/wording/public-feedback-words.ts';
import type { PublicFacts, PublicItem } from './public-facts.ts';

/**
 * A text that is ready to be told: the same sentences as on the public page, so that small numbers about people are
 * masked in it as well.
 * In: the facts, which of their items, whom it is for. Out: a text of some lines.
 */
export function writeFeedbackText(
  facts: Pick<PublicFacts, 'title' | 'asOf'>,
  items: readonly PublicItem[],
  audience: 'citizens' | 'staff' | 'partners',
  language: Language,
): string {
  const words = feedbackWords[language];
  const begin = words.begin[audience](facts.title, formatDateWithYear(facts.asOf, language));
  const told = items.map(({ promised, done, standing }) => words.item(promised, done[language], standing[language]));
  return [begin, ...told].join('\n\n');
}
