/**
 * Whether a text holds every typed part, in any order, also inside compounds: "brott" finds "narkotikabrott".
 * In: a text and what was typed. Out: true for an empty search.
 */
export function matchParts(text: string, typed: string): boolean {
  const lower = text.toLocaleLowerCase('sv-SE');
  return splitParts(typed).every((part) => lower.includes(part));
}

export const splitParts = (typed: string): readonly string[] =>
  typed
    .toLocaleLowerCase('sv-SE')
    .split(/\s+/u)
    .filter((part) => part !== '');
