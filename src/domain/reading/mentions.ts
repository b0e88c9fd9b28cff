/** Who is named in a text: police, municipality, their units, companies, schools, associations. */
import type { PartyKind } from '#domain/records/party.ts';
import { findMunicipality, guessNominative } from './municipality-names.ts';

export interface Mention {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly kind: PartyKind;
  /** What it names, in small letters and without its ending: mentions with the same key are the same party. */
  readonly key: string;
  readonly isGenitive: boolean;
  /** The name of the municipality in "Marks kommun". */
  readonly municipality?: string;
  /** The name of the police area in "Lokalpolisområde Borås". */
  readonly area?: string;
}

const edge = '(?<![A-Za-zÀ-ž\\d])';
const stop = '(?![A-Za-zÀ-ž\\d]|-[A-Za-zÀ-ž])';
const properName = `[A-ZÀ-Þ][A-Za-zÀ-ž'’]+(?:-[A-ZÀ-Þ]?[A-Za-zÀ-ž]+)*`;
const areaName = `(?:(?:norra|södra|östra|västra|mellersta|nordvästra|nordöstra|sydvästra|sydöstra|centrala)[ \\t]+)?${properName}(?:/\\s?${properName})*(?:[ \\t]+(?:${properName}|syd|nord|väst|öst|nordost|nordväst|sydost|sydväst|centrum|city|kust|län)(?![ \\t]+(?:kommun|stad)\\b))?(?:[-/–]\\s?${properName})?`;

interface Pattern {
  readonly kind: PartyKind;
  readonly key?: string;
  readonly pattern: RegExp;
  /** Looked for in the text as it is; the others in its small letters, which is faster than minding no case. */
  readonly isCased: boolean;
}

const toPattern = (source: string): RegExp => new RegExp(`${edge}(?:${source})${stop}`, 'gu');
const named = (source: string) => ({ pattern: toPattern(source), isCased: false });
const cased = (source: string) => ({ pattern: toPattern(source), isCased: true });

