import type {
  Report,
  ReportBlock,
  ReportCell,
  ReportChapter,
  ReportChart,
  ReportTable,
} from '#domain/report/report.ts';
import type { Language } from '#domain/wording/locale.ts';
import { hasBars } from './chart-table.ts';
import { documentWord } from './document-words.ts';
import { shareWidth } from './share-width.ts';

/** What is on each slide, before anything is drawn. */
export type Slide =
  | { readonly kind: 'title'; readonly title: string; readonly subtitle: string; readonly lines: readonly string[] }
  | { readonly kind: 'lines'; readonly title: string; readonly lines: readonly string[] }
  | { readonly kind: 'chart'; readonly title: string; readonly chart: ReportChart }
  | { readonly kind: 'table'; readonly title: string; readonly table: ReportTable };

/** Read from the back of a room: so many lines, of so many signs each (screens 6). */
const mostLines = 6;
const lineLength = 70;
const mostRows = 6;
/** A table beyond this is read, not shown. */
const mostTableSlides = 3;
const longestCell = 90;
/** Signs across a slide in a table's type, and lines of it below the heading. */
export const tableLine = 105;
const mostTableLines = 12;

/** Appendices are for reading. */
const appendices: readonly string[] = ['logs', 'method'];

/**
 * In: a report. Out: its slides: a front, then for each chapter what it says in at most six lines, its charts and its
 * tables six rows at a time. What does not fit is said to be in the report, never left out in silence.
 */
export function planSlides(report: Report): readonly Slide[] {
  const { title, subtitle, facts, footer, language } = report;
  const lines = [...facts.map(({ label, text }) => `${label}: ${text}`), footer];
  return [
    { kind: 'title', title, subtitle, lines: fitLines(lines, language) },
    ...report.chapters
      .filter(({ key }) => !appendices.includes(key))
      .flatMap((chapter) => planChapter(chapter, language)),
  ];
}

function planChapter({ title, blocks }: ReportChapter, language: Language): readonly Slide[] {
  const texts = blocks.flatMap((block) => toTexts(block, language));
  const lines: readonly Slide[] = texts.length > 0 ? [{ kind: 'lines', title, lines: fitLines(texts, language) }] : [];
  return [...lines, ...blocks.flatMap((block) => planBlock(block, title))];
}

/** What a block says in lines; a table for reading is named, with how much there is to read. */
function toTexts(block: ReportBlock, language: Language): readonly string[] {
  if (block.kind === 'paragraph') return block.text.split('\n').filter((text) => text.trim());
  if (block.kind === 'list') return block.items;
  if (block.kind !== 'table' || isShown(block.table)) return [];
  return [`${block.table.caption}: ${block.table.rows.length} ${documentWord('rowsLeftOut', language)}.`];
}

function planBlock(block: ReportBlock, chapter: string): readonly Slide[] {
  if (block.kind === 'chart' && hasBars(block.chart))
    return [{ kind: 'chart', title: block.chart.title, chart: block.chart }];
  return block.kind === 'table' && isShown(block.table) ? planTable(block.table, chapter) : [];
}

const isShown = ({ rows }: ReportTable) => rows.length <= mostRows * mostTableSlides;

function planTable(table: ReportTable, chapter: string): readonly Slide[] {
  const short = {
    ...table,
    rows: table.rows.map((row) => row.map((cell) => ({ ...cell, text: cut(cell.text, longestCell) }))),
  };
  const parts = packRows(short);
  const caption = table.caption || chapter;
  return parts.map((rows, index) => ({
    kind: 'table',
    title: parts.length > 1 ? `${caption} (${index + 1}/${parts.length})` : caption,
    table: { ...short, rows },
  }));
}

/** As many rows as go on a slide, by the lines that their longest cells take. */
function packRows(table: ReportTable): readonly ReportTable['rows'][] {
  const shares = shareWidth(table, tableLine);
  const heightOf = (row: ReportTable['rows'][number]) =>
    Math.max(...row.map(({ text }, index) => Math.max(1, Math.ceil(text.length / ((shares[index] ?? 1) * tableLine)))));
  const parts: (readonly ReportCell[])[][] = [];
  let left = 0;
  for (const row of table.rows) {
    const height = heightOf(row);
    const part = parts.at(-1);
    if (part && part.length < mostRows && height <= left) part.push(row);
    else {
      parts.push([row]);
      left = mostTableLines;
    }
    left -= height;
  }
  return parts;
}

/** As many texts as fill six lines; a text that is too long for the rest is cut after a sentence, else after a word. */
export function fitLines(texts: readonly string[], language: Language): readonly string[] {
  const all = texts.reduce((sum, text) => sum + countLines(text), 0);
  if (all <= mostLines) return texts;
  const lines: string[] = [];
  let left = mostLines - 1;
  for (const text of texts) {
    if (left === 0) break;
    const line = countLines(text) <= left ? text : cut(text, left * lineLength);
    lines.push(line);
    left -= Math.min(left, countLines(line));
  }
  return [...lines, documentWord('moreInReport', language)];
}

const countLines = (text: string) => Math.max(1, Math.ceil(text.length / lineLength));

function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  const head = text.slice(0, length - 1).replace(/[\ud800-\udbff]$/, '');
  const sentence = head.slice(0, head.lastIndexOf('. ') + 1);
  if (sentence.length > length / 2) return `${sentence} …`;
  return `${head.slice(0, head.lastIndexOf(' ')).trimEnd() || head}…`;
}
