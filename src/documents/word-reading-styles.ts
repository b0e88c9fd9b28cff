import { listenTo, readXml } from './read-markup.ts';

/** What a style of paragraphs says about the place of a paragraph in its text. */
export interface WordStyle {
  readonly isHeading: boolean;
  /** Lines of a table of contents repeat what stands further down. */
  readonly isContents: boolean;
  readonly listId: string | undefined;
  readonly level: number | undefined;
}

interface OpenStyle {
  name: string;
  basedOn: string | undefined;
  outline: number | undefined;
  listId: string | undefined;
  level: number | undefined;
}

/** Word's own styles keep their English name in the file, whatever the language; other programs translate it. */
const headingName = /^(heading|rubrik|title|titel|subtitle|underrubrik)\s*\d?$/i;
const contentsName = /^(toc|inneh.ll|table of contents)\s*(\d|heading)?$/i;
/** Outline levels are 0 to 8; 9 is body text. */
const bodyLevel = 9;
const longestFamily = 20;

/** In: `styles.xml` of a Word file. Out: its styles by id. Throws a refusal. */
export function readWordStyles(bytes: Uint8Array): ReadonlyMap<string, WordStyle> {
  const styles = new Map<string, OpenStyle>();
  let style: OpenStyle | undefined;
  const openers: Parameters<typeof listenTo>[0] = {
    style: ({ styleId = '' }) => {
      style = { name: '', basedOn: undefined, outline: undefined, listId: undefined, level: undefined };
      styles.set(styleId, style);
    },
    name: ({ val = '' }) => {
      if (style) style.name = val;
    },
    basedOn: ({ val }) => {
      if (style) style.basedOn = val;
    },
    outlineLvl: ({ val }) => {
      if (style) style.outline = Number(val);
    },
    numId: ({ val }) => {
      if (style) style.listId = val;
    },
    ilvl: ({ val }) => {
      if (style) style.level = Number(val) || 0;
    },
  };
  const closeStyle = () => {
    style = undefined;
  };
  readXml(bytes, listenTo(openers, { style: closeStyle }));
  return new Map([...styles.keys()].map((id) => [id, toStyle(listFamily(id, styles))]));
}

/** A style, the one it is based on, and so on. A circle ends where it began. */
function listFamily(id: string, styles: ReadonlyMap<string, OpenStyle>): readonly OpenStyle[] {
  const family: OpenStyle[] = [];
  for (let style = styles.get(id); style && family.length < longestFamily; style = styles.get(style.basedOn ?? ''))
    family.push(style);
  return family;
}

function toStyle(family: readonly OpenStyle[]): WordStyle {
  const outline = family.find((style) => style.outline !== undefined)?.outline;
  return {
    isHeading: outline === undefined ? family.some(({ name }) => headingName.test(name)) : outline < bodyLevel,
    isContents: family.some(({ name }) => contentsName.test(name)),
    listId: family.find(({ listId }) => listId !== undefined)?.listId,
    level: family.find(({ level }) => level !== undefined)?.level,
  };
}
