/** What the promise rests on: dialogues, surveys, statistics, the shared picture. Only where the text says that it was used. */
import type { Passage } from './outline.ts';
import type { DraftSource, Span } from './promise-draft.ts';
import { splitSentences } from './sentences.ts';
import { numberPattern, parseNumber } from './swedish-numbers.ts';

type Kind = DraftSource['kind'];
export type FoundSource = Omit<DraftSource, 'id'>;

const heads: readonly (readonly [Kind, string])[] = [
  [
    'survey',
    '(?:[A-Za-zÀ-ž]*(?:undersökning|trygghetsmätning|mätning|enkät)(?:en|ar|arna|er|erna)?s?(?:\\s*resultat|resultat|svar)?)',
  ],
  [
    'citizen-dialogue',
    '(?:[A-Za-zÀ-ž]*dialog(?:en|er|erna)?|samtal(?:en)?|(?:medborgar|torg|by|dialog|samråds)?möten?(?:a)?|öppnas+möten|trygghetsvandring(?:ar)?)',
  ],
  ['crime-statistics', '(?:[A-Za-zÀ-ž]*statistik(?:en)?)'],
  ['police-reports', '(?:[A-Za-zÀ-ž]*händelserapport(?:er|erna)?|anmälning(?:ar|arna)|underrättelse[A-Za-zÀ-ž]*)'],
  ['tips', '(?:tips(?:en)?|klagomål(?:en)?|synpunkter(?:na)?|felanmälning(?:ar|arna))'],
  ['joint-picture', '(?:[A-Za-zÀ-ž]*lägesbild(?:en|er|erna)?|problembild(?:en)?|kartläggning(?:ar|en)?)'],
  ['other', '(?:kartor|orsaksanalyser|iakttagelser|samlad\\s+information|utvecklingsområden|erfarenheter|rapporter)'],
];
const before =
  '(?:(?:\\d[\\d ]*|polisens|kommunens|parternas|invånarnas|medborgarnas|polis|gemensam(?:ma|t)?|lokala?|samlad|flera|olika|former\\s+av|allt\\s+fler|årliga?|analysera[dt]|genomförd[a]?|egna|verksamheternas|nationella|och\\s+kommunens)\\s+)*';
const afterwards =
  '(?:\\s+(?:från|bland|mellan|med|hos|i|över|av)\\s+(?:(?:ca|cirka|omkring|den|de|våra|kommunens|polisens)\\s+)*[A-Za-zÀ-ž]+(?:\\s+(?:kommuninvånare|invånare|medborgare|boende|personer|unga|och\\s+[A-Za-zÀ-ž]+))?)?';
const phrases = heads.map(
  ([kind, head]) => [kind, new RegExp(`(?<![A-Za-zÀ-ž])${before}${head}(?![A-Za-zÀ-ž])${afterwards}`, 'giu')] as const,
);

const rests =
  /bygger|grund|utgår\s+från|identifierats|har\s+skett|svarat|visar\s|visat|analyserat|pekar\s+ut|framgår|kommit\s+(?:fram|in)|beskriv|beskrivit|framkommit|genomförandet\s+av|tagit\s+upp|enligt|har\s+(?:polisen|kommunen)\s+gjort|förstärkt|baseras|utifrån\s+den\s+lokala|som\s+bakgrund|underlag|inkommit|dialoger(?:na)?\s+under|svarade|frågat|berättat\s+i|nämns/iu;
/** A sentence without any of this names no source. */
const mayName =
  /undersök|mätning|enkät|dialog|samtal|möte|vandring|statistik|rapport|anmäl|underrättelse|tips|klagomål|synpunkt|lägesbild|problembild|kartlägg|kartor|information|erfarenhet|iakttagels|analys|svar|önskemål|panel|barometer|budget|runda|index|logg|utvecklings/iu;
const never = /ska(?:ll)?\s+mät|följs?\s+upp|uppfölj|lovar|tydliggöra|säger|kan\s+följa|år\s+20\d\d\s+ska/iu;

/** In: the flattened text and its outline. Out: the sources named, in order, each once. */
export function readSources(flat: string, passages: readonly Passage[]): FoundSource[] {
  const found: FoundSource[] = [];
  for (const passage of passages) {
    for (const source of sourcesOf(flat, passage)) add(found, source);
  }
  return found;
}

