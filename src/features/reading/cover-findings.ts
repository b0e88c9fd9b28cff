/** What must not be kept is found in everything that would be saved, and can be covered over in one press. */
import type { Day } from '#domain/calendar/day.ts';
import type { PromiseDraft, Span } from '#domain/reading/promise-draft.ts';
import { screenText } from '#domain/screening/screen-text.ts';
import { listRows } from './draft-rows.ts';
import { type EditedDraft, keepRows } from './edit-draft.ts';

export interface Blocked {
  /** As it stands in the text. */
  readonly match: string;
  /** The row that says it; absent when only the text itself does. */
  readonly rowId?: string;
}

/** In: a draft as it stands, and today. Out: every text that stops the saving (guard P2), each once. */
export function findBlocked(edited: EditedDraft, today: Day): readonly Blocked[] {
  const draft = keepRows(edited);
  const inRows = listRows(draft).flatMap(({ id, value }) => find([value, edited.guides[id]], today, id));
  const inText = find(draft.originalText, today);
  const known = new Set(inRows.map(({ match }) => match));
  return [...inRows, ...inText.filter(({ match }) => !known.has(match))];
}

const find = (value: unknown, today: Day, rowId?: string): readonly Blocked[] =>
  listTexts(value).flatMap((text) =>
    screenText(text, { today })
      .filter(({ severity }) => severity === 'block')
      .map(({ match }) => ({ match, ...(rowId && { rowId }) })),
  );

function listTexts(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(listTexts) : [];
}

/** Every letter and digit of the match becomes a dot, wherever it stands: places in the text stay where they are. */
export function coverMatches(edited: EditedDraft, matches: readonly string[]): EditedDraft {
  const cover = (text: string) =>
    matches.reduce((rest, match) => rest.replaceAll(match, match.replaceAll(/[\p{L}\p{N}]/gu, '•')), text);
  return { ...edited, draft: mapTexts(edited.draft, cover), guides: mapTexts(edited.guides, cover) };
}

function mapTexts<T>(value: T, change: (text: string) => string): T {
  if (typeof value === 'string') return change(value) as T;
  if (Array.isArray(value)) return value.map((part) => mapTexts(part, change)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, mapTexts(part, change)])) as T;
}

/** In: a draft. Out: the stretch of its text from the first row to the last, for a page that holds more than a promise. */
export function findPromisePart(draft: PromiseDraft): Span {
  const spans = listRows(draft).flatMap(({ span }) => (span && span.end > span.start ? [span] : []));
  if (spans.length === 0) return { start: 0, end: draft.originalText.length };
  return {
    start: Math.min(...spans.map(({ start }) => start)),
    end: Math.max(...spans.map(({ end }) => end)),
  };
}
