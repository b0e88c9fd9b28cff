import { isLabel } from './pdf-labels.ts';
import type { PdfPiece, PdfSegment } from './pdf-piece.ts';

/** In shares of the size of the letters: how far two baselines of one line may differ. */
const wobble = 0.35;
/** A gap that is a space between words, and one that parts cells or columns. */
const spaceGap = 0.12;
const cellGap = 0.8;
/** A gap that parts them even where nothing below begins at the same place. */
const certainGap = 2.5;
/** Points by which cells below each other may begin apart, and how many others make a cell of one. */
const alignment = 3;
const enoughOthers = 2;
/** About the width of a space, where a file hides some at the end of a piece. */
const spaceWidth = 0.25;

/** Joins the pieces of each line that stand close. In: pieces in the order of the file. Out: segments, from the top. */
export function toSegments(pieces: readonly PdfPiece[]): readonly PdfSegment[] {
  const placed = pieces.map((piece, order) => ({ ...trimPiece(piece), order }));
  const lines = groupByLine(placed).map(joinPieces);
  const starts = countStarts(lines.flat());
  return lines.flatMap((segments) => joinWideSpaces(segments, starts));
}

interface Placed extends PdfPiece {
  readonly order: number;
}

/** Lines from the top, each from the left. In: anything that stands somewhere. */
export function groupByLine<Standing extends { readonly y: number; readonly size: number }>(
  standing: readonly Standing[],
): readonly (readonly Standing[])[] {
  const lines: Standing[][] = [];
  let lineY = Number.NEGATIVE_INFINITY;
  for (const one of [...standing].sort((a, b) => a.y - b.y)) {
    const line = lines.at(-1);
    if (line && one.y - lineY <= wobble * one.size) line.push(one);
    else {
      lines.push([one]);
      lineY = one.y;
    }
  }
  return lines;
}

function trimPiece(piece: PdfPiece): PdfPiece {
  const text = piece.text.trim();
  if (text === piece.text || text === '') return piece;
  const before = piece.text.length - piece.text.trimStart().length;
  const after = piece.text.length - piece.text.trimEnd().length;
  const space = spaceWidth * piece.size;
  // The spaces themselves are told again by the gap that they leave.
  return { ...piece, text, x: piece.x + before * space, width: Math.max(0, piece.width - (before + after) * space) };
}

function joinPieces(line: readonly Placed[]): readonly PdfSegment[] {
  const segments: PdfSegment[] = [];
  let isSpaced = false;
  let last: Placed | undefined;
  for (const piece of [...line].sort((a, b) => a.x - b.x || a.order - b.order)) {
    if (piece.text.trim() === '') {
      isSpaced = true;
      continue;
    }
    // Bold that is drawn twice, a little to the side.
    if (last?.text === piece.text && piece.x - last.x < 0.3 * piece.size) continue;
    last = piece;
    const before = segments.at(-1);
    const gap = before ? piece.x - before.right : Number.POSITIVE_INFINITY;
    if (before && gap <= cellGap * piece.size)
      segments[segments.length - 1] = extend(before, piece, isSpaced || gap > spaceGap * piece.size);
    else segments.push(toSegment(piece));
    isSpaced = false;
  }
  return segments;
}

const toSegment = ({ text, x, y, width, size, font, order }: Placed): PdfSegment => ({
  text,
  left: x,
  right: x + width,
  y,
  size,
  font,
  order,
});

function extend(segment: PdfSegment, piece: Placed, isSpaced: boolean): PdfSegment {
  const isMost = piece.text.length > segment.text.length;
  return {
    text: `${segment.text}${isSpaced ? ' ' : ''}${piece.text}`,
    left: segment.left,
    right: Math.max(segment.right, piece.x + piece.width),
    y: segment.size >= piece.size ? segment.y : piece.y,
    size: Math.max(segment.size, piece.size),
    font: isMost ? piece.font : segment.font,
    order: Math.min(segment.order, piece.order),
  };
}

const toStart = (left: number) => Math.round(left / alignment);

/** How many segments begin at each place across the page. */
function countStarts(segments: readonly PdfSegment[]): ReadonlyMap<number, number> {
  const starts = new Map<number, number>();
  for (const { left } of segments) starts.set(toStart(left), (starts.get(toStart(left)) ?? 0) + 1);
  return starts;
}

/** Cells and columns begin below each other. Where nothing does, a line was stretched to the margin, or it is a label. */
function joinWideSpaces(segments: readonly PdfSegment[], starts: ReadonlyMap<number, number>): readonly PdfSegment[] {
  const joined: PdfSegment[] = [];
  for (const segment of segments) {
    const before = joined.at(-1);
    if (!before || !isOneText(before, segment, starts)) joined.push(segment);
    else joined[joined.length - 1] = joinSegments(before, segment);
  }
  return joined;
}

function isOneText(before: PdfSegment, segment: PdfSegment, starts: ReadonlyMap<number, number>): boolean {
  if (isLabel(before.text)) return true;
  const at = toStart(segment.left);
  const others = [at - 1, at, at + 1].reduce((sum, start) => sum + (starts.get(start) ?? 0), 0) - 1;
  return others < enoughOthers && segment.left - before.right <= certainGap * segment.size;
}

const joinSegments = (before: PdfSegment, segment: PdfSegment): PdfSegment => ({
  ...segment,
  text: `${before.text} ${segment.text}`,
  left: before.left,
  order: before.order,
});
