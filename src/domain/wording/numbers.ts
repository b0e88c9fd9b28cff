/** Figures as people read them in Sweden, in both languages: decimal comma, no-break space between thousands and before %. */
import type { InLanguages, Language } from './locale.ts';

/** Below this many events a percentage says more than the data knows (model section 4, Display). */
const fewestForPercentage = 20;

const nbsp = '\u00a0';
/** Shares come from divisions: 0.57 × 100 is 56.99999999999999 and means 57. */
const slack = 1e-9;
const whole = new Intl.NumberFormat('sv-SE', { maximumFractionDigits: 0 });
const decimal = new Intl.NumberFormat('sv-SE', { maximumFractionDigits: 2 });
const shortDecimal = new Intl.NumberFormat('sv-SE', { maximumFractionDigits: 1 });

/** In: a whole number. Out: `1 234` with no-break space. */
export const formatCount = (count: number): string => whole.format(count);

/** In: any finite number. Out: at most two decimals, rounded: 1.2286 → `1,23`. */
export const formatNumber = (value: number): string => decimal.format(value);

/**
 * A share as a percentage, floored so that nothing is called 100 % before it is (model section 4, Display).
 * In: a share, 0–1 but below 0 and above 1 allowed. Out: `99 %` for 0.996, `<1 %` for 0.004, `0 %` for 0.
 */
export function formatShare(share: number): string {
  if (share > 0 && share < 0.01 - slack) return `<1${nbsp}%`;
  return `${whole.format(Math.floor(share * 100 + slack))}${nbsp}%`;
}

/** In: part and whole as counts. Out: the percentage, or undefined when there are too few events to speak of one. */
export const formatShareOf = (part: number, all: number): string | undefined =>
  all < fewestForPercentage ? undefined : formatShare(part / all);

const outOfWord: InLanguages<string> = { sv: 'av', en: 'of' };

/** In: part and whole. Out: `16 av 20`. */
export const formatOutOf = (part: number, all: number, language: Language): string =>
  `${formatNumber(part)} ${outOfWord[language]} ${formatNumber(all)}`;

const pointWords: InLanguages<{ one: string; many: string; same: string }> = {
  sv: { one: 'procentenhet', many: 'procentenheter', same: 'oförändrat' },
  en: { one: 'percentage point', many: 'percentage points', same: 'unchanged' },
};

/**
 * A change between two shares, in percentage points, never in per cent of per cent.
 * In: two shares, 0–1. Out: `+4 procentenheter`, `−1,5 procentenheter` or `oförändrat`.
 */
export function formatPointChange(from: number, to: number, language: Language): string {
  const points = Math.round((to - from) * 1000) / 10;
  const words = pointWords[language];
  if (points === 0) return words.same;
  return `${formatSigned(points)} ${Math.abs(points) === 1 ? words.one : words.many}`;
}

/** In: a number. Out: with its sign: `+4`, `−1,5`, `0`. */
export const formatSigned = (value: number): string =>
  value > 0 ? `+${shortDecimal.format(value)}` : shortDecimal.format(value);
