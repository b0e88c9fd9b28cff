/** What a text is made of to the eye: headings, items of lists, stems that end in a colon, paragraphs, rows of tables. */
import { isClutter } from './clutter.ts';
import { type Line, readLines } from './lines.ts';
import { classifyHeading } from './section-kinds.ts';

export type BlockKind = 'heading' | 'stem' | 'item' | 'paragraph' | 'row' | 'quote' | 'clutter';

export interface Block {
  readonly kind: BlockKind;
  readonly start: number;
  readonly end: number;
  /** Of an item: how far in it stands, 0 outermost. */
  readonly depth: number;
  /** Of an item whose first line is a title of its own: where that line ends. */
  readonly titleEnd?: number;
  /** How many lines it took. */
  readonly lines: number;
  readonly isAfterBlank: boolean;
}

interface Draft {
  first: Line;
  end: number;
  lastStart: number;
  lines: number;
  titleEnd: number | undefined;
  /** Stands right below a stem: each of its lines is one of a list. */
  isListed: boolean;
}

const endsSentence = /[.!?:;]["”')]*$/u;
const quoteVerb =
  /[,.!?”"]\s*(?:säger|menar|berättar|förklarar|betonar|konstaterar|tycker|hoppas|framhåller|understryker|avslutar|fortsätter)\s/iu;
/** A line of an item that says who, when or how much. */
const field = /^(?:ansvarig[a-zà-ž]*|ansvar|utförare|vem|när|tid(?:plan)?|mål(?:värde)?|mått)\s*:/iu;
/** Of the promise itself: where a list of work has come to its end. */
const ofThePromise =
  /^(?:Löfte(?:t|na)|Medborgarlöfte(?:t|na)|Uppföljning(?:en)?|Resultate[nt])\s+(?:gäller|följs?|ska|sker|görs|utvärderas|redovisas|omprövas|stäms|kommer)(?![a-zà-ž])/u;
const stemEnd = /(?::|;|\batt(?:\s*(?:\.{2,}|…))?)$/u;

/** In: a flattened text. Out: its blocks in order; everything written is in one of them. */
export function readBlocks(flat: string): Block[] {
  const lines = readLines(flat);
  const typical = typicalLength(lines);
  const drafts: Draft[] = [];
  const furniture = findRepeated(lines, flat);
  for (const line of lines) {
    if (furniture.has(line)) continue;
    const open = drafts.at(-1);
    if (open && belongsTo(open, line, flat, typical)) extend(open, line, flat);
    else {
      const isListed =
        open !== undefined &&
        !line.marker &&
        !line.isAfterBlank &&
        (open.isListed || stemEnd.test(flat.slice(open.lastStart, open.end)));
      drafts.push({ first: line, end: line.end, lastStart: line.start, lines: 1, titleEnd: undefined, isListed });
    }
  }
  const blocks = drafts.map((draft, index) => toBlock(draft, drafts[index + 1], flat));
  return raiseItems(blocks, flat);
}

/** The head and foot of every sheet: the same line, but for its numbers, three times or more. */
function findRepeated(lines: readonly Line[], flat: string): ReadonlySet<Line> {
  const alike = new Map<string, Line[]>();
  for (const line of lines) {
    const key = flat.slice(line.start, line.end).replaceAll(/\d+/gu, '#').replaceAll(/\s+/gu, ' ');
    if (line.marker || key.length < 6) continue;
    const known = alike.get(key);
    if (known) known.push(line);
    else alike.set(key, [line]);
  }
  const isPageHead = ([key, all]: readonly [string, readonly Line[]]) => {
    const isSame = new Set(all.map(({ start, end }) => flat.slice(start, end))).size === 1;
    return (
      all.length >= 2 &&
      (/(?:sid(?:a|an)?\.?|page)\s*#|#\s*\(\s*#\s*\)/iu.test(key) || (isSame && all.length >= 3 && key.includes('#')))
    );
  };
  const repeated = [...alike].filter(isPageHead);
  return new Set(repeated.flatMap(([, all]) => all));
}

/** How long the lines of a text are that was broken by a page's width; infinite where lines are paragraphs. */
function typicalLength(lines: readonly Line[]): number {
  const lengths = lines.map(({ start, end }) => end - start).toSorted((a, b) => a - b);
  const high = lengths[Math.floor(lengths.length * 0.9)] ?? 0;
  return high >= 50 && high <= 130 ? high * 0.72 : Number.POSITIVE_INFINITY;
}

function belongsTo(open: Draft, line: Line, flat: string, typical: number): boolean {
  if (line.marker || endsList(open, flat.slice(line.start, line.end))) return false;
  const lastLine = flat.slice(open.lastStart, open.end);
  if (open.first.end <= open.first.start) return true;
  if (open.first.marker && field.test(flat.slice(line.start, line.end))) return true;
  if (lastLine.includes('\t') || flat.slice(line.start, line.end).includes('\t')) return false;
  const startsLow = /^[a-zß-ÿ(]/u.test(flat.slice(line.start, line.start + 1));
  const isOpenEnded = !endsSentence.test(lastLine);
  if (line.isAfterBlank) return startsLow && isOpenEnded && !stemEnd.test(lastLine) && lastLine.length >= 40;
  if (open.first.marker && line.indent > open.first.indent) return true;
  if (stemEnd.test(lastLine)) return false;
  if (open.isListed) return line.indent > open.first.indent;
  if (startsLow && isOpenEnded) return true;
  return lastLine.length >= typical;
}

const endsList = ({ first }: Draft, text: string): boolean => first.marker !== undefined && ofThePromise.test(text);

function extend(open: Draft, line: Line, flat: string): void {
  const isTitled =
    open.lines === 1 &&
    open.first.marker !== undefined &&
    open.first.end - open.first.start > 0 &&
    !endsSentence.test(flat.slice(open.first.start, open.first.end)) &&
    /^[A-ZÀ-Þ].*\s(?:ska(?:ll)?|kommer|lovar|har|är)\s/u.test(flat.slice(line.start, line.end)) &&
    open.first.end - open.first.start < 90;
  if (isTitled) open.titleEnd = open.first.end;
  if (open.first.end <= open.first.start) {
    open.first = { ...open.first, start: line.start, end: line.end };
    open.lines = 0;
  }
  open.end = line.end;
  open.lastStart = line.start;
  open.lines += 1;
}

function toBlock(draft: Draft, next: Draft | undefined, flat: string): Block {
  const { first, end, lines, titleEnd } = draft;
  const text = flat.slice(first.start, end);
  const shared = {
    start: first.start,
    end,
    lines,
    isAfterBlank: first.isAfterBlank,
    depth: Math.floor(first.indent / 3),
  };
  if (isClutter(text)) return { ...shared, kind: 'clutter' };
  if (quoteVerb.test(text) && (first.marker === 'dash' || /^["”'»]/u.test(text))) return { ...shared, kind: 'quote' };
  if (first.marker === 'number' && isNumberedHeading(text, lines, next))
    return { ...shared, kind: stemEnd.test(text) ? 'stem' : 'heading' };
  if (
    first.marker &&
    next?.first.marker &&
    /(?:genom|för)\s+att$|(?:svarar|ansvarar|lovar|ska|medverkar|bidrar)[^.]{0,30}(?::|\batt)$/iu.test(text)
  )
    return { ...shared, kind: 'stem' };
  if (first.marker) return { ...shared, kind: 'item', ...(titleEnd !== undefined && { titleEnd }) };
  if (text.includes('\t')) return { ...shared, kind: 'row' };
  if (stemEnd.test(text)) return { ...shared, kind: 'stem' };
  return { ...shared, kind: isHeading(text, lines, first, next) ? 'heading' : 'paragraph' };
}

/** "3.1 Polisen åtar sig", "1. Bakgrund": numbered, but what follows stands under it. */
function isNumberedHeading(text: string, lines: number, next: Draft | undefined): boolean {
  if (lines > 1 || text.length > 70 || /[.!?,]$/u.test(text) || next === undefined) return false;
  const isOver = next.first.marker === undefined || next.first.marker !== 'number';
  return (
    isOver &&
    /^[A-ZÀ-Þ]/u.test(text) &&
    (classifyHeading(text) !== undefined || stemEnd.test(text) || /åtar\s+sig$|lovar$|ska$|gemensamt$/iu.test(text))
  );
}

function isHeading(text: string, lines: number, first: Line, next: Draft | undefined): boolean {
  if (lines > 1 || text.length > 110 || /[.,;]$/u.test(text) || !/^["”A-ZÀ-Þ\d]/u.test(text)) return false;
  return (
    first.isAfterBlank ||
    next === undefined ||
    next.first.isAfterBlank ||
    next.first.marker !== undefined ||
    text.length < 60
  );
}

/** Lines without bullets below a colon are a list, too: at least two, each on a line of its own, with nothing between. */
function raiseItems(blocks: readonly Block[], flat: string): Block[] {
  const raised = [...blocks];
  for (let at = 0; at < raised.length; at += 1) {
    const stem = raised[at];
    if (stem?.kind !== 'stem' || /(?:^|\s)(?:sidan|kontakt|frågor|fotnot)\s*:/iu.test(flat.slice(stem.start, stem.end)))
      continue;
    const run = findRun(raised, at + 1, flat);
    for (const [offset, block] of run.entries()) raised[at + 1 + offset] = { ...block, kind: 'item' };
  }
  return raised;
}

function findRun(blocks: readonly Block[], from: number, flat: string): Block[] {
  const run: Block[] = [];
  for (let at = from; at < blocks.length; at += 1) {
    const block = blocks[at];
    if (!block) break;
    const startsLow = /^[a-zß-ÿ]/u.test(flat.slice(block.start, block.start + 1));
    const isLine = (block.kind === 'heading' || block.kind === 'paragraph') && block.end - block.start > 12;
    const isNext = run.length === 0 || !block.isAfterBlank || startsLow;
    if (!isLine || !isNext || (block.isAfterBlank && !startsLow && run.length > 0)) break;
    run.push(block);
  }
  const startsBelow =
    run[0]?.isAfterBlank === false || /^[a-zß-ÿ]/u.test(flat.slice(run[0]?.start ?? 0, (run[0]?.start ?? 0) + 1));
  return run.length >= 2 && startsBelow ? run : [];
}
