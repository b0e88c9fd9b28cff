/** When the promise holds, as the text says it. What only the heading hints at is not made into days. */
import { addDays, type Day } from '#domain/calendar/day.ts';
import { addMonths } from '#domain/calendar/period.ts';
import { cleanSlice } from './flatten-text.ts';
import type { DraftPeriod, Span } from './promise-draft.ts';
import { splitSentences } from './sentences.ts';
import { findDateRanges, findDates } from './swedish-dates.ts';
import { numberPattern, parseNumber } from './swedish-numbers.ts';

interface PeriodInput {
  readonly flat: string;
  /** What the promise consists of, block by block. */
  readonly spans: readonly Span[];
  readonly signedOn?: Day;
}

const aboutPromise = /löfte|avser|lovar|gäller|giltig|period|tiden|avtal|överenskommelse|löper|aktiviteter/iu;
const signing =
  /(?:från|efter)\s+(?:och\s+med\s+)?(?:det\s+)?(?:att\s+(?:det|löftet|avtalet)\s+)?(?:datum(?:et)?\s+(?:för|då)\s+)?(?:[a-zà-ž]+\s+)?(?:underteckn|signer|skrivs?\s+under|teckna|underskrift|påskrift|ingå)/iu;
const length = new RegExp(`(${numberPattern})\\s*(?:\\(\\d+\\)\\s*)?(år|månader|månad)(?![A-Za-zÀ-ž])`, 'giu');
const year = '(20\\d\\d)';
const years = `${year}\\s*(?:[-–—/]|och|till(?:\\s+och\\s+med)?|t\\.?o\\.?m\\.?)\\s*(20\\d\\d|\\d\\d(?!\\d))`;
const openEnd =
  /tills\s+vidare|till(?:s|\s+dess)\s+(?:att\s+)?(?:det\s+)?(?:ett\s+)?nytt\s+(?:medborgar)?löfte|tills\s+(?:det\s+)?(?:ersätts|något\s+annat)/iu;

/** A sentence without any of this says nothing about when. */
const timely = /\d|år|månad|tills|underteckn|signer|underskrift|tecknas/iu;

/** In: the text, the blocks of it that are the promise, and the day it was signed where known. Out: what can be said. */
export function readPeriod({ flat, spans, signedOn }: PeriodInput): DraftPeriod {
  const all = spans.flatMap((span) => splitSentences(flat, span));
  const sentences = all.filter(({ start, end }) => timely.test(flat.slice(start, end)));
  const fromSigning = sentences.find((span) => isFromSigning(flat, span));
  const open = sentences.find(
    (span) => openEnd.test(flat.slice(span.start, span.end)) && aboutPromise.test(flat.slice(span.start, span.end)),
  );
  const base =
    findRange(flat, sentences) ??
    (fromSigning && readFromSigning(flat, fromSigning, sentences, signedOn)) ??
    findFromDay(flat, sentences) ??
    findEnd(flat, sentences) ??
    (open && findOpen(flat, open)) ??
    findYears(flat, sentences, signedOn) ??
    findLength(flat, sentences);
  if (!base)
    return open
      ? { basis: cleanSlice(flat, open.start, open.end).slice(0, 300), openEnd: true, span: open }
      : { basis: '' };
  return open ? { ...base, openEnd: true } : base;
}

const basisOf = (flat: string, span: Span) => ({ basis: cleanSlice(flat, span.start, span.end).slice(0, 300), span });

/** Two days with years: the first that stands where the promise is spoken of, or alone on a line below the title. */
function findRange(flat: string, sentences: readonly Span[]): DraftPeriod | undefined {
  const found = sentences.flatMap((span) =>
    findDateRanges(flat.slice(span.start, span.end)).map((range) => ({ span, range })),
  );
  const isAlone = ({ span }: { span: Span }) => span.end - span.start < 60;
  const best = found.find(
    ({ span, range }) => isAlone({ span }) || aboutPromise.test(flat.slice(span.start, span.end)) || range.start < 4,
  );
  if (!best?.range.from || !best.range.to) return undefined;
  return { from: best.range.from, to: best.range.to, ...basisOf(flat, best.span) };
}

const isFromSigning = (flat: string, { start, end }: Span): boolean => {
  const text = flat.slice(start, end);
  return signing.test(text) && /gäller|gälla|pågår|löper|år|månader|framåt|period/iu.test(text);
};

