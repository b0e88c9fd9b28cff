import { toParts } from './pdf-columns.ts';
import type { PdfLine, PdfLines, PdfPage, PdfSegment } from './pdf-piece.ts';
import { groupByLine, toSegments } from './pdf-segments.ts';

/** Points by which the cells of a column of a table may begin apart. */
const alignment = 3;
/** Sizes from one line of a cell to the next. */
const cellLeading = 1.8;

/** Lines that tell how wide a block is, and the share of its width that most of them may lack. */
const fewestOfBlock = 4;
const ragged = 0.15;

/** The share of the page, without its margins, that the longest line of a text takes. */
const fullPage = 0.8;

/** In: a page as the file draws it. Out: its lines in the order of reading. */
export function toPdfLines({ width, height, pieces }: PdfPage): PdfLines {
  const parts = toParts(toSegments(pieces));
  const lines = parts.flatMap((part, index) => toLines(part, index, parts.length === 1 ? width : 0));
  return { height, lines };
}

/** In: a part of a page, its place among the parts, and the width of the page where it is the only one. */
function toLines(part: readonly PdfSegment[], index: number, pageWidth: number): readonly PdfLine[] {
  const rows = groupByLine(part)
    .map((segments) => [...segments].sort((a, b) => a.left - b.left))
    .reduce<Row[]>(takeRow, []);
  const single = rows.flatMap((row) => (row.length === 1 ? row : []));
  const furthest = Math.max(0, ...single.map(({ right }) => right));
  // A page of short lines does not show where its margin is: it is taken to be as wide as the one on the left.
  const margin = pageWidth - Math.min(pageWidth, ...single.map(({ left }) => left));
  const columnRight = furthest > fullPage * margin ? furthest : margin;
  return groupByBlock(rows).flatMap((block) => {
    const right = findRight(block) ?? columnRight;
    return block.flatMap((cells) => toLine(cells, right, index));
  });
}

/** Rows that follow each other without a gap, in letters of one size. */
function groupByBlock(rows: readonly Row[]): readonly (readonly Row[])[] {
  const blocks: Row[][] = [];
  for (const row of rows) {
    const above = blocks.at(-1)?.at(-1)?.[0];
    const [first] = row;
    const isClose = above && first && first.y - above.y <= cellLeading * first.size && sameSize(above, first);
    if (isClose) blocks.at(-1)?.push(row);
    else blocks.push([row]);
  }
  return blocks;
}

const sameSize = (one: PdfSegment, other: PdfSegment) => Math.abs(one.size - other.size) < 0.6;

/** How far the text of a block reaches that is narrower than the page: where most of its lines end. */
function findRight(block: readonly Row[]): number | undefined {
  const segments = block.flatMap((row) => (row.length === 1 ? row : []));
  if (segments.length < fewestOfBlock) return undefined;
  const right = Math.max(...segments.map((segment) => segment.right));
  const left = Math.min(...segments.map((segment) => segment.left));
  const full = segments.filter((segment) => segment.right > right - ragged * (right - left));
  return full.length * 2 > segments.length ? right : undefined;
}

type Row = readonly PdfSegment[];

/** A cell of several lines: the file draws them after each other, before the next cell. */
function takeRow(rows: Row[], row: Row): Row[] {
  const above = rows.at(-1);
  const joined = above && above.length > 1 ? continueRow(above, row) : undefined;
  if (joined) rows[rows.length - 1] = joined;
  else rows.push(row);
  return rows;
}

function continueRow(above: Row, row: Row): Row | undefined {
  const places = row.map((segment) => above.findIndex(({ left }) => Math.abs(left - segment.left) <= alignment));
  const isContinued = row.every((segment, index) => {
    const place = places[index] ?? -1;
    const cell = above[place];
    const next = above[place + 1];
    if (!cell || segment.y - cell.y > cellLeading * segment.size) return false;
    return segment.order > cell.order && (next ? segment.order < next.order : !places.includes(0) || row.length > 1);
  });
  if (!isContinued) return undefined;
  return above.map((cell, place) => {
    const more = row[places.indexOf(place)];
    return more
      ? { ...cell, text: `${cell.text} ${more.text}`, y: more.y, right: Math.max(cell.right, more.right) }
      : cell;
  });
}

function toLine(cells: Row, columnRight: number, part: number): readonly PdfLine[] {
  const [first] = cells;
  const last = cells.at(-1);
  if (!first || !last) return [];
  const text = cells.map((cell) => cell.text).join('\t');
  // A line of the table of contents: words, dots, the number of a page.
  if (/(\.\s?){4,}\s*\d+$/.test(text)) return [];
  return [{ ...first, text, right: last.right, cells, columnRight, part }];
}
