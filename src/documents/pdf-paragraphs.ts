import { type Item, toItem } from './pdf-labels.ts';
import type { PdfLine, PdfLines } from './pdf-piece.ts';
import { createTextLines, type TextLine } from './text-lines.ts';

/** Letters that are so much larger than those of the text are a heading's. */
const headingSize = 1.12;
const longestHeading = 90;
/** How much more than the usual distance of lines parts paragraphs. */
const wideGap = 1.25;
/** The share of gaps that are wider in a text whose paragraphs are set apart. */
const spacedShare = 0.1;
/** Points by which an item must be set in to lie below the one before. */
const indentation = 6;

/** A paragraph that is being put together from its lines. */
interface Paragraph {
  text: string;
  readonly first: PdfLine;
  last: PdfLine;
  readonly item: Item | undefined;
}

/** What most of the text looks like. */
interface Body {
  readonly size: number;
  readonly font: string;
  /** From one line to the next, in sizes of the letters. */
  readonly leading: number;
  /** Whether paragraphs are set apart by more than that. Then what is not set apart goes on. */
  readonly isSpaced: boolean;
}

/** In: the lines of all pages. Out: the text of the whole, one paragraph a line. */
export function joinPdfParagraphs(pages: readonly PdfLines[]): string {
  const lines = pages.flatMap((page, index) => page.lines.map((line) => ({ ...line, part: line.part + index * 1000 })));
  const body = findBody(lines);
  const paragraphs: Paragraph[] = [];
  for (const line of lines) {
    const before = paragraphs.at(-1);
    if (before && isContinued(before, line, body)) {
      before.text = joinWords(before.text, line.text);
      before.last = line;
    } else
      paragraphs.push({
        text: line.text,
        first: line,
        last: line,
        item: line.cells.length > 1 ? undefined : toItem(line.text),
      });
  }
  return write(paragraphs, body);
}

function findBody(lines: readonly PdfLine[]): Body {
  const leadings = lines.flatMap((line, index) => {
    const next = lines[index + 1];
    return next && next.part === line.part && next.y > line.y
      ? [{ key: Math.round(((next.y - line.y) / line.size) * 10) / 10, weight: 1 }]
      : [];
  });
  const leading = Math.min(2.2, findMost(leadings) ?? 1.4);
  const spaced = leadings.filter(({ key }) => key > wideGap * leading && key < 2 * wideGap * leading);
  return {
    size: findMost(lines.map(({ size, text }) => ({ key: Math.round(size * 2) / 2, weight: text.length }))) ?? 11,
    font: findMost(lines.map(({ font, text }) => ({ key: font, weight: text.length }))) ?? '',
    leading,
    isSpaced: spaced.length >= leadings.length * spacedShare,
  };
}

function findMost<Key>(weighed: readonly { readonly key: Key; readonly weight: number }[]): Key | undefined {
  const sums = new Map<Key, number>();
  for (const { key, weight } of weighed) sums.set(key, (sums.get(key) ?? 0) + weight);
  return [...sums].sort((a, b) => b[1] - a[1])[0]?.[0];
}

/** Whether a line goes on with what the one before began. */
function isContinued({ first, last, item }: Paragraph, line: PdfLine, body: Body): boolean {
  if (last.cells.length > 1 || line.cells.length > 1 || toItem(line.text)) return false;
  if (Math.abs(last.size - line.size) > 0.6) return false;
  if (last.part !== line.part) return isCutSentence(last.text, line.text) && !looksLikeHeading(last, body);
  if (line.y - last.y > wideGap * body.leading * line.size || line.y <= last.y) return false;
  if (last.font !== line.font && (last === first ? last.font !== body.font : false)) return false;
  if (!item && line.left - last.left > line.size && first !== last) return false;
  return !fitsBehind(last, line, body);
}

/**
 * The line before was ended on purpose: the first word of this one would have had room behind it. After the end of a
 * sentence some room is enough, for two paragraphs made one mislead a reader, and one made two do not.
 */
function fitsBehind(last: PdfLine, line: PdfLine, body: Body): boolean {
  const [word = ''] = line.text.split(' ');
  const width = ((line.right - line.left) * (word.length + 1)) / Math.max(1, line.text.length);
  const room = last.columnRight - last.right;
  const isNewSentence = !body.isSpaced && /[.!?:)"\u201d]$/.test(last.text) && /^[\p{Lu}\d]/u.test(line.text);
  return room > (isNewSentence ? 1.5 : 0.5) * last.size + (isNewSentence ? 0 : width);
}

/** A sentence goes on in the next column or on the next page when it was not ended and goes on in small letters. */
const isCutSentence = (before: string, after: string) => !/[.!?:;]$/.test(before) && /^\p{Ll}/u.test(after);

function joinWords(before: string, after: string): string {
  if (/\u00ad$/.test(before)) return before.slice(0, -1) + after;
  if (!/\p{L}-$/u.test(before)) return `${before} ${after}`;
  // "polis- och kommun": the hyphen stands for the rest of the word.
  if (/^(och|eller|samt|respektive|and|or)\b/.test(after)) return `${before} ${after}`;
  return /^\p{Ll}/u.test(after) ? before.slice(0, -1) + after : before + after;
}

function write(paragraphs: readonly Paragraph[], body: Body): string {
  const lines = createTextLines();
  const levels: number[] = [];
  for (const paragraph of paragraphs) {
    const { text, item, first } = paragraph;
    if (!item) levels.length = 0;
    if (item) lines.add(`${'  '.repeat(findLevel(levels, first.left))}${item.label} ${withoutLabel(text)}`, 'item');
    else lines.add(text, toKind(paragraph, body));
  }
  return lines.toText();
}

const withoutLabel = (text: string) => text.replace(/^\S+\s+/, '');

/** How deep an item lies by where it begins: items further in lie below those before them. */
function findLevel(levels: number[], left: number): number {
  while (levels.length > 1 && left < (levels.at(-1) ?? 0) - indentation) levels.pop();
  const last = levels.at(-1);
  if (last === undefined || left > last + indentation) levels.push(left);
  return levels.length - 1;
}

function toKind({ first, last }: Paragraph, body: Body): TextLine['kind'] {
  if (first.cells.length > 1) return 'row';
  const isOneLine = first === last;
  return looksLikeHeading(first, body) && (isOneLine || first.size > headingSize * body.size) ? 'heading' : 'paragraph';
}

const looksLikeHeading = ({ size, font, text }: PdfLine, body: Body) =>
  size > headingSize * body.size || (font !== body.font && text.length <= longestHeading && !/[.,;]$/.test(text));