/** The first that matches at a place wins. */
const patterns: readonly Pattern[] = [
  {
    kind: 'police',
    key: 'area',
    ...cased(`(?:[Ll]okalpolisområdet?|LPO|[Pp]olisområdet?)\\s+${areaName}`),
  },
  { kind: 'police', key: 'area', ...cased(`${properName}\\s+lokalpolisområde`) },
  {
    kind: 'municipality',
    key: 'named',
    ...cased(`(?:${properName}\\s)?${properName}\\s+(?:[Kk]ommuns?|[Ss]tads?)`),
  },
  { kind: 'police', key: 'områdespolis', ...named('områdespolis(?:en|erna|er)?') },
  { kind: 'police', key: 'kommunpolis', ...named('kommunpolis(?:en|erna|er)?') },
  { kind: 'police', key: 'utryckningspolis', ...named('utryckningspolis(?:en)?') },
  { kind: 'police', key: 'trafikpolis', ...named('trafikpolis(?:en)?') },
  {
    kind: 'police',
    key: 'polis',
    ...named('(?:när)?polise?n?s?|poliser|polismyndighetens?|lokalpolisens?|lokalpolisområdets?'),
  },
  { kind: 'municipality', key: 'kommun', ...named('båda\\s+kommunerna|kommun(?:en|erna|er)?s?|staden') },
  {
    kind: 'social-services',
    key: 'socialtjänst',
    ...named('socialtjänst(?:en)?s?|individ- och familjeomsorg(?:en)?'),
  },
  {
    kind: 'school',
    key: 'skola',
    ...named('skola(?:n|ns)?|skolor(?:na|nas)?|grundskol(?:a|an|or|orna)|gymnasieskolan?|elevhälsan'),
  },
  {
    kind: 'leisure',
    key: 'fritid',
    ...named(
      'fritid(?:en)?|fritidsgård(?:en|ar|arna)|fritidsverksamhet(?:en|er|erna)?|fältgruppen|fältarna|fältassistenterna|fältsekreterarna|ungdomsgården',
    ),
  },
  {
    kind: 'municipal-unit',
    ...named(
      '(?:tekniska|gatu|park|kultur|fritids|bygg|miljö)[a-zß-ÿ-]*\\s+(?:avdelningen|förvaltningen|kontoret|nämnden)',
    ),
  },
  {
    kind: 'municipal-unit',
    ...named(
      '(?:stadsdels|social|utbildnings|skol|samhällsbyggnads|stadsbyggnads|kultur-\\s+och\\s+fritids|fritids-\\s+och\\s+kultur|barn-\\s+och\\s+utbildnings|barn-\\s+och\\s+ungdoms|kultur|teknik|tekniska\\s+|gatu-\\s+och\\s+park|omsorgs|miljö|bildnings|fritids)förvaltning(?:en|ens)?',
    ),
  },
  { kind: 'municipal-unit', ...cased('[A-ZÀ-Þ][a-zß-ÿ]+s\\s+stadsdelsförvaltning') },
  {
    kind: 'municipal-unit',
    ...named(
      '(?:trafik|gatu|fastighets|miljö|stadsbyggnads|säkerhets|kommunlednings|räddnings|samhällsbyggnads|exploaterings|park)kontoret|(?:social|skol|bygg|kultur|fritids|utbildnings|tekniska\\s+|räddnings)nämnden',
    ),
  },
  {
    kind: 'other',
    key: 'räddningstjänst',
    ...cased('[Rr]äddningstjänst(?:en|ens)?(?:\\s+[A-ZÀ-Þ][a-zß-ÿ]+)?'),
  },
  { kind: 'region', ...cased(`[Rr]egion\\s+${properName}(?:\\s+[A-ZÀ-Þ][a-zß-ÿ]+)?|[Rr]egionen`) },
  {
    kind: 'housing-company',
    ...cased(
      `(?:${properName}\\s+)?[Bb]ostads(?:\\s+AB|\\s?bolag(?:et)?)(?:\\s+(?!har|ska|kommer|lovar|och)${properName})?|${properName}s?\\s*[Bb]ostäder(?:\\s+AB)?|${properName}\\s+(?:Bostads|Fastighets)\\s+AB|[A-ZÀ-Þ][a-zß-ÿ]{2,}(?:hem|bostäder|byggen)(?:\\s+AB)?|AB\\s+[A-ZÀ-Þ][a-zß-ÿ]+(?:hem|bostäder)`,
    ),
  },
  { kind: 'housing-company', ...named('fastighetsägar(?:na|e)|hyresvärdar(?:na)?|bostadsbolag(?:en)?') },
  { kind: 'business', ...cased(`(?:${properName}\\s+){1,3}(?:Fastigheter\\s+)?AB`) },
  { kind: 'business', ...named('handlarna|butiksägarna|krögarna|näringsidkarna|företagarna') },
  { kind: 'association', ...cased(`[Ff]öreningen\\s+${properName}`) },
  {
    kind: 'association',
    ...named(
      `nattvandrarna|brottsofferjouren|köpmannaföreningen|idrottsföreningarna|föreningarna|villaägareföreningarna|pensionärsföreningarna|handelsföreningen|företagarföreningen|centrumföreningen|föreningslivet`,
    ),
  },
  {
    kind: 'other',
    ...named(
      'länsstyrelsen|tullverket|kustbevakningen|kriminalvården|trafikverket|(?:andra|övriga)\\s+berörda\\s+aktörer',
    ),
  },
];

/** The text that was searched last, with what was found: a text is searched once, and its parts are asked for many times. */
let searched: { readonly flat: string; readonly mentions: readonly Mention[] } = { flat: '', mentions: [] };

/** In: a flattened text and a part of it. Out: who is named there, in order, none over another. */
export function findMentions(flat: string, start = 0, end = flat.length): Mention[] {
  if (searched.flat !== flat) searched = { flat, mentions: searchAll(flat) };
  const { mentions } = searched;
  const inside: Mention[] = [];
  for (let at = firstFrom(mentions, start); at < mentions.length; at += 1) {
    const mention = mentions[at];
    if (!mention || mention.start >= end) break;
    if (mention.end <= end) inside.push(mention);
  }
  return inside;
}

