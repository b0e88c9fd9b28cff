import { type Attributes, type MarkupListener, readHtml } from './read-markup.ts';
import { createTextLines, type TextLine, type TextLines } from './text-lines.ts';

/** What a browser does not show, or what leads elsewhere instead of saying something. */
const silent: ReadonlySet<string> = new Set(
  'head script style noscript template svg math iframe object canvas video audio select button textarea nav footer dialog'.split(
    ' ',
  ),
);
const blocks: ReadonlySet<string> = new Set(
  'html body p div section article main header aside address blockquote figure figcaption form fieldset legend dl dt dd ul ol li table caption br thead tbody tfoot tr td th h1 h2 h3 h4 h5 h6 hr pre details summary center'.split(
    ' ',
  ),
);
const headings = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'] as const;

/** In: the source of a page. Out: what it says, as lines (see `readDocument`). Throws a refusal past the limits. */
export function readHtmlText(source: string): string {
  const page = createPage(createTextLines());
  readHtml(source, toAudible(page));
  return page.toText();
}

interface List {
  readonly ordered: boolean;
  number: number;
}

function createPage(lines: TextLines) {
  const lists: List[] = [];
  let words = '';
  let label: string | undefined;
  let kind: TextLine['kind'] = 'paragraph';
  let verbatimDepth = 0;
  const endLine = () => {
    const text = words.trim();
    words = '';
    if (text === '') return;
    const indent = '  '.repeat(Math.max(0, lists.length - 1));
    if (label === undefined) lines.add(text, kind);
    else lines.add(`${indent}${label}${text}`, 'item');
    label = undefined;
  };
  const openList = (ordered: boolean) => (attributes: Attributes) => {
    lists.push({ ordered, number: toNumber(attributes.start, 1) });
  };
  const closeList = () => {
    lists.pop();
  };
  const setKind = (next: TextLine['kind']) => () => {
    kind = next;
  };
  const openers: ActionsOfNames<(attributes: Attributes) => void> = {
    ...toEach(headings, setKind('heading')),
    pre: () => {
      verbatimDepth += 1;
    },
    ul: openList(false),
    ol: openList(true),
    li: (attributes) => {
      label = takeLabel(lists.at(-1), attributes);
    },
    tr: lines.openRow,
    td: lines.openCell,
    th: lines.openCell,
  };
  const closers: ActionsOfNames<() => void> = {
    ...toEach(headings, setKind('paragraph')),
    pre: () => {
      verbatimDepth -= 1;
    },
    ul: closeList,
    ol: closeList,
    li: () => {
      label = undefined;
    },
    tr: lines.closeRow,
    td: lines.closeCell,
    th: lines.closeCell,
  };
  return {
    open: (name: string, attributes: Attributes) => {
      if (!blocks.has(name)) return;
      endLine();
      openers[name]?.(attributes);
    },
    close: (name: string) => {
      if (!blocks.has(name)) return;
      endLine();
      closers[name]?.();
    },
    text: (piece: string) => {
      const [first = '', ...rest] =
        verbatimDepth > 0 ? piece.split(/\r\n?|\n/) : [piece.replaceAll(/[ \t\r\n\f]+/g, ' ')];
      words += first;
      for (const line of rest) {
        endLine();
        words = line;
      }
    },
    toText: () => {
      endLine();
      return lines.toText();
    },
  };
}

/** Leaves out what is silent, with all that is inside. */
function toAudible({ open, close, text }: MarkupListener): MarkupListener {
  let depth = 0;
  return {
    open: (name, attributes) => {
      if (depth > 0 || silent.has(name) || isHidden(attributes)) depth += isVoid.has(name) ? 0 : 1;
      else open(name, attributes);
    },
    close: (name) => {
      if (depth > 0) depth -= isVoid.has(name) ? 0 : 1;
      else close(name);
    },
    text: (words) => {
      if (depth === 0) text(words);
    },
  };
}

type ActionsOfNames<Action> = Readonly<Record<string, Action | undefined>>;

const toEach = <Action>(names: readonly string[], action: Action) =>
  Object.fromEntries(names.map((name) => [name, action]));

const isVoid: ReadonlySet<string> = new Set(
  'area base br col embed hr img input link meta source track wbr'.split(' '),
);

const isHidden = (attributes: Attributes) =>
  'hidden' in attributes ||
  attributes['aria-hidden'] === 'true' ||
  /(^|;)\s*display\s*:\s*none/i.test(attributes.style ?? '');

function takeLabel(list: List | undefined, attributes: Attributes): string {
  if (!list?.ordered) return '• ';
  const number = toNumber(attributes.value, list.number);
  list.number = number + 1;
  return `${number}. `;
}

const toNumber = (text: string | undefined, otherwise: number) =>
  text !== undefined && /^\s*-?\d{1,6}\s*$/.test(text) ? Number(text) : otherwise;
