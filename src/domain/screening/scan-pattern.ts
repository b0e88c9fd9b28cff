/**
 * All matches of a pattern that a rule accepts. After a refused match the search goes on one character later, so that
 * a false start never hides a real find. Patterns here have no nested or unbounded repetition: every one is linear.
 * In: a text, a pattern with the flag g, a rule. Out: what the rule made of the accepted matches, in order.
 */
export function scanPattern<T>(
  text: string,
  pattern: RegExp,
  accept: (match: RegExpExecArray) => T | undefined,
): readonly T[] {
  const found: T[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const accepted = accept(match);
    if (accepted === undefined) pattern.lastIndex = match.index + lengthAt(text, match.index);
    else found.push(accepted);
  }
  return found;
}

/** A pattern with the flag u that starts inside a surrogate pair steps back to its beginning, and would find the same for ever. */
const lengthAt = (text: string, index: number): number => ((text.codePointAt(index) ?? 0) > 0xffff ? 2 : 1);

const digit = /\d/;
const wordCharacter = /[\p{L}\p{N}]/u;

/** Whether a match stands free of digits on both sides. */
export const isFreeOfDigits = (text: string, from: number, to: number): boolean =>
  !digit.test(text.charAt(from - 1)) && !digit.test(text.charAt(to));

/** Whether a match stands free of letters and digits on both sides. */
export const isFreeWord = (text: string, from: number, to: number): boolean =>
  !wordCharacter.test(text.charAt(from - 1)) && !wordCharacter.test(text.charAt(to));
