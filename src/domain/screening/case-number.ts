import type { PlainFinding } from './finding.ts';
import { isFreeWord, scanPattern } from './scan-pattern.ts';

/** The police's K-number: unit, K and serial, year. A registry number (`A123.456/2026`) is public and allowed. */
const pattern = /(?:\d{4}[ -]?)?K ?-?\d{3,7}-\d{2}(?:\d{2})?/gi;

/** In: plain text. Out: warnings for police case numbers. */
export const findCaseNumbers = (text: string): readonly PlainFinding[] =>
  scanPattern(text, pattern, (match): PlainFinding | undefined => {
    const to = match.index + match[0].length;
    return isFreeWord(text, match.index, to)
      ? { kind: 'case-number', severity: 'warn', from: match.index, to }
      : undefined;
  });
