import type { Day } from '#domain/calendar/day.ts';
import type { FindingKind } from '#domain/screening/finding.ts';
import { screenText } from '#domain/screening/screen-text.ts';

export interface CellFinding {
  readonly kind: FindingKind;
  readonly severity: 'block' | 'warn';
}

/**
 * A look at one text after the other, as everywhere a text is written (guard P3). Tables repeat themselves: a text that
 * was seen is not looked at again.
 * In: today. Out: a search that gives the gravest finding of a text, or undefined.
 */
export function createScreen(today: Day): (text: string) => CellFinding | undefined {
  const seen = new Map<string, CellFinding | undefined>();
  return (text) => {
    if (text === '') return undefined;
    if (seen.has(text)) return seen.get(text);
    const findings = screenText(text, { today });
    const worst = findings.find(({ severity }) => severity === 'block') ?? findings[0];
    const finding = worst && { kind: worst.kind, severity: worst.severity };
    seen.set(text, finding);
    return finding;
  };
}
