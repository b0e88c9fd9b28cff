import type { Span } from './promise-draft.ts';

/** After these a full stop ends nothing. */
const abbreviation =
  /(?:^|[\s(])(?:bl\.?\s?a|t\.?\s?ex|m\.?\s?m|m\.?\s?fl|o\.?\s?s\.?\s?v|d\.?\s?v\.?\s?s|s\.?\s?k|f\.?\s?d|t\.?\s?f|t\.?\s?o\.?\s?m|fr\.?\s?o\.?\s?m|f\.?\s?n|ca|kl|nr|st|resp|inkl|exkl|ev|jan|feb|mar|apr|jun|jul|aug|sep|sept|okt|nov|dec|etc|ex|tel|prel|min|max|[a-zà-ž])$/iu;
/** Nothing that a person wrote as one sentence is longer; what is, is cut, so that no search runs away. */
const longest = 1500;

/** A block is asked for its sentences by everyone who reads it. */
const divided = new WeakMap<Span, readonly Span[]>();

/** In: a flattened text and the part of it to divide. Out: its sentences, without spaces around them. */
export function splitSentences(flat: string, span: Span): readonly Span[] {
  const known = divided.get(span);
  if (known) return known;
  const sentences = divide(flat, span);
  divided.set(span, sentences);
  return sentences;
}

function divide(flat: string, { start, end }: Span): Span[] {
  const sentences: Span[] = [];
  let from = start;
  for (let at = start; at < end; at += 1) {
    if (isEnd(flat, from, at, end) || at - from >= longest) {
      push(sentences, flat, from, at + 1);
      from = at + 1;
    }
  }
  push(sentences, flat, from, end);
  return sentences;
}

function isEnd(flat: string, from: number, at: number, end: number): boolean {
  const sign = flat[at];
  if (sign !== '.' && sign !== '!' && sign !== '?') return false;
  const next = flat.slice(at + 1, Math.min(end, at + 4));
  if (next.trim() === '') return /^\s|^$/u.test(next);
  if (!/^["”')\]]?\s+["”'(–-]?[A-ZÀ-Þ\d]/u.test(`${next}${flat.slice(at + 4, at + 5)}`)) return false;
  if (sign !== '.') return true;
  const before = flat.slice(Math.max(from, at - 12), at);
  if (/\d$/u.test(before) && /^\s+\d/u.test(next)) return false;
  return !abbreviation.test(before);
}

function push(sentences: Span[], flat: string, from: number, to: number): void {
  const text = flat.slice(from, to);
  const body = text.trim();
  if (body === '') return;
  const start = from + text.length - text.trimStart().length;
  sentences.push({ start, end: start + body.length });
}
