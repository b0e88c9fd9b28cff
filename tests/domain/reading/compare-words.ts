/** When two ways of saying the same thing are the same: for judging the reader against what people wrote down. */

const filler = new Set([
  'och',
  'att',
  'för',
  'med',
  'som',
  'den',
  'det',
  'ska',
  'till',
  'vid',
  'på',
  'av',
  'en',
  'ett',
  'om',
  'i',
  'de',
]);

export const toWords = (text: string): string[] =>
  text
    .toLocaleLowerCase('sv')
    .replaceAll(/-\s+(?=\p{Ll})/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');

/** 0–1: the share of words that two texts have in common, counted once each. */
export function likeness(a: string, b: string): number {
  const [left, right] = [toWords(a), toWords(b)];
  const rest = [...right];
  const common = left.filter((word) => {
    const at = rest.indexOf(word);
    if (at >= 0) rest.splice(at, 1);
    return at >= 0;
  }).length;
  return left.length + right.length === 0 ? 0 : (2 * common) / (left.length + right.length);
}

/** 0–1: how much of the shorter text is in the longer. */
export function containment(a: string, b: string): number {
  const [left, right] = [toWords(a), toWords(b)];
  const [short, long] = left.length <= right.length ? [left, right] : [right, left];
  const rest = [...long];
  const common = short.filter((word) => {
    const at = rest.indexOf(word);
    if (at >= 0) rest.splice(at, 1);
    return at >= 0;
  }).length;
  return short.length === 0 ? 0 : common / short.length;
}

/** Whether two names or units share a word of some length, endings and composition aside. */
export const sharesWord = (a: string, b: string): boolean => {
  const stems = (text: string) =>
    toWords(text)
      .filter((word) => !filler.has(word))
      .map((word) => word.slice(0, 6));
  const right = stems(b);
  return (
    stems(a).some((word) =>
      right.some((other) => other.includes(word.slice(0, 5)) || word.includes(other.slice(0, 5))),
    ) || tails(a).some((tail) => tails(b).includes(tail))
  );
};

/** "trafikkontroller" and "kontroller": the end of a compound is its noun. */
const tails = (text: string): string[] =>
  toWords(text)
    .filter((word) => word.length > 5)
    .map((word) => word.replace(/(?:erna|arna|orna|en|et|er|ar|or|n)$/u, '').slice(-6));

/** The same name for police, municipality and others, however they are written. */
export function toPartyKey(name: string): string {
  const plain = name.toLocaleLowerCase('sv');
  if (/^(?:lokal)?polis(?:e|en|ens|myndigheten|området)?$|lokalpolisområde|^lpo |^polisen i /u.test(plain))
    return 'polis';
  if (/^kommun(?:en|erna|er)?$|\s(?:kommun|stad)$|^staden$/u.test(plain)) return 'kommun';
  return plain.replace(/(?:ens|en|erna|arna|et|n)$/u, '').slice(0, 12);
}

/** Pairs each wanted with the best found that is good enough, each used once. */
export function pairUp<A, B>(
  wanted: readonly A[],
  found: readonly B[],
  score: (a: A, b: B) => number,
  least: number,
): Map<A, B> {
  const all = wanted
    .flatMap((a) => found.map((b) => ({ a, b, value: score(a, b) })))
    .filter(({ value }) => value >= least);
  const pairs = new Map<A, B>();
  const used = new Set<B>();
  for (const { a, b } of all.toSorted((x, y) => y.value - x.value)) {
    if (pairs.has(a) || used.has(b)) continue;
    pairs.set(a, b);
    used.add(b);
  }
  return pairs;
}
