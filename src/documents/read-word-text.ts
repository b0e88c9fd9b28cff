import type { ZipFile } from './open-zip.ts';
import { type Attributes, listenTo, readXml } from './read-markup.ts';
import { Refusal } from './refusal.ts';
import { createTextLines, type TextLines } from './text-lines.ts';
import { createItemLabels, readWordLists, type WordList } from './word-numbering.ts';
import { readWordStyles, type WordStyle } from './word-reading-styles.ts';

/** Where a Word file keeps its text, unless it says otherwise. */
const usualPlace = 'word/document.xml';

/** A paragraph that is being read. A text frame anchored in it has paragraphs of its own, which follow it. */
interface Paragraph {
  words: string;
  styleId: string;
  outline: number | undefined;
  listId: string | undefined;
  level: number | undefined;
}

interface Look {
  readonly styles: ReadonlyMap<string, WordStyle>;
  readonly lists: ReadonlyMap<string, WordList>;
}

export const isWordFile = (zip: ZipFile): boolean => findDocument(zip) !== undefined;

/** In: a Word file. Out: what it says, as lines (see `readDocument`). Throws a refusal. */
export function readWordText(zip: ZipFile): string {
  const place = findDocument(zip) ?? usualPlace;
  const body = zip.read(place);
  if (!body) throw new Refusal('damaged');
  const beside = (name: string) => zip.read(place.replace(/[^/]*$/, name));
  const styles = beside('styles.xml');
  const numbering = beside('numbering.xml');
  const document = createDocument({
    styles: styles ? readWordStyles(styles) : new Map(),
    lists: numbering ? readWordLists(numbering) : new Map(),
  });
  readXml(body, document);
  const text = document.toText();
  if (text === '' && zip.names.some((name) => name.includes('/media/'))) throw new Refusal('no-text');
  return text;
}

/** Some programs write the text under another name, and say so in the file's relations. */
function findDocument(zip: ZipFile): string | undefined {
  if (zip.names.includes(usualPlace)) return usualPlace;
  const relations = zip.read('_rels/.rels');
  let place: string | undefined;
  if (relations)
    readXml(
      relations,
      listenTo({
        Relationship: ({ Type = '', Target = '' }) => {
          if (Type.endsWith('/officeDocument')) place = Target.replace(/^\//, '');
        },
      }),
    );
  return place !== undefined && /^word\/[\w.-]+\.xml$/.test(place) && zip.names.includes(place) ? place : undefined;
}

/** Deleted and moved text, the older of two ways to draw the same frame, and what a field is computed from. */
const silent: ReadonlySet<string> = new Set(['del', 'moveFrom', 'Fallback', 'instrText', 'delText', 'rt']);

function createDocument(look: Look) {
  const lines = createTextLines();
  const writeLine = createLineWriter(look, lines);
  const open: Paragraph[] = [];
  const waiting: Paragraph[] = [];
  let silentDepth = 0;
  let runDepth = 0;
  let isHidden = false;
  let isText = false;
  const say = (words: string) => {
    const paragraph = open.at(-1);
    if (paragraph && runDepth > 0 && !isHidden) paragraph.words += words;
  };
  const change = (part: Partial<Paragraph>) => {
    const paragraph = open.at(-1);
    if (paragraph) Object.assign(paragraph, part);
  };
  const openers: Parameters<typeof listenTo>[0] = {
    p: () => open.push({ words: '', styleId: '', outline: undefined, listId: undefined, level: undefined }),
    r: () => {
      runDepth += 1;
      isHidden = false;
    },
    t: () => {
      isText = true;
    },
    pStyle: ({ val = '' }) => change({ styleId: val }),
    outlineLvl: ({ val }) => change({ outline: Number(val) }),
    numId: ({ val }) => change({ listId: val }),
    ilvl: ({ val }) => change({ level: Number(val) || 0 }),
    vanish: ({ val = 'true' }) => {
      if (runDepth > 0) isHidden = !/^(0|false|off)$/.test(val);
    },
    tab: () => say('\t'),
    br: () => say('\n'),
    cr: () => say('\n'),
    noBreakHyphen: () => say('-'),
    tr: lines.openRow,
    tc: lines.openCell,
  };
  const closers: Parameters<typeof listenTo>[1] = {
    p: () => {
      const paragraph = open.pop();
      if (!paragraph) return;
      // The paragraphs of a frame come to their end before the one that it is anchored in.
      if (open.length > 0) waiting.push(paragraph);
      else for (const each of [paragraph, ...waiting.splice(0)]) writeLine(each);
    },
    r: () => {
      runDepth -= 1;
    },
    t: () => {
      isText = false;
    },
    tc: lines.closeCell,
    tr: lines.closeRow,
  };
  const listener = listenTo(openers, closers);
  return {
    open: (name: string, attributes: Attributes) => {
      if (silentDepth > 0 || silent.has(name)) silentDepth += 1;
      else listener.open(name, attributes);
    },
    close: (name: string) => {
      if (silentDepth > 0) silentDepth -= 1;
      else listener.close(name);
    },
    text: (words: string) => {
      if (isText && silentDepth === 0) say(words);
    },
    toText: lines.toText,
  };
}

function createLineWriter({ styles, lists }: Look, lines: TextLines) {
  const toLabel = createItemLabels();
  const findLabel = ({ listId, level }: Paragraph, style: WordStyle | undefined): Label => {
    const list = lists.get(listId ?? style?.listId ?? '');
    const depth = Math.min(level ?? style?.level ?? 0, deepestLevel);
    return { sign: list ? toLabel(list, depth) : '', depth };
  };
  return (paragraph: Paragraph) => {
    const style = styles.get(paragraph.styleId);
    const texts = splitLines(paragraph.words);
    if (style?.isContents || texts.length === 0) return;
    const label = findLabel(paragraph, style);
    if (isHeading(paragraph, style)) lines.add(toHeading(texts, label), 'heading');
    else if (label.sign === '') for (const text of texts) lines.add(text, 'paragraph');
    else addItem(texts, label, lines);
  };
}

/** What stands before an item, and how deep the item is set in. */
interface Label {
  readonly sign: string;
  readonly depth: number;
}

/** Lists have nine levels, 0 to 8; outlines have as many, and 9 is body text. */
const deepestLevel = 8;

const splitLines = (words: string) =>
  words
    .split('\n')
    .map((text) => text.trim())
    .filter((text) => text !== '');

const isHeading = ({ outline }: Paragraph, style: WordStyle | undefined) =>
  outline === undefined ? (style?.isHeading ?? false) : outline <= deepestLevel;

const toHeading = (texts: readonly string[], { sign }: Label) =>
  (/^\w/.test(sign) ? [sign, ...texts] : texts).join(' ');

function addItem([first = '', ...rest]: readonly string[], { sign, depth }: Label, lines: TextLines): void {
  lines.add(`${'  '.repeat(depth)}${sign} ${first}`, 'item');
  for (const text of rest) lines.add(text, 'paragraph');
}
