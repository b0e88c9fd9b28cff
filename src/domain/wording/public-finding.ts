import type { Day } from '#domain/calendar/day.ts';
import { screenText } from '#domain/screening/screen-text.ts';
import { findingMessage } from './finding-words.ts';
import type { Language } from './locale.ts';

/** In: a text that others will read, and today. Out: what in it looks like personal data and what to do; undefined when nothing does. */
export function describePublicFinding(text: string, today: Day, language: Language): string | undefined {
  const [first] = screenText(text, { today });
  return first && findingMessage(first, language);
}
