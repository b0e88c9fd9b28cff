export interface XmlNode {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlNode | string)[];
}

interface OpenNode extends XmlNode {
  readonly children: (XmlNode | string)[];
}

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** A strict reader: what is not well formed throws, for a word processor refuses the file, too. */
export function parseXml(text: string): XmlNode {
  const root: OpenNode = { name: '', attributes: {}, children: [] };
  const open = [root];
  const token =
    /<\?[^>]*\?>|<!--[\s\S]*?-->|<\/([\w:.-]+)\s*>|<([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|([^<]+)/gy;
  let end = 0;
  for (let match = token.exec(text); match; match = token.exec(text)) {
    end = token.lastIndex;
    takeToken(match, open);
  }
  if (end !== text.length) throw new Error(`Not well formed at ${end}: ${text.slice(end, end + 80)}`);
  if (open.length !== 1) throw new Error(`Never closed: ${open.at(-1)?.name}`);
  const [first] = root.children.filter((child) => typeof child !== 'string');
  if (!first) throw new Error('Nothing inside');
  return first;
}

function takeToken([, closed, name, attributes = '', empty, words]: RegExpExecArray, open: OpenNode[]): void {
  const parent = open.at(-1);
  if (!parent) throw new Error('Closed more than was open');
  if (words !== undefined) parent.children.push(decode(words));
  if (closed !== undefined && open.pop()?.name !== closed)
    throw new Error(`${closed} is closed, ${parent.name} is open`);
  if (name === undefined) return;
  const node: OpenNode = { name, attributes: readAttributes(attributes), children: [] };
  parent.children.push(node);
  if (!empty) open.push(node);
}

const readAttributes = (text: string) =>
  Object.fromEntries(
    [...text.matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map(([, name, a, b]) => [
      name,
      decode(a ?? b ?? ''),
    ]),
  );

const decode = (text: string) =>
  text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));|&/gi, (whole, hex, decimal, name) => {
    if (hex) return String.fromCodePoint(Number.parseInt(hex, 16));
    if (decimal) return String.fromCodePoint(Number(decimal));
    const known = entities[name];
    if (known === undefined) throw new Error(`Unknown entity ${whole}`);
    return known;
  });

/** Every node of that name below, in the order of the text. */
export const findAll = (node: XmlNode, name: string): readonly XmlNode[] =>
  node.children.flatMap((child) => {
    if (typeof child === 'string') return [];
    return child.name === name ? [child, ...findAll(child, name)] : findAll(child, name);
  });

export const textOf = (node: XmlNode): string =>
  node.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
