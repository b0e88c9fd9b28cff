import { isDay } from '#domain/calendar/day.ts';
import type { PlainFinding } from './finding.ts';
import { isFreeOfDigits, scanPattern } from './scan-pattern.ts';

const international = /(?:\+|00)(?:46|45|47|48|49|44|354|358)(?:[ -]?\(0\))?(?:[ -]?\d){7,10}/g;
const mobile = /07[02369](?:[ -]?\d){7}/g;
/** The numbering plan's area codes without 07; a landline is known by the separator after its code. */
const landline =
  /0(?:8|1[013689]|2[0136]|3[1356]|4[0246]|54|6[03]|90|[1-6]\d{2}|9\d{2})(?: ?[-/] ?| )\d(?:[ -]?\d){4,7}/g;
const clockRange = /^([01]\d|2[0-3])[0-5]\d ?- ?([01]\d|2[0-4])[0-5]\d$/;
const dayFirst = /^(\d{2})[-/](\d{2})[-/](\d{4})$/;
const eMail = /[\p{L}\d._%+-]{1,64}@[\p{L}\d-]{1,63}(?:\.[\p{L}\d-]{1,63}){1,4}/gu;

/** In: plain text. Out: warnings for Swedish and neighbouring phone numbers; dates, times and parts of longer numbers are left alone. */
export function findPhones(text: string): readonly PlainFinding[] {
  const accept = (match: RegExpExecArray): PlainFinding | undefined => {
    const from = match.index;
    const to = from + match[0].length;
    if (!isFreeOfDigits(text, from, to) || isPartOfNumber(text, from) || isDateOrTime(match[0])) return undefined;
    return { kind: 'phone', severity: 'warn', from, to };
  };
  return [international, mobile, landline].flatMap((pattern) => scanPattern(text, pattern, accept));
}

/** In: plain text. Out: warnings for e-mail addresses. */
export function findEMails(text: string): readonly PlainFinding[] {
  if (!text.includes('@')) return [];
  return scanPattern(text, eMail, (match) => ({
    kind: 'e-mail',
    severity: 'warn',
    from: match.index,
    to: match.index + match[0].length,
  }));
}

/** `2026-08-12 14 00`: the 08 is a month. */
const isPartOfNumber = (text: string, from: number): boolean =>
  /[-/.,:]/.test(text.charAt(from - 1)) && /\d/.test(text.charAt(from - 2));

function isDateOrTime(match: string): boolean {
  if (clockRange.test(match)) return true;
  const [, day, month, year] = dayFirst.exec(match) ?? [];
  return isDay(`${year}-${month}-${day}`) || isDay(`${year}-${day}-${month}`);
}
