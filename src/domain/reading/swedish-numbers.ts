/** Numbers as people write them in running text: "15", "1 000", "fem", "ett tjugotal". */

const words: Readonly<Record<string, number>> = {
  en: 1,
  ett: 1,
  två: 2,
  tre: 3,
  fyra: 4,
  fem: 5,
  sex: 6,
  sju: 7,
  åtta: 8,
  nio: 9,
  tio: 10,
  elva: 11,
  tolv: 12,
  tretton: 13,
  fjorton: 14,
  femton: 15,
  sexton: 16,
  sjutton: 17,
  arton: 18,
  nitton: 19,
  tjugo: 20,
  tjugofem: 25,
  trettio: 30,
  trettiofem: 35,
  fyrtio: 40,
  femtio: 50,
  sextio: 60,
  sjuttio: 70,
  sjuttiofem: 75,
  åttio: 80,
  nittio: 90,
  hundra: 100,
  etthundra: 100,
  tvåhundra: 200,
  trehundra: 300,
  femhundra: 500,
  tusen: 1000,
  ettusen: 1000,
};

const ordinals: Readonly<Record<string, number>> = {
  annan: 2,
  annat: 2,
  andra: 2,
  tredje: 3,
  fjärde: 4,
  femte: 5,
  sjätte: 6,
  sjunde: 7,
  åttonde: 8,
  nionde: 9,
  tionde: 10,
  tolfte: 12,
};

const longestFirst = (all: Readonly<Record<string, number>>) =>
  Object.keys(all)
    .toSorted((a, b) => b.length - a.length)
    .join('|');

/** A fragment of a regular expression (flag `i`, `u`): digits with spaces between thousands, a word, or a rounded group. */
export const numberPattern = `(?:\\d{1,3}(?:[ \\u00a0]\\d{3})+|\\d{1,6}(?:,\\d{1,2})?|ett\\s+(?:\\d+|${longestFirst(words)})-?tal|(?:${longestFirst(words)}))`;

/** "var sjätte vecka", "vartannat år". */
export const ordinalPattern = `(?:${longestFirst(ordinals)})`;

/** In: what `numberPattern` found. Out: its value, or NaN. */
export function parseNumber(text: string): number {
  const plain = text.trim().toLocaleLowerCase('sv');
  const group = /^ett\s+(.+?)-?tal$/u.exec(plain)?.[1];
  if (group !== undefined) return parseNumber(group);
  const known = words[plain];
  if (known !== undefined) return known;
  return Number(plain.replaceAll(/[\s\u00a0]/gu, '').replace(',', '.') || Number.NaN);
}

/** In: what `ordinalPattern` found. Out: 2–12, or NaN. */
export const parseOrdinal = (text: string): number => ordinals[text.trim().toLocaleLowerCase('sv')] ?? Number.NaN;
