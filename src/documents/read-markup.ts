import { Parser } from 'htmlparser2';
import { deepestMarkup, deepestPage, longestAttribute } from './reading-limits.ts';
import { Refusal } from './refusal.ts';

export type Attributes = Readonly<Record<string, string>>;

/** What is told while markup is read from front to back. Text comes in pieces. */
export interface MarkupListener {
  readonly open: (name: string, attributes: Attributes) => void;
  readonly close: (name: string) => void;
  readonly text: (words: string) => void;
}

type Actions<Action> = Readonly<Record<string, Action | undefined>>;

/** Listens to the elements that have an action. A file may name its elements as it likes: only ours are looked up. */
export function listenTo(
  openers: Actions<(attributes: Attributes) => void>,
  closers: Actions<() => void> = {},
  text: (words: string) => void = () => undefined,
): MarkupListener {
  return {
    open: (name, attributes) => {
      if (Object.hasOwn(openers, name)) openers[name]?.(attributes);
    },
    close: (name) => {
      if (Object.hasOwn(closers, name)) closers[name]?.();
    },
    text,
  };
}

/**
 * Reads the XML of an office file as a stream; names are told without their prefix.
 * No entity is known but XML's own five. A document type has no place in such a file, nor has an element that is never
 * closed: the file is damaged. In: bytes in UTF-8 or UTF-16, as they say themselves. Throws a refusal.
 */
export function readXml(bytes: Uint8Array, listener: MarkupListener): void {
  const { open, close, text } = guardDepth(listener, deepestMarkup);
  // An element without content is closed by itself, right where it was opened; any other that is was cut off.
  let isJustOpened = false;
  let isEnded = false;
  let isEmpty = true;
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        isJustOpened = true;
        isEmpty = false;
        open(toLocalName(name), toLocalNames(attributes));
      },
      onclosetag: (name, isImplied) => {
        if (isImplied && (isEnded || !isJustOpened)) throw new Refusal('damaged');
        isJustOpened = false;
        close(toLocalName(name));
      },
      ontext: (words) => {
        isJustOpened = false;
        text(words);
      },
      onprocessinginstruction: (name) => {
        if (name.startsWith('!')) throw new Refusal('damaged');
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.write(decodeXml(bytes));
  isEnded = true;
  parser.end();
  if (isEmpty) throw new Refusal('damaged');
}

/** Reads HTML as a stream, forgiving as browsers are; names are in lower case. Throws a refusal past the limits. */
export function readHtml(source: string, listener: MarkupListener): void {
  const { open, close, text } = guardDepth(listener, deepestPage);
  const parser = new Parser(
    { onopentag: open, onclosetag: close, ontext: text },
    { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  );
  parser.end(source);
}

function guardDepth({ open, close, text }: MarkupListener, deepest: number): MarkupListener {
  let depth = 0;
  return {
    open: (name, attributes) => {
      depth += 1;
      if (depth > deepest) throw new Refusal('damaged');
      for (const key in attributes) if ((attributes[key] ?? '').length > longestAttribute) throw new Refusal('damaged');
      open(name, attributes);
    },
    close: (name) => {
      depth -= 1;
      close(name);
    },
    text,
  };
}

const toLocalName = (name: string) => name.slice(name.indexOf(':') + 1);

function toLocalNames(attributes: Attributes): Attributes {
  // The million cells of a sheet have no prefixes, and need no copy.
  if (!Object.keys(attributes).some((key) => key.includes(':'))) return attributes;
  const local: Record<string, string> = Object.create(null);
  for (const key in attributes) local[toLocalName(key)] = attributes[key] ?? '';
  return local;
}

function decodeXml(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return new TextDecoder().decode(bytes);
}
