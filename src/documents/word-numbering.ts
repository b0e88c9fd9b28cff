import { listenTo, readXml } from './read-markup.ts';

/** How one level of a list is written: its format, its pattern (`%1.%2`) and the number it begins with. */
export interface ListLevel {
  readonly format: string;
  readonly pattern: string;
  readonly start: number;
}

export interface WordList {
  /** Lists of the same number go on counting where the other stopped. */
  readonly series: string;
  readonly levels: ReadonlyMap<number, ListLevel>;
}

type Levels = Map<number, ListLevel>;
interface Override {
  readonly start: number | undefined;
  readonly level: number;
}

/** In: `numbering.xml` of a Word file. Out: its lists by their number. Throws a refusal. */
export function readWordLists(bytes: Uint8Array): ReadonlyMap<string, WordList> {
  const abstracts = new Map<string, Levels>();
  const lists = new Map<string, { abstract: string; overrides: Override[] }>();
  let levels: Levels | undefined;
  let level = 0;
  let list: { abstract: string; overrides: Override[] } | undefined;
  const change = (part: Partial<ListLevel>) => {
    const before = levels?.get(level) ?? { format: 'decimal', pattern: '', start: 1 };
    levels?.set(level, { ...before, ...part });
  };
  const listener = listenTo({
    abstractNum: ({ abstractNumId = '' }) => {
      levels = new Map();
      abstracts.set(abstractNumId, levels);
    },
    lvl: ({ ilvl }) => {
      level = Number(ilvl) || 0;
    },
    numFmt: ({ val = 'decimal' }) => change({ format: val }),
    lvlText: ({ val = '' }) => change({ pattern: val }),
    start: ({ val }) => change({ start: toCount(val) }),
    num: ({ numId = '' }) => {
      levels = undefined;
      list = { abstract: '', overrides: [] };
      lists.set(numId, list);
    },
    abstractNumId: ({ val = '' }) => {
      if (list) list.abstract = val;
    },
    lvlOverride: ({ ilvl }) => {
      level = Number(ilvl) || 0;
    },
    startOverride: ({ val }) => list?.overrides.push({ level, start: toCount(val) }),
  });
  readXml(bytes, listener);
  return new Map(
    [...lists].map(([id, { abstract, overrides }]) => {
      const own = new Map(abstracts.get(abstract) ?? []);
      for (const { level: at, start } of overrides) {
        const before = own.get(at);
        if (before && start !== undefined) own.set(at, { ...before, start });
      }
      return [id, { series: overrides.length > 0 ? `num ${id}` : `abstract ${abstract}`, levels: own }];
    }),
  );
}

const toCount = (text: string | undefined) => (text !== undefined && /^\d{1,6}$/.test(text) ? Number(text) : 1);

/** What is asked, item by item from the top of the text: the label that a reader sees before the item. */
export type LabelItem = (list: WordList, level: number) => string;

/** Counts the lists of one text. */
export function createItemLabels(): LabelItem {
  const counts = new Map<string, Map<number, number>>();
  return ({ series, levels }, level) => {
    const format = levels.get(level);
    if (!format || format.format === 'bullet') return '•';
    if (format.format === 'none') return '';
    const numbers = counts.get(series) ?? new Map<number, number>();
    counts.set(series, numbers);
    numbers.set(level, (numbers.get(level) ?? format.start - 1) + 1);
    for (const deeper of [...numbers.keys()]) if (deeper > level) numbers.delete(deeper);
    const label = format.pattern.replaceAll(/%([1-9])/g, (_, place) => {
      const at = Number(place) - 1;
      const number = numbers.get(at) ?? levels.get(at)?.start ?? 1;
      return toNumeral(number, levels.get(at)?.format ?? 'decimal');
    });
    return /^\S{1,12}$/.test(label) ? label : `${toNumeral(numbers.get(level) ?? 1, format.format)}.`;
  };
}

function toNumeral(number: number, format: string): string {
  if (format === 'lowerLetter') return toLetters(number);
  if (format === 'upperLetter') return toLetters(number).toUpperCase();
  if (format === 'lowerRoman') return toRoman(number);
  if (format === 'upperRoman') return toRoman(number).toUpperCase();
  return String(number);
}

/** After z comes aa, then bb, as Word writes it. */
const toLetters = (number: number) =>
  number < 1 || number > 260
    ? String(number)
    : String.fromCharCode(97 + ((number - 1) % 26)).repeat(Math.ceil(number / 26));

const romans = [
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
] as const;

function toRoman(number: number): string {
  if (number < 1 || number > 399) return String(number);
  let rest = number;
  let written = '';
  for (const [value, sign] of romans) for (; rest >= value; rest -= value) written += sign;
  return written;
}