function searchAll(flat: string): Mention[] {
  const taken = new Uint8Array(flat.length);
  const found: Mention[] = [];
  const small = toSmallLetters(flat);
  for (const { kind, key, pattern, isCased } of patterns) {
    for (const match of (isCased ? flat : small).matchAll(pattern)) {
      const written = flat.slice(match.index, match.index + match[0].length);
      const mention = toMention(written, match.index, kind, key);
      if (!mention || taken[mention.start] || taken[mention.end - 1]) continue;
      taken.fill(1, mention.start, mention.end);
      found.push(mention);
    }
  }
  return found.toSorted((a, b) => a.start - b.start);
}

/** The same length always: a few foreign letters become two when they become small, and stay as they are. */
function toSmallLetters(flat: string): string {
  const small = flat.toLocaleLowerCase('sv');
  return small.length === flat.length ? small : flat;
}

/** The first that begins at an offset or after it, by halving. */
function firstFrom(mentions: readonly Mention[], start: number): number {
  let [low, high] = [0, mentions.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((mentions[middle]?.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

function toMention(text: string, start: number, kind: PartyKind, key: string | undefined): Mention | undefined {
  if (key === 'named') return toMunicipality(text, start);
  const shared = { start, end: start + text.length, text, kind };
  const plain = text.toLocaleLowerCase('sv').replaceAll(/\s+/gu, ' ');
  if (key === 'area') {
    const area = plain.replace(/^(?:lokalpolisområdet?|lpo|polisområdet?)\s+|\s+lokalpolisområde$/u, '');
    return { ...shared, key: `polis ${area}`, isGenitive: false, area: toAreaName(text) };
  }
  const isGenitive =
    /(?:ens|ets|ns|ernas)$/u.test(plain) && !plain.endsWith('räddningstjänst') && key !== 'områdespolis';
  return { ...shared, key: key ?? plain.replace(/s$/u, ''), isGenitive };
}

const toAreaName = (text: string): string => text.replaceAll(/\s+/gu, ' ').trim();

/** "Under Borås Stad": words of the sentence before the name are left out. */
function toMunicipality(text: string, start: number): Mention | undefined {
  const words = [...text.matchAll(/\S+/gu)];
  const last = words.at(-1);
  const before = words.slice(0, -1).map(([word]) => word);
  if (!last || before.length === 0) return undefined;
  const isGenitive = /s$/iu.test(last[0]);
  const whole = findMunicipality(before.join(' '));
  const alone = findMunicipality(before.at(-1) ?? '');
  const from = whole || before.length === 1 ? 0 : (words.at(-2)?.index ?? 0);
  const municipality = whole ?? alone ?? guessNominative(before.at(-1) ?? '');
  if (/^(?:I|Vår|En|Den|Alla|Varje|Trygg|Säker|Polisen)$/u.test(municipality)) return undefined;
  const end = start + text.length - (isGenitive ? 1 : 0);
  return {
    start: start + from,
    end,
    text: text.slice(from, text.length - (isGenitive ? 1 : 0)),
    kind: 'municipality',
    key: `kommun ${municipality.toLocaleLowerCase('sv')}`,
    isGenitive,
    municipality,
  };
}

/** Nobody lists more parties than this. */
const longestList = 14;
const between =
  /^\s*(?:,|och|samt|&|\/|eller|jämte|,\s*(?:och|samt)|(?:,\s*)?(?:tillsammans|ihop|gemensamt|i\s+(?:nära\s+)?sam(?:verkan|arbete|råd))\s+med)\s*(?:den\s+|andra\s+|övriga\s+)?$/iu;

/** A list of parties that stand together ("Polisen, skolan och socialtjänsten"), from a place on; undefined where none begins. */
export function readPartyList(
  flat: string,
  from: number,
  mentions: readonly Mention[],
): { readonly members: readonly Mention[]; readonly end: number } | undefined {
  const first = firstFrom(mentions, from);
  if (mentions[first]?.start !== from) return undefined;
  const members: Mention[] = [];
  let end = from;
  for (const mention of mentions.slice(first, first + longestList)) {
    if (members.length > 0 && !between.test(flat.slice(end, mention.start))) break;
    if (mention.isGenitive) break;
    members.push(mention);
    end = mention.end;
  }
  return members.length > 0 ? { members, end } : undefined;
}
