import type { Span } from '#domain/reading/promise-draft.ts';

/** A stretch of the text, and the rows that come from it: the narrowest first. */
export interface Stretch {
  readonly start: number;
  readonly text: string;
  readonly rowIds: readonly string[];
}

interface Marked {
  readonly id: string;
  readonly span: Span | undefined;
}

/**
 * Cuts a text where rows begin and end. Rows may lie inside each other: a party inside its activity.
 * In: the text and rows. Out: stretches that together are the text, every character of it.
 */
export function markText(text: string, rows: readonly Marked[]): readonly Stretch[] {
  const spans = rows.flatMap(({ id, span }) =>
    span && 0 <= span.start && span.start < span.end && span.end <= text.length ? [{ id, ...span }] : [],
  );
  const narrowFirst = spans.toSorted((left, right) => left.end - left.start - (right.end - right.start));
  const cuts = new Set([0, text.length]);
  for (const { start, end } of spans) cuts.add(start).add(end);
  const places = [...cuts].toSorted((left, right) => left - right);
  return places.slice(0, -1).map((start, index) => {
    const end = places[index + 1] ?? text.length;
    return {
      start,
      text: text.slice(start, end),
      rowIds: narrowFirst.filter((span) => span.start <= start && end <= span.end).map(({ id }) => id),
    };
  });
}
