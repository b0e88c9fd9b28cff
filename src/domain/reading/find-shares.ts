import type { FoundTarget } from './find-targets.ts';
import type { DraftTarget } from './promise-draft.ts';
import { numberPattern, parseNumber } from './swedish-numbers.ts';

const left = '(?<![A-Za-zÀ-ž\\d])';
const share = new RegExp(
  `${left}(?:(minst|lägst|högst|max(?:imalt)?|mer\\s+än|över|under)\\s+)?(${numberPattern})\\s*(?:procent|%)(?![A-Za-zÀ-ž])(?:\\s+av\\s+([^.,;:]{3,60}?)(?=[.,;:]|\\s+(?:ska|skall|är|får|har|erbjuds|genom|under|vid|i)\\s|$))?`,
  'giu',
);
const fraction =
  /(?<![a-zà-ž])(hälften|en\s+tredjedel|två\s+tredjedelar|en\s+fjärdedel|tre\s+fjärdedelar)\s+av\s+([^.,;:]{3,60}?)(?=[.,;:]|\s+(?:ska|är|under|vid|i)\s|$)/giu;
const fractions: Readonly<Record<string, number>> = {
  hälften: 50,
  'en tredjedel': 33,
  'två tredjedelar': 67,
  'en fjärdedel': 25,
  'tre fjärdedelar': 75,
};
const longest = new RegExp(
  `${left}(?:högst|max(?:imalt|\\.)?)\\s+(${numberPattern})\\s+(timm(?:e|ar)|dag(?:ar)?|dygn|veck(?:a|or)|månad(?:er)?|arbetsdag(?:ar)?)(?![A-Za-zÀ-ž])`,
  'giu',
);
const levels = new RegExp(
  `${left}från\\s+(\\d{1,5}(?:,\\d+)?)\\s*(?:procent|%)?\\s+till\\s+(\\d{1,5}(?:,\\d+)?)(?!\\d)`,
  'giu',
);
const within = new RegExp(
  `${left}(?:inom|senast(?=\\s+[A-Za-zÀ-ž]+\\s+[A-Za-zÀ-ž]+\\s+(?:efter|från)))\\s+(?:(?:max(?:imalt)?|högst)\\s+)?(${numberPattern})\\s+(timm(?:e|ar)|dag(?:ar)?|dygn|veck(?:a|or)|månad(?:er)?|arbetsdag(?:ar)?|vardag(?:ar)?)(?![A-Za-zÀ-ž])`,
  'giu',
);

const halved = /(?<![a-zà-ž])halver(?:as|a|ats)(?![a-zà-ž])/giu;
const fewer = new RegExp(
  `${left}(?:minst\\s+)?(${numberPattern})\\s*(?:procent|%)\\s+(färre|fler|lägre|högre|mindre)((?:\\s+[A-Za-zÀ-ž]+){0,3})`,
  'giu',
);

/** Directions that make a per cent a change rather than a share. */
const change = /(?:minsk|sänk|reducer|öka|höj|färre|fler|lägre|högre)[a-zà-ž]*/giu;

type Rule = readonly [RegExp, (match: RegExpMatchArray, text: string) => DraftTarget | undefined];

/** Without one of these nothing of the kind is said. */
const hint = /%|procent|hälft|tredjedel|fjärdedel|halver|inom|senast|högst|max|från\s+\d/iu;

/** The first that fits a place wins. */
const rules: readonly Rule[] = [
  [within, toDeadline],
  [halved, (match, text) => toChange(50, 'down', indicatorBefore(text, match.index ?? 0).unit, match, text)],
  [
    fewer,
    (match, text) => {
      const direction = /^(?:färre|lägre|mindre)/iu.test(match[2] ?? '') ? 'down' : 'up';
      return toChange(parseNumber(match[1] ?? ''), direction, match[3]?.trim(), match, text);
    },
  ],
  [longest, toDeadline],
  [fraction, toFraction],
  [levels, toLevels],
  [share, toShare],
];

/** In: words in which known numbers are hidden, and the words as they were. Out: shares, changes, times to keep. */
export function findShares(hidden: string, text: string): FoundTarget[] {
  if (!hint.test(hidden)) return [];
  const found: FoundTarget[] = [];
  for (const [pattern, read] of rules) {
    for (const match of hidden.matchAll(pattern)) {
      const end = match.index + match[0].trimEnd().length;
      const target = found.some((other) => other.start < end && match.index < other.end)
        ? undefined
        : read(match, text);
      if (target) found.push({ start: match.index, end, target });
    }
  }
  return found;
}

