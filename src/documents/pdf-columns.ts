import type { PdfSegment } from './pdf-piece.ts';

/** A column has at least so many lines, of so many letters each. Less beside each other is a table. */
const fewestLines = 3;
const fewestLetters = 15;
/** Points between columns. */
const narrowestGutter = 8;
/** A page with more lines than these is not made for reading: it is taken as one column. */
const mostLines = 150;

type Part = readonly PdfSegment[];

/**
 * Parts a page in the order of reading: what stands above columns, the columns from the left, what stands below.
 * Cells of a table stand beside each other, too; but a file draws a column to its end and a table row by row.
 * In: the segments of a page from the top. Out: all of them, in parts.
 */
export function toParts(segments: Part): readonly Part[] {
  const band = findBand(segments);
  if (!band) return [segments];
  const { from, to, columns } = band;
  const [above, below] = [segments.slice(0, from), segments.slice(to)];
  return [...(from > 0 ? [above] : []), ...columns.flatMap(toParts), ...(below.length > 0 ? toParts(below) : [])];
}

interface Band {
  readonly from: number;
  readonly to: number;
  readonly columns: readonly [Part, Part];
}

/** The first and longest run of lines that stand in columns. */
function findBand(segments: Part): Band | undefined {
  const starts = findStarts(segments);
  if (starts.length > mostLines || !mayHaveColumns(segments)) return undefined;
  const ends = [...starts.slice(1), segments.length].reverse();
  const split = createSplitting(segments);
  for (const from of starts)
    for (const to of ends) {
      const columns = to - from < 2 * fewestLines ? undefined : split(from, to);
      if (columns) return { from, to, columns };
    }
  return undefined;
}

/** Where another line begins: segments of one line are not parted. */
const findStarts = (segments: Part) =>
  segments.flatMap(({ y }, index) => (index === 0 || y - (segments[index - 1]?.y ?? 0) > 1 ? [index] : []));

/** Whether enough stands to the right of the middle, and enough ends to the left of it. */
function mayHaveColumns(segments: Part): boolean {
  const left = segments.reduce((least, segment) => Math.min(least, segment.left), Number.POSITIVE_INFINITY);
  const right = segments.reduce((most, segment) => Math.max(most, segment.right), 0);
  const [low, high] = [left + 0.25 * (right - left), left + 0.75 * (right - left)];
  const count = (test: (segment: PdfSegment) => boolean) => segments.filter(test).length;
  return count((one) => one.left > low) >= fewestLines && count((one) => one.right < high) >= fewestLines;
}

/** Splits any run of these segments at the widest gutter that has a column on either side. Sorts them once for all runs. */
function createSplitting(segments: Part) {
  const placed = segments.map((segment, index) => ({ segment, index }));
  const fromLeft = placed.toSorted((a, b) => a.segment.left - b.segment.left);
  const drawn = placed.toSorted((a, b) => a.segment.order - b.segment.order);
  return (from: number, to: number): readonly [Part, Part] | undefined => {
    const take = (sorted: typeof placed) => {
      const taken: PdfSegment[] = [];
      for (const { segment, index } of sorted) if (index >= from && index < to) taken.push(segment);
      return taken;
    };
    const gutters = findGutters(take(fromLeft));
    if (gutters.length === 0) return undefined;
    const inOrder = take(drawn);
    for (const gutter of gutters.sort((a, b) => b.to - b.from - (a.to - a.from))) {
      const columns = isDrawnApart(inOrder, gutter.to) && splitColumns(segments.slice(from, to), gutter.to);
      if (columns) return columns;
    }
    return undefined;
  };
}

function splitColumns(band: Part, gutter: number): readonly [Part, Part] | undefined {
  const left = band.filter((segment) => segment.left < gutter);
  const right = band.filter((segment) => segment.left >= gutter);
  return isColumn(left) && isColumn(right) && standBeside(left, right) ? [left, right] : undefined;
}

interface Gutter {
  readonly from: number;
  readonly to: number;
}

function findGutters(fromLeft: Part): Gutter[] {
  const gutters: Gutter[] = [];
  let reached = fromLeft[0]?.right ?? 0;
  for (const { left, right } of fromLeft) {
    if (left - reached >= narrowestGutter) gutters.push({ from: reached, to: left });
    reached = Math.max(reached, right);
  }
  return gutters;
}

const isColumn = (part: Part) =>
  part.length >= fewestLines && part.reduce((sum, { text }) => sum + text.length, 0) >= part.length * fewestLetters;

/** Whether the file draws one side to its end, and then the other. */
function isDrawnApart(drawn: Part, gutter: number): boolean {
  let switches = 0;
  for (let at = 1; at < drawn.length && switches <= 1; at += 1)
    if (isRight(drawn[at], gutter) !== isRight(drawn[at - 1], gutter)) switches += 1;
  return switches === 1;
}

const isRight = (segment: PdfSegment | undefined, gutter: number) => segment !== undefined && segment.left >= gutter;

/** Both begin above where the other one ends. */
function standBeside(left: Part, right: Part): boolean {
  const [firstLeft, firstRight] = [left[0]?.y ?? 0, right[0]?.y ?? 0];
  const [lastLeft, lastRight] = [left.at(-1)?.y ?? 0, right.at(-1)?.y ?? 0];
  return firstLeft < lastRight && firstRight < lastLeft;
}
