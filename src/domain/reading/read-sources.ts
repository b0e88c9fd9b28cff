/** What the promise rests on: dialogues, surveys, statistics, the shared picture. Only where the text says that it was used. */
import type { Passage } from './outline.ts';
import type { DraftSource, Span } from './promise-draft.ts';
import { splitSentences } from './sentences.ts';
import { numberPattern, parseNumber } from './swedish-numbers.ts';

type Kind = DraftSource['kind'];
export type FoundSource = Omit<DraftSource, 'id'>;

const heads: readonly (readonly [Kind, string])[] = [
  ['survey', '(?:\\p{L}*(?:undersökning|trygghetsmätning|mätning|enkät)(?:en|ar|arna|er|erna)?s?(?:\\s*resultat|resultat|svar)?)'],
  ['citizen-dialogue', '(?:\\p{L}*dialog(?:en|er|erna)?|samtal(?:en)?|medborgarmöte[nt]?|trygghetsvandring(?:ar)?)'],
  ['crime-statistics', '(?:\\p{L}*statistik(?:en)?)'],
  ['police-reports', '(?:\\p{L}*händelserapport(?:er|erna)?|anmälning(?:ar|arna)|underrättelse\\p{L}*)'],
  ['tips', '(?:tips(?:en)?|klagomål(?:en)?|synpunkter(?:na)?|felanmälning(?:ar|arna))'],
  ['joint-picture', '(?:\\p{L}*lägesbild(?:en|er|erna)?|problembild(?:en)?|kartläggning(?:ar|en)?)'],
  ['other', '(?:samlad\\s+information|utvecklingsområden|erfarenheter|rapporter)'],
];
const before = '(?:(?:\\d[\\d ]*|polisens|kommunens|parternas|invånarnas|medborgarnas|polis|gemensam(?:ma|t)?|lokala?|samlad|flera|olika|former\\s+av|allt\\s+fler|årliga?|analysera[dt]|genomförd[a]?|egna|verksamheternas|nationella|och\\s+kommunens)\\s+)*';
const afterwards = '(?:\\s+(?:från|bland|mellan|med|hos|i|över|av)\\s+(?:(?:ca|cirka|omkring|den|de|våra|kommunens|polisens)\\s+)*\\p{L}+(?:\\s+(?:kommuninvånare|invånare|medborgare|boende|personer|unga|och\\s+\\p{L}+))?)?';
const phrases = heads.map(([kind, head]) => [kind, new RegExp(`(?<!\\p{L})${before}${head}(?!\\p{L})${afterwards}`, 'giu')] as const);

const rests =
  /bygger|grund|utgår\s+från|identifierats|har\s+skett|svarat|visar\s|visat|analyserat|pekar\s+ut|framgår|kommit\s+(?:fram|in)|beskriv|beskrivit|framkommit|genomförandet\s+av|tagit\s+upp|enligt|har\s+(?:polisen|kommunen)\s+gjort|förstärkt|baseras|utifrån\s+den\s+lokala|som\s+bakgrund|underlag|inkommit|dialoger(?:na)?\s+under/iu;
const never = /ska(?:ll)?\s+mät|följs?\s+upp|uppfölj|lovar|tydliggöra|säger|kan\s+följa|år\s+20\d\d\s+ska/iu;

/** In: the flattened text and its outline. Out: the sources named, in order, each once. */
export function readSources(flat: string, passages: readonly Passage[]): FoundSource[] {
  const found: FoundSource[] = [];
  for (const passage of passages) {
    const { block, section } = passage;
    if (!isPlace(passage)) continue;
    const sentences = block.kind === 'item' && section === 'sources' ? [block] : splitSentences(flat, block);
    for (const sentence of sentences) {
      const text = flat.slice(sentence.start, sentence.end);
      if (never.test(text)) continue;
      if (section !== 'sources' && !rests.test(text)) continue;
      for (const source of [...findNamed(text, sentence), ...findDescribers(text, sentence)]) add(found, source);
      if (section === 'sources' && block.kind === 'item' && !found.some((one) => one.span.start >= block.start && one.span.end <= block.end))
        add(found, { kind: 'other', title: trim(text), span: sentence });
    }
  }
  return found;
}

function isPlace({ block, section }: Passage): boolean {
  if (block.kind === 'clutter' || block.kind === 'quote' || block.kind === 'heading') return false;
  if (block.kind === 'item') return section === 'sources' || section === 'background';
  return section === 'intro' || section === 'background' || section === 'sources' || section === 'article' || section === 'promise' || section === 'focus';
}

function findNamed(text: string, { start }: Span): FoundSource[] {
  return phrases.flatMap(([kind, pattern]) =>
    [...text.matchAll(pattern)].map((match) => {
      const title = trim(match[0]);
      const offset = match.index + match[0].indexOf(title.slice(0, 1));
      const respondents = readRespondents(text, match.index, match[0].length);
      return { kind, title, span: { start: start + offset, end: start + match.index + match[0].length }, ...(respondents !== undefined && { respondents }) };
    }),
  );
}

/** "I lägesbilden har medborgarna, polisen och förvaltningarna beskrivit …": each of them is one. */
function findDescribers(text: string, { start }: Span): FoundSource[] {
  const match = /lägesbild\p{L}*[^.]{0,40}?\shar\s+([^.]{5,90}?)\s+beskrivit/iu.exec(text);
  if (!match?.[1]) return [];
  const from = start + match.index + match[0].indexOf(match[1]);
  return [...match[1].matchAll(/[^\s,]+(?:\s+(?!och|samt)[^\s,]+)*/gu)]
    .flatMap((part) => part[0].split(/\s+och\s+/u).map((name) => ({ name, at: from + part.index + part[0].indexOf(name) })))
    .filter(({ name }) => !/^(?:och|samt|medborgarna|invånarna)$/u.test(name))
    .map(({ name, at }): FoundSource => ({ kind: 'other', title: name.replace(/^och\s+/u, ''), span: { start: at, end: at + name.length } }));
}

const respondentPattern = new RegExp(`(?:ca|cirka|omkring|över|drygt)?\\s*(${numberPattern})\\s+(?:\\p{L}+invånare|invånare|medborgare|personer|svar(?:at|ande)?|ungdomar|elever|boende)`, 'iu');

function readRespondents(text: string, at: number, size: number): number | undefined {
  const near = text.slice(Math.max(0, at - 45), at + size + 45);
  const match = respondentPattern.exec(near);
  const value = match?.[1] === undefined ? Number.NaN : parseNumber(match[1]);
  return Number.isInteger(value) && value > 5 ? value : undefined;
}

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
  kind === 'joint-picture' || kind === 'citizen-dialogue' ? kind : (title.toLocaleLowerCase('sv').split(' ').find((word) => /undersökning|mätning|enkät|statistik|rapport|tips|klagomål|information/u.test(word)) ?? title.toLocaleLowerCase('sv')).slice(0, 12);
