/** Where a text has become more than a text in a file: compared with the same file of harmless texts. */
import { Parser } from 'htmlparser2';
import { openOfficeFile } from '#tests/documents/open-office-file.ts';
import type { XmlNode } from '#tests/documents/parse-xml.ts';
import { endsItsDirections } from './ends-its-directions.ts';
import type { writeEverything } from './write-everything.ts';

type Files = Awaited<ReturnType<typeof writeEverything>>;

/** In: files of harmless texts, and the same of hostile ones. Out: what must not be. */
export function findBreakouts(harmless: Files, hostile: Files): readonly string[] {
  return [
    ...compare('the public page', listHtml(harmless.html), listHtml(hostile.html)),
    ...(['word', 'wordMemo', 'excel', 'slides'] as const).flatMap((name) =>
      compare(name, listOffice(harmless[name]), listOffice(hostile[name])),
    ),
    ...compare('the calendar', listCalendar(harmless.calendar), listCalendar(hostile.calendar)),
    ...findBrokenJson(hostile),
    ...findTurning(hostile.report, 'the report'),
    ...findTurning(hostile.memo, 'the memo'),
    ...findTurning(hostile.facts, 'the public facts'),
  ];
}

/** What is in the second and not in the first: a tag, an attribute, an address, a line. */
const compare = (name: string, first: readonly string[], second: readonly string[]): readonly string[] => {
  const known = new Set(first);
  return [...new Set(second.filter((one) => !known.has(one)))].map((one) => `${name} has ${one.slice(0, 200)}`);
};

/** Elements with their attributes' names, and the beginnings of addresses. */
function listHtml(html: string): readonly string[] {
  const found: string[] = [];
  const parser = new Parser({
    onopentag: (name, attributes) => {
      found.push(`<${name} ${Object.keys(attributes).sort().join(' ')}>`);
      const { href, src, class: kind } = attributes;
      if (href !== undefined) found.push(`to ${/^[a-z]+:/.exec(href)?.[0] ?? href.charAt(0)}`);
      if (src !== undefined || kind !== undefined) found.push(`${src} ${kind}`);
    },
    oncomment: () => found.push('a comment'),
    onprocessinginstruction: (name) => found.push(`instruction ${name}`),
  });
  parser.end(html);
  return found;
}

/** Parts, and in each of them the elements with their attributes' names. A part that is no XML throws. */
function listOffice(bytes: Uint8Array): readonly string[] {
  const file = openOfficeFile(bytes);
  return file.names.flatMap((name) => {
    const kind = name.replaceAll(/\d+/g, '');
    if (!/\.(xml|rels)$/.test(name)) return [kind];
    return [kind, ...listElements(file.xml(name)).map((element) => `${element} in ${kind}`)];
  });
}

const listElements = (node: XmlNode): readonly string[] => [
  `<${node.name}>`,
  ...node.children.flatMap((child) => (typeof child === 'string' ? [] : listElements(child))),
];

/** Names of properties, in lines put together again. */
const listCalendar = (text: string): readonly string[] =>
  text
    .replaceAll(/\r\n[ \t]/g, '')
    .split('\r\n')
    .map((line) => (/^(BEGIN|END|ACTION|ATTACH)/.test(line) ? line : (/^[^:;]*/.exec(line)?.[0] ?? '')));

const findBrokenJson = ({ json, dcat, facts }: Files): readonly string[] => {
  const { versions: _versions, ...read } = JSON.parse(json) as Record<string, unknown>;
  const isSame = JSON.stringify(read) === JSON.stringify(facts);
  return [
    ...(isSame ? [] : ['the JSON is not the facts']),
    ...(Object.keys(JSON.parse(dcat)).includes('@id') ? [] : ['the metadata are broken']),
  ];
};

function findTurning(value: unknown, name: string): readonly string[] {
  if (typeof value === 'string')
    return endsItsDirections(value) ? [] : [`${name} turns words: ${JSON.stringify(value.slice(0, 200))}`];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap((part) => findTurning(part, name));
}
