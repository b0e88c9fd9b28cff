/**
 * Swedish personal numbers: personnummer, samordningsnummer (day + 60) and interim numbers (a letter first among the
 * last four), as the Tax Agency's rules describe them. Own arithmetic, because the packages for it read the clock.
 */
import { type Day, isDay } from '#domain/calendar/day.ts';
import type { PlainFinding } from './finding.ts';
import { isFreeOfDigits, scanPattern } from './scan-pattern.ts';

const oldestPlausible = 125;
/**
 * A recent day followed by a time of day (`202611211405`) is a stamp far more often than a child of this age.
 * Such a child is still found in every form that is written with `-` or `+`.
 */
const stampYears = 6;

/** Twelve digits: one kind of separator between the parts of the date; then four digits, or two and two. */
const longPattern =
  /((?:18|19|20)\d{2})([ ./-]?)(\d{2})([ ./-]?)(\d{2})([-+ .\n]{0,3})([TRSUWXJKLMN]\d|\d{2})( ?)(\d{2})/gi;
/** Ten digits: looked for on their own, so that `200512 3456` is not taken for the beginning of twelve. */
const shortPattern = /(\d{2})([ ./-]?)(\d{2})([ ./-]?)(\d{2})([-+ .\n]{0,3})([TRSUWXJKLMN]\d|\d{2})( ?)(\d{2})/gi;

interface Candidate {
  readonly from: number;
  readonly to: number;
  readonly year: string;
  readonly month: string;
  readonly day: string;
  readonly last: string;
  /** Between date and number, without spaces: `-`, `+`, `.` or empty. */
  readonly sign: string;
  readonly isCompact: boolean;
}

/**
 * In: plain text and today. Out: blocks for numbers with a real date, a plausible age (0–125 years) and a right
 * checksum; warnings where the form is ambiguous (a coordination number or a mobile number as ten bare digits) or
 * where a number written as a personal number has a wrong checksum, which is most likely a slip of the pen.
 */
export function findPersonalNumbers(text: string, today: Day): readonly PlainFinding[] {
  const accept = (match: RegExpExecArray): PlainFinding | undefined => {
    const candidate = toCandidate(text, match);
    return candidate && judgeCandidate(text, candidate, today);
  };
  return [...scanPattern(text, longPattern, accept), ...scanPattern(text, shortPattern, accept)];
}

function toCandidate(text: string, match: RegExpExecArray): Candidate | undefined {
  const [
    whole,
    year = '',
    first = '',
    month = '',
    second = '',
    day = '',
    between = '',
    start = '',
    split = '',
    end = '',
  ] = match;
  const from = match.index;
  const to = from + whole.length;
  if (!isFreeOfDigits(text, from, to) || first !== second) return undefined;
  // "21.11.2026 14 ungdomar" is a date and a count.
  if (first !== '' && between === '') return undefined;
  if (split !== '' && first !== '' && first !== ' ') return undefined;
  if ((between.match(/[-+.\n]/g) ?? []).length > 1) return undefined;
  return {
    from,
    to,
    year,
    month,
    day,
    last: start.toUpperCase() + end,
    sign: between.trim(),
    isCompact: whole.length === year.length + 8,
  };
}

function judgeCandidate(text: string, candidate: Candidate, today: Day): PlainFinding | undefined {
  const birth = findBirthday(candidate, today);
  if (birth === undefined || candidate.last.startsWith('000')) return undefined;
  if (isFollowedByMonth(text, candidate) || isStamp(candidate, birth, today)) return undefined;
  const isRight = checksum(candidate) === 0;
  const kind = toKind(candidate);
  const { from, to, sign } = candidate;
  if (kind === 'interim-number') return { kind, severity: isRight ? 'block' : 'warn', from, to };
  if (!isRight)
    return sign !== '' && isOldEnough(birth, today) && isWrittenAsNumber(candidate)
      ? { kind, severity: 'warn', from, to }
      : undefined;
  return { kind, severity: isAmbiguous(candidate, kind) ? 'warn' : 'block', from, to };
}

const toKind = ({ last, day }: Candidate): 'personal-number' | 'coordination-number' | 'interim-number' => {
  if (/^[A-Z]/.test(last)) return 'interim-number';
  return Number(day) > 60 ? 'coordination-number' : 'personal-number';
};

/** The latest plausible birthday, which is what a number without a century means. */
function findBirthday({ year, month, day }: Candidate, today: Day): Day | undefined {
  const date = Number(day) > 60 ? String(Number(day) - 60).padStart(2, '0') : day;
  const years = year.length === 4 ? [year] : [`20${year}`, `19${year}`, `18${year}`];
  return years.map((full) => `${full}-${month}-${date}`).find((birth) => isDay(birth) && isPlausible(birth, today));
}

const isPlausible = (birth: Day, today: Day): boolean => birth <= today && yearsLater(birth, oldestPlausible) >= today;

const isOldEnough = (birth: Day, today: Day): boolean => yearsLater(birth, stampYears) <= today;

const yearsLater = (day: Day, years: number): Day => `${Number(day.slice(0, 4)) + years}${day.slice(4)}`;

/** `202611211405`, `2026-11-21 1405`: a recent day and a time. A number with `-` or `+` before the last four is no stamp. */
const isStamp = ({ last, sign }: Candidate, birth: Day, today: Day): boolean =>
  sign !== '-' && sign !== '+' && /^(?:[01]\d|2[0-3])[0-5]\d$/.test(last) && !isOldEnough(birth, today);

/** `2012-05-05 2013-05-05`, `2025-01-01 - 2025-12-31`: the last four are the year of another date. */
const isFollowedByMonth = (text: string, { last, to }: Candidate): boolean =>
  /^(?:19|20)/.test(last) && /^[-/.]\d{2}/.test(text.slice(to, to + 3));

/** Only `850505-1234` and `19850505+1234` are written like a personal number and nothing else. */
const isWrittenAsNumber = ({ sign, to, from, year }: Candidate): boolean =>
  (sign === '-' || sign === '+') && to - from === year.length + 9;

/**
 * Ten bare digits say the least: three per cent of them hold a date, and a tenth of those pass the checksum. With a
 * coordination number's day, or in the shape of a mobile number, a warning is enough; nothing passes in silence.
 */
const isAmbiguous = ({ year, sign, isCompact }: Candidate, kind: string): boolean => {
  if (year.length === 4 || sign === '-' || sign === '+') return false;
  return isCompact && (kind === 'coordination-number' || year === '07');
};

/** Luhn over the ten digits, an interim letter counted as 1. Out: 0 when right. */
function checksum({ year, month, day, last }: Candidate): number {
  const digits = `${year.slice(-2)}${month}${day}${last.replace(/[A-Z]/, '1')}`;
  let sum = 0;
  for (let index = 0; index < digits.length; index += 1) {
    const weighted = Number(digits.charAt(index)) * (index % 2 === 0 ? 2 : 1);
    sum += weighted > 9 ? weighted - 9 : weighted;
  }
  return sum % 10;
}
