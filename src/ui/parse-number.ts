export type ParsedNumber =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'empty' }
  /** `1.234` is 1 234 to some and 1,234 to others: the person is asked, thousands first. */
  | { readonly kind: 'ambiguous'; readonly options: readonly [number, number] }
  | { readonly kind: 'not-a-number' }
  /** A number, but the field counts whole things. */
  | { readonly kind: 'not-whole'; readonly value: number };

export interface ParseNumberOptions {
  readonly whole?: boolean | undefined;
}

const written = /^([+-]?)(\d[\d.,]*|[.,]\d+)$/;
const grouped = /^\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*$/;

/** Reads a number as people type it in Sweden. Never guesses: what can be read in two ways is asked about. */
export function parseNumber(typed: string, { whole = false }: ParseNumberOptions = {}): ParsedNumber {
  // \s covers the no-break and narrow no-break spaces that Swedish numbers are grouped with; U+2212 is the true minus.
  const text = typed.replace(/\s/gu, '').replace(/\u2212/gu, '-');
  if (text === '') return { kind: 'empty' };
  const match = written.exec(text);
  if (!match) return { kind: 'not-a-number' };
  const sign = match[1] === '-' ? -1 : 1;
  const digits = match[2] ?? '';
  if (isAmbiguous(digits)) {
    return { kind: 'ambiguous', options: [sign * Number(digits.replace('.', '')), sign * Number(digits)] };
  }
  const plain = toPlainDigits(digits);
  if (plain === null) return { kind: 'not-a-number' };
  const value = sign * Number(plain);
  if (!Number.isFinite(value) || Math.abs(value) > Number.MAX_SAFE_INTEGER) return { kind: 'not-a-number' };
  if (whole && !Number.isInteger(value)) return { kind: 'not-whole', value };
  return { kind: 'number', value: value === 0 ? 0 : value };
}

/** One dot before exactly three digits; with a leading zero nobody means thousands. */
const isAmbiguous = (digits: string): boolean => /^[1-9]\d{0,2}\.\d{3}$/.test(digits);

/** Digits with at most one decimal point, or null where the separators contradict each other. */
function toPlainDigits(digits: string): string | null {
  const commas = digits.split(',').length - 1;
  const dots = digits.split('.').length - 1;
  if (commas > 0 && dots > 0) return readMixed(digits);
  if (commas + dots <= 1) return readSingle(digits);
  return grouped.test(digits) ? digits.replace(/[.,]/g, '') : null;
}

function readSingle(digits: string): string | null {
  if (/[.,]$/.test(digits)) return null;
  return digits.replace(',', '.');
}

/** Both separators: the last one is the decimal if it comes once and the rest groups in threes. */
function readMixed(digits: string): string | null {
  const last = Math.max(digits.lastIndexOf(','), digits.lastIndexOf('.'));
  const mark = digits[last];
  const before = digits.slice(0, last);
  const after = digits.slice(last + 1);
  if (mark === undefined || after === '' || before.includes(mark) || !grouped.test(before)) return null;
  return `${before.replace(/[.,]/g, '')}.${after}`;
}