function sourcesOf(flat: string, passage: Passage): FoundSource[] {
  const { block, section } = passage;
  if (!isPlace(passage)) return [];
  const isListed = block.kind === 'item' && section === 'sources';
  const sentences = isListed ? [block] : splitSentences(flat, block);
  const named = sentences.flatMap((sentence) => sourcesIn(flat.slice(sentence.start, sentence.end), sentence, section));
  if (named.length > 0 || !isListed) return named;
  return [
    {
      kind: 'other',
      title: trim(flat.slice(block.start, block.end)).slice(0, 200),
      span: { start: block.start, end: block.end },
    },
  ];
}

function sourcesIn(text: string, sentence: Span, section: Passage['section']): FoundSource[] {
  if (!mayName.test(text) || never.test(text)) return [];
  const listed = findListed(text, sentence);
  if (listed.length > 0) return listed;
  return section === 'sources' || rests.test(text)
    ? [...findNamed(text, sentence), ...findDescribers(text, sentence)]
    : [];
}

const places: ReadonlySet<Passage['section']> = new Set([
  'intro',
  'background',
  'sources',
  'article',
  'promise',
  'activities',
  'focus',
]);

function isPlace({ block, section }: Passage): boolean {
  if (block.kind === 'clutter' || block.kind === 'quote' || block.kind === 'heading') return false;
  return block.kind === 'item' ? section === 'sources' || section === 'background' : places.has(section);
}

/** After these comes what the promise rests on, as a list. */
const restsOn =
  /(?:(?:bygger|byggt)\s+(?:[a-zà-ž]+\s+){0,3}?på|vilar\s+på|(?:har\s+)?utgå(?:tt|r)\s+från|tar\s+fasta\s+på|hämta[rt]\s+[a-zà-ž]+\s+ur|underlag(?:et)?\s+(?:kommer\s+från|är)(?:[^:.]{0,30}:)?|till\s+grund\s+(?:för\s+[a-zà-ž]+\s+)?ligger|ligger\s+till\s+grund|bakom\s+(?:prioriteringarna|löftet|valet)\s+ligger|bakgrunden\s+är|har\s+tittat\s+på|(?:har\s+)?gått\s+igenom|grundar\s+sig\s+på|baseras\s+på|baserat\s+på|identifierats\s+genom|jämförts\s+med|stöder\s+sig\s+på|framgår\s+(?:också\s+)?av|(?:framtaget\s+|tagits\s+fram\s+)utifrån|har\s+hämtats\s+från|har\s+läst)\s+/giu;
const mayRest =
  /bygg|vilar|utgå|fasta|hämta|underlag|grund|bakom|bakgrund|tittat|baser|identifier|jämför|stöder|framgår|utifrån|läst|igenom/iu;
const isProof =
  /undersök|mätning|enkät|dialog|samtal|möte|statistik|rapport|anmäl|tips|klagomål|synpunkt|lägesbild|problembild|kartlägg|svar|panel|information|erfarenhet|önskemål|iakttagels|barometer|budget|runda|vandring|index|logg|råd|ung$/iu;

/** "bygger på A, B och C": each of them, without the clause that tells about it. */
function findListed(text: string, { start }: Span): FoundSource[] {
  if (!mayRest.test(text)) return [];
  return [...text.matchAll(restsOn)].flatMap((match) => {
    const from = match.index + match[0].length;
    const rest = text.slice(from).split(/[.;:]\s|\s(?:och\s+det\s+framgår|där\s+medborgarnas|i\s+syfte)\s/u)[0] ?? '';
    const parts = [...rest.matchAll(/(?:(?!,\s|\s+och\s+|\s+samt\s+).)+/gsu)].flatMap((part) => {
      const body = part[0].replace(/^(?:,\s*|\s*(?:och|samt)\s+|\s)+/u, '').replace(/^(?:på|från|ur|av|i)\s+/u, '');
      const at = from + part.index + part[0].length - body.length;
      const title = body.split(/\s(?:som|där|vilket|och\s+det)\s/u)[0]?.trim() ?? '';
      return isProof.test(title) && !/^(?:där|som|deltog)/u.test(title) && title.length < 90 ? [{ title, at }] : [];
    });
    return parts.map(({ title, at }): FoundSource => {
      const respondents = readRespondents(text, at, title.length);
      return {
        kind: kindOf(title),
        title: trim(title).replace(/\.$/u, ''),
        span: { start: start + at, end: start + at + title.length },
        ...(respondents !== undefined && { respondents }),
      };
    });
  });
}

