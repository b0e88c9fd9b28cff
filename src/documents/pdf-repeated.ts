import type { PdfLine, PdfLines } from './pdf-piece.ts';

/** The share of a page's height that its head takes, and its foot. */
const margin = 0.12;
/** From them to the text, in sizes of the letters. */
const gap = 1.8;
const pageNumber = /^(sida|sid|page|s\.)?\s*#\s*((\(|av|of|\/|\|)\s*[\d#]+\s*\)?)?$/i;

/** Leaves out what stands at the head or foot of several pages, and their numbers. In: pages in order. Out: the same. */
export function dropRepeated(pages: readonly PdfLines[]): readonly PdfLines[] {
  const margins = pages.map(findMargins);
  const seen = new Map<string, number>();
  for (const [index, lines] of margins.entries())
    for (const key of new Set([...lines].map((line) => toKey(line, index)))) seen.set(key, (seen.get(key) ?? 0) + 1);
  const enough = Math.max(2, Math.ceil(pages.length / 3));
  return pages.map((page, index) => ({
    ...page,
    lines: page.lines.filter((line) => {
      if (!margins[index]?.has(line)) return true;
      const key = toKey(line, index);
      return (seen.get(key) ?? 0) < enough && !pageNumber.test(key);
    }),
  }));
}

/** The lines above the first gap, where all of them stand in the head; and those below the last one. */
function findMargins({ lines, height }: PdfLines): ReadonlySet<PdfLine> {
  const sorted = [...lines].sort((a, b) => a.y - b.y);
  const head = takeUntilGap(sorted);
  const foot = takeUntilGap([...sorted].reverse());
  const isHead = head.length < lines.length && head.every(({ y, size }) => y - size < height * margin);
  const isFoot = foot.length < lines.length && foot.every(({ y }) => y > height * (1 - margin));
  return new Set([...(isHead ? head : []), ...(isFoot ? foot : [])]);
}

function takeUntilGap(sorted: readonly PdfLine[]): readonly PdfLine[] {
  const end = sorted.findIndex((line, index) => {
    const before = sorted[index - 1];
    return before !== undefined && Math.abs(line.y - before.y) > gap * Math.max(line.size, before.size);
  });
  return end < 0 ? sorted : sorted.slice(0, end);
}

/** The line with its page's number made the same on every page. */
const toKey = ({ text }: PdfLine, index: number) =>
  text.replaceAll(/\d+/g, (digits) => (Number(digits) === index + 1 ? '#' : digits));