const toChange = (
  value: number,
  direction: 'up' | 'down',
  whose: string | undefined,
  match: RegExpMatchArray,
  text: string,
): DraftTarget => ({
  kind: 'series',
  direction,
  value,
  changePercent: value,
  unit: `procent ${whose ?? ''}`.trim(),
  ...baselineAfter(text, match.index ?? 0),
});

function toFraction(match: RegExpMatchArray): DraftTarget {
  const value = fractions[(match[1] ?? '').toLocaleLowerCase('sv').replaceAll(/\s+/gu, ' ')] ?? 50;
  return { kind: 'ratio', value, unit: `procent av ${match[2] ?? ''}`, share: value / 100, direction: 'at-least' };
}

function toLevels(match: RegExpMatchArray, text: string): DraftTarget {
  const [from, to] = [parseNumber(match[1] ?? ''), parseNumber(match[2] ?? '')];
  const direction = to < from ? 'down' : 'up';
  return { kind: 'series', direction, value: to, from, to, ...indicatorBefore(text, match.index ?? 0) };
}

/** "öka med 10 procent" is a change, "90 procent av eleverna" a share. */
function toShare(match: RegExpMatchArray, text: string): DraftTarget | undefined {
  const value = parseNumber(match[2] ?? '');
  const direction = changeBefore(text, match.index ?? 0);
  if (direction) return toChange(value, direction, undefined, match, text);
  return value > 0 && value <= 100 ? toRatio(match, value, text) : undefined;
}

function toDeadline(match: RegExpMatchArray, text: string): DraftTarget {
  const value = parseNumber(match[1] ?? '');
  const span = (match[2] ?? '').toLocaleLowerCase('sv');
  const hours = { t: 1, d: 24, v: 168, m: 720, a: 24 }[span.startsWith('vardag') ? 'd' : (span[0] ?? 'd')] ?? 24;
  const share = /(\d{1,3})\s*(?:procent|%)/u.exec(text)?.[1];
  return {
    kind: 'deadline',
    value,
    unit: span,
    withinDays: Math.ceil((value * hours) / 24),
    ...(share !== undefined && { share: Number(share) / 100 }),
  };
}

function toRatio(match: RegExpMatchArray, value: number, text: string): DraftTarget {
  const whole =
    match[3]?.trim() ??
    /varav\s.{0,40}?(?:ska\s+)?(?:gälla|vara|avse|utgöras\s+av)\s+([^.;:,]{3,60})/iu.exec(text)?.[1];
  const isMost = /högst|max|under/iu.test(match[1] ?? '');
  return {
    kind: 'ratio',
    value,
    unit: whole === undefined ? 'procent' : `procent av ${whole.replaceAll(/\s+/gu, ' ')}`,
    share: value / 100,
    direction: isMost ? 'at-most' : 'at-least',
  };
}

function changeBefore(text: string, at: number): 'up' | 'down' | undefined {
  const last = [...text.slice(Math.max(0, at - 60), at).matchAll(change)].at(-1);
  if (!last || /[.;]/u.test(text.slice(Math.max(0, at - 60) + last.index, at))) return undefined;
  if (!/\bmed\s+(?:minst\s+|cirka\s+|ca\s+)?$/iu.test(text.slice(0, at))) return undefined;
  return /^(?:minsk|sänk|reducer|färre|lägre)/iu.test(last[0]) ? 'down' : 'up';
}

function baselineAfter(text: string, at: number): { readonly baseline?: string } {
  const words = /(?:jämfört|i\s+jämförelse)\s+med\s+[^.;,]{2,60}/iu.exec(text.slice(at))?.[0];
  return words === undefined ? {} : { baseline: words.trim() };
}

function indicatorBefore(text: string, at: number): { readonly unit?: string } {
  const words =
    /((?:[a-zà-ž]+\s+){0,2}[a-zà-ž]{4,})\s+(?:ska|skall|minskar|ökar|sänks|höjs|minska|öka|sjunker|utökas|går|gå)[a-zà-ž\s]{0,20}$/iu.exec(
      text.slice(0, at),
    )?.[1];
  return words === undefined ? {} : { unit: words };
}