const headPatterns = heads.map(
  ([kind, head]) => [kind, new RegExp(`(?<![A-Za-zÀ-ž])${head}(?![A-Za-zÀ-ž])`, 'iu')] as const,
);
const kindOf = (title: string): Kind => headPatterns.find(([, head]) => head.test(title))?.[0] ?? 'other';

function findNamed(text: string, { start }: Span): FoundSource[] {
  return phrases.flatMap(([kind, pattern]) =>
    [...text.matchAll(pattern)].map((match) => {
      const title = trim(match[0]);
      const offset = match.index + match[0].indexOf(title.slice(0, 1));
      const respondents = readRespondents(text, match.index, match[0].length);
      return {
        kind,
        title,
        span: { start: start + offset, end: start + match.index + match[0].length },
        ...(respondents !== undefined && { respondents }),
      };
    }),
  );
}

/** "I lägesbilden har medborgarna, polisen och förvaltningarna beskrivit …": each of them is one. */
function findDescribers(text: string, { start }: Span): FoundSource[] {
  const match = /lägesbild[a-zà-ž]*[^.]{0,40}?\shar\s+([^.]{5,90}?)\s+beskrivit/iu.exec(text);
  if (!match?.[1]) return [];
  const from = start + match.index + match[0].indexOf(match[1]);
  return [...match[1].matchAll(/[^\s,]+(?:\s+(?!och|samt)[^\s,]+)*/gu)]
    .flatMap((part) =>
      part[0].split(/\s+och\s+/u).map((name) => ({ name, at: from + part.index + part[0].indexOf(name) })),
    )
    .filter(({ name }) => !/^(?:och|samt|medborgarna|invånarna)$/u.test(name))
    .map(
      ({ name, at }): FoundSource => ({
        kind: 'other',
        title: name.replace(/^och\s+/u, ''),
        span: { start: at, end: at + name.length },
      }),
    );
}

const respondentPattern = new RegExp(
  `(?:ca|cirka|omkring|över|drygt)?\\s*(${numberPattern})\\s+(?:[A-Za-zÀ-ž]+invånare|invånare|medborgare|personer|svar(?:at|ande)?|ungdomar|elever|boende)`,
  'iu',
);

/** How many answered, where the same clause says so: of another source in the sentence it says nothing. */
function readRespondents(text: string, at: number, size: number): number | undefined {
  const before = text.slice(0, at).split(clauseEnd).at(-1) ?? '';
  const after = text.slice(at + size).split(clauseEnd)[0] ?? '';
  const match = respondentPattern.exec(before + text.slice(at, at + size) + after);
  const value = match?.[1] === undefined ? Number.NaN : parseNumber(match[1]);
  return Number.isInteger(value) && value > 5 ? value : undefined;
}

const clauseEnd = /[,;.]\s|\s(?:och|samt)\s/u;

const trim = (text: string): string =>
  text
    .replaceAll(/\s+/gu, ' ')
    .replace(/^(?:den|de|det|och|samt|i|på)\s+/iu, '')
    .replace(/\s+(?:och|samt|i|av|med|som)$/iu, '')
    .trim();

/** The same picture is named again and again; a source that says less than one already found is not another. */
function add(found: FoundSource[], source: FoundSource): void {
  const known = found.findIndex((one) => one.span.start < source.span.end && source.span.start < one.span.end);
  if (known >= 0) return;
  const twin = found.findIndex((one) => one.kind === source.kind && headOf(one) === headOf(source));
  if (twin < 0) found.push(source);
  else if (source.respondents !== undefined && found[twin]?.respondents === undefined) found[twin] = source;
}

const headOf = ({ title, kind }: FoundSource): string =>
  kind === 'joint-picture' || kind === 'citizen-dialogue'
    ? kind
    : (
        title
          .toLocaleLowerCase('sv')
          .split(' ')
          .find((word) => /undersökning|mätning|enkät|statistik|rapport|tips|klagomål|information/u.test(word)) ??
        title.toLocaleLowerCase('sv')
      ).slice(0, 12);
