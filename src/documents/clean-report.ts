import type { Report } from '#domain/report/report.ts';

/** What XML 1.0 cannot hold: control characters but tab and line feed, halves of pairs, and the two non-characters. */
const impossible = /[^\P{Cc}\t\n]|\p{Cs}|[\ufffe\uffff]/gu;

/**
 * A text that every office file can hold.
 * In: any text. Out: the same without what XML forbids; one such character would make the whole file unreadable.
 */
export const cleanText = (text: string): string => text.replace(impossible, '');

/** In: a report. Out: the same report with every text cleaned (`cleanText`). */
export const cleanReport = (report: Report): Report => cleanValue(report) as Report;

function cleanValue(value: unknown): unknown {
  if (typeof value === 'string') return cleanText(value);
  if (Array.isArray(value)) return value.map(cleanValue);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, cleanValue(part)]));
}
