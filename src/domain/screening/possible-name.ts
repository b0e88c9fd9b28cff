import type { PlainFinding } from './finding.ts';
import { firstNames } from './first-names.ts';
import { isFreeWord, scanPattern } from './scan-pattern.ts';

const pattern = /(\p{Lu}\p{Ll}{1,20}(?:-\p{Lu}\p{Ll}{1,20})?) (\p{Lu}(?:\p{Ll}{1,30}(?:-\p{Lu}\p{Ll}{1,30})?|\.)?)/gu;
/** "Karl Johans gata", "Gustav Adolfs torg", "Olof Palmes plats": places that bear a name. */
const placeNext = /^s? ?(?:gata|gatan|väg|vägen|torg|torget|plats|park|gränd|backe|allé|skola|kyrka|bro)/iu;
const placeEnd = /(?:gatan|vägen|torget|skolan|parken|gården|kyrkan|hallen)$/iu;

/** In: plain text. Out: warnings for a common first name followed by a capitalised word. Misses most names, and says so on screen. */
export const findPossibleNames = (text: string): readonly PlainFinding[] =>
  scanPattern(text, pattern, (match): PlainFinding | undefined => {
    const [whole, first = '', last = ''] = match;
    const to = match.index + whole.length;
    const known = first.split('-').some((part) => firstNames.has(part));
    if (!known || placeEnd.test(last) || placeNext.test(text.slice(to, to + 12))) return undefined;
    if (!last.endsWith('.') && !isFreeWord(text, match.index, to)) return undefined;
    return { kind: 'possible-name', severity: 'warn', from: match.index, to };
  });
