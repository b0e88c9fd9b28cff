import type { PlainFinding } from './finding.ts';
import { isFreeWord, scanPattern } from './scan-pattern.ts';

/** Three letters, two digits, a digit or a letter. I, Q, V, Å, Ä and Ö are never used, and O not last (Transport Agency). */
const pattern = /([A-HJ-PR-UW-Z]{3})([ -]?)(\d{2}[\dA-HJ-NPR-UW-Z])/gi;

/** Abbreviations and words that stand before numbers in notes of this kind. */
const commonWords = new Set(
  (
    'max min kap sid ntu sou lpo pol tel fax dnr rum hus klo del nej ett tre sex fem upp och pga ca kl st gym sal hall ' +
    'jan feb mar apr maj jun jul aug sep okt dec lag ord art bet kod bup lss lma bra alt mot per ger har tog kom var ' +
    'den det dem med men som runt cirka plan steg zon a4 buss bus tag lot nya jfr see top moms ant sum summa sek eur usd ' +
    'utc gmt ean doc pdf jpg png dsc img tmp log usb hdd'
  ).split(' '),
);

/** In: plain text. Out: warnings for registration plates. With a space between, only in capitals: "och 100" is no plate. */
export const findPlates = (text: string): readonly PlainFinding[] =>
  scanPattern(text, pattern, (match): PlainFinding | undefined => {
    const [whole, letters = '', between = '', digits = ''] = match;
    const from = match.index;
    const to = from + whole.length;
    if (!isFreeWord(text, from, to) || commonWords.has(letters.toLowerCase())) return undefined;
    const isUpper = letters === letters.toUpperCase();
    // "Abc123" and "abc12D" are typed by nobody as a plate; mixed case is a password or a code.
    const isLower = letters === letters.toLowerCase() && digits === digits.toLowerCase();
    if (!isUpper && (between !== '' || !isLower)) return undefined;
    return { kind: 'plate', severity: 'warn', from, to };
  });