function readFromSigning(flat: string, span: Span, sentences: readonly Span[], signedOn: Day | undefined): DraftPeriod {
  const months = findMonths(flat.slice(span.start, span.end));
  if (months !== undefined)
    return { months, fromSigning: true, ...(signedOn && datesFrom(signedOn, months)), ...basisOf(flat, span) };
  const text = flat.slice(span.start, span.end);
  const to =
    findDates(text).find(({ day }) => day !== undefined)?.day ??
    lastYear(text) ??
    (isYearly(flat, sentences) ? headingYear(flat, sentences) : undefined);
  return { fromSigning: true, ...(to && { to }), ...basisOf(flat, span) };
}

/** "gäller tills vidare från den 1 mars 2020". */
function findOpen(flat: string, span: Span): DraftPeriod | undefined {
  const text = flat.slice(span.start, span.end);
  const at = /(?:från|fr\.?o\.?m\.?)\s/iu.exec(text)?.index;
  const from = at === undefined ? undefined : findDates(text.slice(at)).find(({ day }) => day !== undefined)?.day;
  return from ? { from, openEnd: true, ...basisOf(flat, span) } : undefined;
}

const datesFrom = (from: Day, months: number) => ({ from, to: addDays(addMonths(from, months), -1) });

/** "12 månader räknat från den 1 oktober 2023". */
function findFromDay(flat: string, sentences: readonly Span[]): DraftPeriod | undefined {
  for (const span of sentences) {
    const text = flat.slice(span.start, span.end);
    const months =
      /(?:från|med\s+start|fr\.?o\.?m\.?)/iu.test(text) && aboutPromise.test(text) ? findMonths(text) : undefined;
    const from = months === undefined ? undefined : findDates(text).find(({ day }) => day !== undefined)?.day;
    if (months !== undefined && from) return { months, ...datesFrom(from, months), ...basisOf(flat, span) };
  }
  return undefined;
}

const isYearly = (flat: string, sentences: readonly Span[]): boolean =>
  sentences.some(({ start, end }) => /årligt|årets|ett\s+år/iu.test(flat.slice(start, end)));

const lastYear = (text: string): Day | undefined => {
  const found = [
    ...text.matchAll(/(?:till(?:\s+och\s+med)?|ut|utgången\s+av|under|slutet\s+av)\s+(?:år(?:et)?\s+)?(20\d\d)/giu),
  ].at(-1)?.[1];
  return found === undefined ? undefined : `${found}-12-31`;
};

/** "Medborgarlöfte 2020": the year that a yearly promise ends with. */
function headingYear(flat: string, sentences: readonly Span[]): Day | undefined {
  for (const { start, end } of sentences) {
    const match = /medborgarlöfte[a-zà-ž]*\s+(?:för\s+)?(20\d\d)(?!\s*[-–])/iu.exec(flat.slice(start, end));
    if (match?.[1]) return `${match[1]}-12-31`;
  }
  return undefined;
}

function findMonths(text: string): number | undefined {
  for (const match of text.matchAll(length)) {
    const value = parseNumber(match[1] ?? '');
    const before = text.slice(0, match.index);
    if (
      !Number.isInteger(value) ||
      value < 1 ||
      value > 60 ||
      /(?:äldre|yngre|sedan|första|senaste)\s*$/iu.test(before)
    )
      continue;
    return match[2] === 'år' ? value * 12 : value;
  }
  return undefined;
}

/** "fram till den 30 juni 2025", with no first day. */
function findEnd(flat: string, sentences: readonly Span[]): DraftPeriod | undefined {
  for (const span of sentences) {
    const text = flat.slice(span.start, span.end);
    if (!aboutPromise.test(text) && !/ska\s+vara\s+(?:gjort|klart|genomfört)/iu.test(text)) continue;
    const match =
      /(?:gäller|löper|förlängs|sträcker\s+sig|pågår|lovar|ska\s+vara\s+[a-zà-ž]+)[^.]{0,60}?(?:till(?:\s+och\s+med)?|t\.?o\.?m\.?)\s+(?:den\s+)?/iu.exec(
        text,
      );
    const to =
      match &&
      findDates(text.slice(match.index + match[0].length - 1)).find(({ start, day }) => day !== undefined && start < 8)
        ?.day;
    if (to) return { to, ...basisOf(flat, span) };
  }
  return undefined;
}

