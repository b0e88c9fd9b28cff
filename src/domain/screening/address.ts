import type { PlainFinding } from './finding.ts';
import { scanPattern } from './scan-pattern.ts';

/** A street's name with a house number, or a flat number. */
const street =
  /([\p{L}-]{0,40}(?:gatan|gata|vägen|gränden|gränd|stigen|torget|torg|allén|backen|leden|esplanaden|kajen|brinken|liden|slingan|promenaden|stranden|tomten|väg|stig)) (\d{1,3}(?: ?[A-H](?![\p{L}]))?)/giu;
const flat = /(?:lgh|lägenhet|lägenhetsnummer)\.? ?\d{3,4}/giu;

/** "riksväg 40", "på vägen 3 mil", "torget 2": roads and plain nouns have numbers without being addresses. */
const plainNouns =
  /^(?:riks|läns|europa|mot|in|ut|huvud|om|gång)?(?:gata|gatan|väg|vägen|gränd|gränden|stig|stigen|torg|torget|allén|backen|leden|kajen|liden|stranden|tomten|promenaden)$/iu;
/** "Södra Torget": a plain noun with a capital after another is a street's name all the same. */
const capitalBefore = /\p{Lu}\p{Ll}{1,20} $/u;

/** What stands after a number that counts something: "Storgatan 12 fordon", "Storgatan 5 november", "Storgatan 18.30". */
const countedNext =
  /^(?:[.:,]\d|\d|-\d{3}| ?(?:st|fordon|bilar|bil|mopeder|epa|personer|person|ungdomar|elever|kontroller|insatser|gånger|gång|timmar|minuter|min|poliser|patruller|tillfällen|besök|samtal|böter|meter|m|km|dagar|veckor|jan|feb|mars|april|maj|juni|juli|aug|sep|sept|okt|nov|dec|januari|februari|augusti|september|oktober|november|december)(?![\p{L}]))/iu;

/** In: plain text. Out: warnings for street addresses with a number and for flat numbers. A street without a number is a place. */
export function findAddresses(text: string): readonly PlainFinding[] {
  const streets = scanPattern(text, street, (match): PlainFinding | undefined => {
    const from = match.index;
    const to = from + match[0].length;
    if (!isStreetName(match[1] ?? '', text.slice(Math.max(0, from - 24), from))) return undefined;
    if (/[\p{L}\p{N}]/u.test(text.charAt(from - 1)) || countedNext.test(text.slice(to, to + 16))) return undefined;
    return { kind: 'address', severity: 'warn', from, to };
  });
  const flats = scanPattern(text, flat, (match): PlainFinding | undefined => ({
    kind: 'address',
    severity: 'warn',
    from: match.index,
    to: match.index + match[0].length,
  }));
  return [...streets, ...flats];
}

const isStreetName = (name: string, before: string): boolean =>
  !plainNouns.test(name) || (/^\p{Lu}/u.test(name) && capitalBefore.test(before));
