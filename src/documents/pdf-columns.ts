import type { PdfSegment } from './pdf-piece.ts';

/** A column has at least so many lines, of so many letters each. Less beside each other is a table. */
const fewestLines = 3;
const fewestLetters = 15;
/** Points between columns. */
const narrowestGutter = 8;
/** A page with more lines than these is not made for reading: it is taken as one column. */
const mostLines = 200;

type Part = readonly PdfSegment[];

/**
 * Parts a page in the order of reading: what stands above columns, the columns from the left, what stands below.
 * Cells of a table stand beside each other, too; but a file draws a column to its end and a table row by row.
 * In: the segments of a page from the top. Out: all of them, in parts.
 */
export function toParts(segments: Part): readonly Part[] {
  if (segments.length < 2 * fewestLines || segments.length > mostLines) return [segments];
  for (let from = 0; from + 2 * fewestLines <= segments.length; from += 1)
    for (let to = segments.length; to - from >= 2 * fewestLines; to -= 1) {
      const columns = splitColumns(segments.slice(from, to));
      if (!columns) continue;
      const above = segments.slice(0, from);
      return [
        ...(from > 0 ? [above] : []),
        ...columns.flatMap(toParts),
        ...(to < segments.length ? toParts(segments.slice(to)) : []),
      ];
    }
  return [segments];
}

/** The widest gutter that has a column on either side, or nothing. */
function splitColumns(band: Part): readonly [Part, Part] | undefined {
  const gutters = findGutters(band).sort((a, b) => b.to - b.from - (a.to - a.from));
  for (const { to } of gutters) {
    const left = band.filter((segment) => segment.left < to);
    const right = band.filter((segment) => segment.left >= to);
    if (isColumn(left) && isColumn(right) && countSwitches(band, to) === 1 && standBeside(left, right))
      return [left, right];
  }
  return undefined;
}

interface Gutter {
  readonly from: number;
  readonly to: number;
}

function findGutters(band: Part): Gutter[] {
  const gutters: Gutter[] = [];
  let reached = Number.POSITIVE_INFINITY;
  for (const { left, right } of [...band].sort((a, b) => a.left - b.left)) {
    if (left - reached >= narrowestGutter) gutters.push({ from: reached, to: left });
    reached = reached === Number.POSITIVE_INFINITY ? right : Math.max(reached, right);
  }
  return gutters;
}

const isColumn = (part: Part) =>
  part.length >= fewestLines && part.reduce((sum, { text }) => sum + text.length, 0) >= part.length * fewestLetters;

function countSwitches(band: Part, gutter: number): number {
  const sides = [...band].sort((a, b) => a.order - b.order).map(({ left }) => left >= gutter);
  return sides.filter((side, index) => index > 0 && side !== sides[index - 1]).length;
}

/** Both begin above where the other one ends. */
function standBeside(left: Part, right: Part): boolean {
  const [firstLeft, firstRight] = [left[0]?.y ?? 0, right[0]?.y ?? 0];
  const [lastLeft, lastRight] = [left.at(-1)?.y ?? 0, right.at(-1)?.y ?? 0];
  return firstLeft < lastRight && firstRight < lastLeft;
}