const yearRules: readonly RegExp[] = [
  new RegExp(
    `(?:under|för|mellan|mandatperioden|perioden|åren|löfte[A-Za-zÀ-ž]*|avser|gäller)\\s+(?:åren\\s+|år\\s+|perioden\\s+|mandatperioden\\s+)?${years}`,
    'giu',
  ),
  new RegExp(
    `(?:medborgar)?löfte[A-Za-zÀ-ž]*\\s+(?:för\\s+|[A-ZÀ-Þ][A-Za-zÀ-ž]+\\s+(?:kommun\\s+|stad\\s+)?)?(?:år\\s+|åren\\s+)?${years}`,
    'giu',
  ),
  new RegExp(`(?:verksamhetsåret|kalenderåret|helåret)\\s+${year}`, 'giu'),
  new RegExp(`under\\s+(?:år(?:et)?\\s+)?${year}(?!\\s*[-–]\\s*\\d)[^.]{0,40}(?:lovar|åtar|ska|kommer)`, 'giu'),
  new RegExp(
    `löfte[A-Za-zÀ-ž]*\\s+(?:för\\s+)?(?:[A-ZÀ-Þ][A-Za-zÀ-ž]+\\s+(?:kommun\\s+|stad\\s+)?)?(?:år\\s+|för\\s+)?${year}(?!\\s*[-–/]\\s*\\d)`,
    'giu',
  ),
  new RegExp(`${year}\\s+års\\s+(?:medborgar)?löfte`, 'giu'),
  new RegExp(`(?:lovar|löfte|löper|gäller)[^.]{0,80}?(?:under|för)\\s+(?:år\\s+)?${year}(?!\\s*[-–/]\\s*\\d)`, 'giu'),
  new RegExp(`(?:under|för)\\s+(?:hela\\s+)?(?:år\\s+)?${year}(?!\\s*[-–/]\\s*\\d)`, 'giu'),
  new RegExp(`^${years}$`, 'giu'),
  new RegExp(`^${year}$`, 'giu'),
];
const past =
  /(?:än\s+under|förra|tidigare|sedan|jämfört|dialog|föregående|undersökning|mätning|statistik|slöts|tecknades|skrevs|gjordes|genomfördes|visade|har\s+polisen\s+arbetat)/iu;

function findYears(flat: string, sentences: readonly Span[], signedOn: Day | undefined): DraftPeriod | undefined {
  for (const rule of yearRules) {
    for (const span of sentences) {
      const years = findYearPair(flat.slice(span.start, span.end).trim(), rule);
      if (!years) continue;
      const [first, last] = years;
      const isLate =
        first === last && signedOn !== undefined && signedOn > `${first}-06-30` && signedOn <= `${first}-12-31`;
      // Signed late in a year that is given alone, the promise did not hold from its first day: people have to say.
      return isLate ? basisOf(flat, span) : { from: `${first}-01-01`, to: `${last}-12-31`, ...basisOf(flat, span) };
    }
  }
  return undefined;
}

/** The first and the last year that a rule finds, unless they are of something that was. */
function findYearPair(text: string, rule: RegExp): readonly [string, string] | undefined {
  const match = [...text.matchAll(rule)].find(
    ({ index, 0: whole }) =>
      !past.test(text.slice(Math.max(0, index - 30), index + whole.length)) &&
      !/(?:överenskommelse|avtal)[a-zà-ž]*\s+(?:för\s+)?20/iu.test(whole),
  );
  const first = match?.[1];
  if (first === undefined) return undefined;
  const written = match?.[2] ?? first;
  const last = written.length === 2 ? `${first.slice(0, 2)}${written}` : written;
  const length = Number(last) - Number(first);
  return length >= 0 && length <= 8 ? [first, last] : undefined;
}

const during = new RegExp(
  `(?:under|för|i)\\s+(${numberPattern})\\s*(?:\\(\\d+\\)\\s*)?(år|månader)(?![A-Za-zÀ-ž])`,
  'iu',
);

/** "under ett år" without a first day. */
function findLength(flat: string, sentences: readonly Span[]): DraftPeriod | undefined {
  for (const span of sentences) {
    const text = flat.slice(span.start, span.end);
    const match = during.exec(text);
    const months = match && aboutPromise.test(text) ? findMonths(match[0]) : undefined;
    if (months !== undefined) return { months, ...basisOf(flat, span) };
  }
  return undefined;
}
