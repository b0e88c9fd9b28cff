import type { PdfLine, PdfLines } from './pdf-piece.ts';

/** The share of a page's height that its head takes, and its foot. */
const margin = 0.12;
const pageNumber = /^(sida|sid|page|s\.)?\s*#\s*((\(|av|of|\/|\|)\s*[\d#]+\s*\)?)?$/i;

/** Leaves out what stands at the head or foot of several pages, and their numbers. In: pages in order. Out: the same. */
export function dropRepeated(pages: readonly PdfLines[]): readonly PdfLines[] {
  const seen = new Map<string, number>();
  for (const [index, page] of pages.entries())
    for (const key of new Set(page.lines.filter((line) => isInMargin(line, page)).map((line) => toKey(line, index))))
      seen.set(key, (seen.get(key) ?? 0) + 1);
  const enough = Math.max(2, Math.ceil(pages.length / 3));
  return pages.map((page, index) => ({
    ...page,
    lines: page.lines.filter((line) => {
      if (!isInMargin(line, page)) return true;
      const key = toKey(line, index);
      return (seen.get(key) ?? 0) < enough && !pageNumber.test(key);
    }),
  }));
}

const isInMargin = ({ y, size }: PdfLine, { height }: PdfLines) =>
  y - size < height * margin || y > height * (1 - margin);

/** The line with its page's number made the same on every page. */
const toKey = ({ text }: PdfLine, index: number) =>
  text.replaceAll(/\d+/g, (digits) => (Number(digits) === index + 1 ? '#' : digits));
