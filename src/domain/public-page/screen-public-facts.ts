import type { Day } from '#domain/calendar/day.ts';
import type { Finding } from '#domain/screening/finding.ts';
import { screenText } from '#domain/screening/screen-text.ts';
import type { PublicFacts } from './public-facts.ts';

export interface PublicFinding {
  /** Where it stands: the path of the text in the facts ("items.3.promised"). */
  readonly path: string;
  readonly text: string;
  readonly finding: Finding;
}

/**
 * Looks for personal data in every text that would become public (guard P3). Whatever is found stops the publication, also
 * what may be kept inside with a reason. Only a possible name, which is a guess, can be said to be none.
 * In: the facts, today, and the guesses that a person has looked at. Out: what must go first; empty when nothing.
 */
export function screenPublicFacts(
  facts: PublicFacts,
  today: Day,
  notNames: readonly string[] = [],
): readonly PublicFinding[] {
  return listTexts(facts, '').flatMap(({ path, text }) =>
    screenText(toWords(text), { today })
      .filter(({ kind, match }) => kind !== 'possible-name' || !notNames.includes(match))
      .map((finding) => ({ path, text, finding })),
  );
}

/** Numbers in web addresses are left alone elsewhere. Here an address is read as the words it is made of. */
function toWords(text: string): string {
  if (!text.startsWith('https:')) return text;
  try {
    return decodeURIComponent(text).replace(/[/?&=#_~+]+/g, ' ');
  } catch {
    return text.replace(/[%/?&=#_~+]+/g, ' ');
  }
}

/** Every text at any depth, so that a field that is added one day cannot be forgotten here. */
function listTexts(value: unknown, path: string): readonly { readonly path: string; readonly text: string }[] {
  if (typeof value === 'string') return [{ path, text: value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => listTexts(part, path === '' ? key : `${path}.${key}`));
}
