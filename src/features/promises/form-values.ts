/** How typed text becomes values: empty is absent, what cannot be read stays unreadable, nothing is guessed. */
import type { Issue, Parsed } from '#domain/records/parse-record.ts';
import { parseNumber } from '#ui/parse-number.ts';

/** In: text as typed. Out: the number, undefined when empty, NaN when it is no number or can be read in two ways. */
export function readNumber(typed: string): number | undefined {
  const parsed = parseNumber(typed);
  if (parsed.kind === 'number') return parsed.value;
  return parsed.kind === 'empty' ? undefined : Number.NaN;
}

/** In: a percentage as typed ("80"). Out: the share (0.8), rounded to the hundredth of a per cent. */
export function readShare(typed: string): number | undefined {
  const percentage = readNumber(typed);
  return percentage === undefined ? undefined : Math.round(percentage * 100) / 10_000;
}

export const writeShare = (share: number | undefined): string =>
  share === undefined ? '' : writeNumber(Math.round(share * 10_000) / 100);

export const writeNumber = (value: number | undefined): string =>
  value === undefined ? '' : String(value).replace('.', ',');

/** In: text as typed. Out: without blanks around it, undefined when nothing is left. */
export const readText = (typed: string): string | undefined => typed.trim() || undefined;

/** In: text with one thing a line. Out: the lines that say something. */
export const readLines = (typed: string): string[] => typed.split('\n').flatMap((line) => readText(line) ?? []);
export const writeLines = (lines: readonly string[]): string => lines.join('\n');

/** The beginning of a long text, cut between words: the short name of an item that nobody has named. */
export function shortenText(text: string, longest = 80): string {
  const whole = text.trim().replace(/\s+/gu, ' ').replace(/\.$/u, '');
  if (whole.length <= longest) return whole;
  const room = whole.slice(0, longest - 1);
  const cut = room.lastIndexOf(' ');
  return `${room.slice(0, cut > longest / 2 ? cut : room.length).replace(/[,.;:–-]+$/u, '')}…`;
}

/** Whether a text can be shown as a link: other schemes are never made clickable. */
export const isWebAddress = (text: string): boolean => /^https?:\/\/[^\s]+\.[^\s]+$/iu.test(text.trim());

/** A record without the fields that are absent: stored rows have no empty keys. */
export function omitAbsent<T extends object>(fields: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}

/** A number that is missing is asked for; only what was typed can be called wrong. */
export function nameEmptyNumbers(issues: readonly Issue[], typedByPath: Readonly<Record<string, string>>): Issue[] {
  return issues.map((issue) => {
    const typed = typedByPath[issue.path];
    return issue.code === 'not-a-number' && typed?.trim() === '' ? { ...issue, code: 'required' } : issue;
  });
}

/** The issues of a part under the part's own path. */
export const nestIssues = (path: string, issues: readonly Issue[]): Issue[] =>
  issues.map((issue) => ({ ...issue, path: issue.path ? `${path}.${issue.path}` : path }));

/** What is wrong with a field or with anything inside it. */
export const findIssueUnder = (issues: readonly Issue[], path: string): Issue | undefined =>
  issues.find((issue) => issue.path === path || issue.path.startsWith(`${path}.`));

export const issuesOf = (parsed: Parsed<unknown>): readonly Issue[] => (parsed.kind === 'invalid' ? parsed.issues : []);
