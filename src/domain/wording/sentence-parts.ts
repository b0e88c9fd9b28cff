/** Grammar that sentences with figures need: plurals, lists, names inside a sentence. */
import type { InLanguages, Language } from './locale.ts';
import { formatCount, formatNumber } from './numbers.ts';

const andWord: InLanguages<string> = { sv: 'och', en: 'and' };

/** In: parts. Out: `a`, `a och b`, `a, b och c`; empty for none. */
export function joinList(parts: readonly string[], language: Language): string {
  const last = parts.at(-1) ?? '';
  if (parts.length < 2) return last;
  return `${parts.slice(0, -1).join(', ')} ${andWord[language]} ${last}`;
}

/** In: parts and how many to name. Out: a list that ends in `och 2 till` when there are more. */
export function joinFirst(parts: readonly string[], most: number, language: Language): string {
  if (parts.length <= most) return joinList(parts, language);
  const more = formatCount(parts.length - most);
  return joinList([...parts.slice(0, most), language === 'sv' ? `${more} till` : `${more} more`], language);
}

/** In: a sentence. Out: with a capital first letter. */
export const capitalise = (text: string): string => text.charAt(0).toLocaleUpperCase('sv-SE') + text.slice(1);

const placeEnding = /(?:köping|borg|holm|fors|sjö|dal|hamn|sund|vik|tuna|torp|by)s?$/;
/** Common nouns of the trade that end like a place. */
const notPlaces = new Set(['lobby', 'hobby', 'grannby', 'badsjö']);

/**
 * A short name as it stands inside a sentence.
 * In: a goal's or an activity's short name. Out: with a small first letter, unless the first word looks like an
 * acronym ("ANDT-möten", "A-traktorer"), a number, or a proper name ("Torsby centrum", "Stora Torget").
 */
export function toInlineName(name: string): string {
  const [first = '', second = ''] = name.trim().split(/\s+/);
  const rest = first.slice(1);
  if (/[\p{Lu}\d]/u.test(rest) || /^.-/u.test(first)) return name;
  if (/^\p{Lu}\p{Ll}/u.test(second)) return name;
  const lower = first.toLocaleLowerCase('sv-SE');
  if (first.length > 4 && placeEnding.test(lower) && !notPlaces.has(lower)) return name;
  return name.charAt(0).toLocaleLowerCase('sv-SE') + name.slice(1);
}

/** In: a name. Out: its genitive: `Polisens`, `Borås`; English `the police's`. */
export function toGenitive(name: string, language: Language): string {
  if (language === 'en') return /s$/i.test(name) ? `${name}’` : `${name}’s`;
  return /[sxz]$/i.test(name) ? name : `${name}s`;
}

const numerals: InLanguages<readonly string[]> = {
  sv: ['noll', 'ett', 'två', 'tre', 'fyra', 'fem', 'sex', 'sju', 'åtta', 'nio', 'tio', 'elva', 'tolv'],
  en: ['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'],
};

/** In: a whole number. Out: a word up to twelve (neuter in Swedish, as in "ett mål"), figures above. */
export const toNumeral = (count: number, language: Language): string => numerals[language][count] ?? formatCount(count);

/** In: a count and the two forms of a word. Out: the form that the count takes. */
export const plural = (count: number, one: string, many: string): string => (count === 1 ? one : many);

/** Endings of the trade's countable words, plural → singular. The longest match wins. */
const singularEndings: readonly (readonly [string, string])[] = [
  ['kontroller', 'kontroll'],
  ['patruller', 'patrull'],
  ['insatser', 'insats'],
  ['aktiviteter', 'aktivitet'],
  ['tillfällen', 'tillfälle'],
  ['möten', 'möte'],
  ['ärenden', 'ärende'],
  ['träffar', 'träff'],
  ['vandringar', 'vandring'],
  ['ningar', 'ning'],
  ['personer', 'person'],
  ['individer', 'individ'],
  ['platser', 'plats'],
  ['timmar', 'timme'],
  ['dagar', 'dag'],
  ['gånger', 'gång'],
  ['steg', 'steg'],
  ['skolor', 'skola'],
  ['klasser', 'klass'],
  ['lektioner', 'lektion'],
  ['aktioner', 'aktion'],
  ['dialoger', 'dialog'],
  ['kampanjer', 'kampanj'],
  ['rapporter', 'rapport'],
  ['ungdomar', 'ungdom'],
  ['elever', 'elev'],
  ['medborgare', 'medborgare'],
];

const prepositions = new Set(['i', 'på', 'med', 'av', 'mot', 'för', 'vid', 'till', 'per', 'om', 'hos', 'kring']);

/**
 * A unit as written by people ("trafikkontroller") in the form the count takes.
 * In: a count and a unit in plural. Out: singular for 1 where the word is a known one, else as written:
 * a wrong guess would read worse than a plural. Units are the users' own words and stay Swedish in English too.
 */
export function toUnit(count: number, unit: string): string {
  if (count !== 1) return unit;
  const [head = '', next] = unit.split(' ');
  // "lagförda personer": the adjective would have to follow, so only a noun that comes first is bent.
  if (next !== undefined && !prepositions.has(next)) return unit;
  const found = singularEndings.find(([ending]) => head.toLocaleLowerCase('sv-SE').endsWith(ending));
  if (!found) return unit;
  return (
    head.slice(0, head.length - found[0].length) +
    matchCase(head.slice(-found[0].length), found[1]) +
    unit.slice(head.length)
  );
}

const matchCase = (original: string, replacement: string): string =>
  /^\p{Lu}/u.test(original) ? capitalise(replacement) : replacement;

/** In: a count and a unit. Out: `3 trafikkontroller`, `1 trafikkontroll`. */
export const formatAmount = (count: number, unit: string): string =>
  `${formatNumber(count)} ${toUnit(count, unit)}`.trimEnd();

/** In: texts, some of them empty or undefined. Out: one paragraph of the others. */
export const joinSentences = (...sentences: readonly (string | undefined)[]): string =>
  sentences.filter(Boolean).join(' ');
