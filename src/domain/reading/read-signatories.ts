/** Who is said to have signed, or stands in the block of signatures. Who only speaks or is pictured is not one of them. */
import type { Day } from '#domain/calendar/day.ts';
import { findMentions, type Mention } from './mentions.ts';
import type { Passage } from './outline.ts';
import type { Span } from './promise-draft.ts';
import { splitSentences } from './sentences.ts';
import { findDates } from './swedish-dates.ts';

export interface FoundSignatory extends Span {
  readonly role: string;
  readonly name?: string;
  readonly acting: boolean;
  /** Whom the words around it name ("Alvesta kommun"). */
  readonly of?: Mention;
  readonly isPolice: boolean;
}

const roles =
  '(?:(?:t\\.?f\\.?|tillförordnad|biträdande|vice|förste|1:e|andre|2:e)\\s+)*(?:kommunstyrelsens?\\s+(?:(?:förste|1:e|andre|2:e)\\s+)?(?:vice\\s+)?ordförande|kommunal(?:råd|rådet)|kommundirektör|kommunchef|kommunfullmäktiges\\s+ordförande|(?:lokal)?polisområdeschef(?:en)?|lpo-chef|kommunpolis(?:en)?|polismästare|polischef(?:en)?|regionpolischef|gruppchef|säkerhets(?:skydds)?chef|säkerhetssamordnare|trygghetssamordnare|brottsförebyggande\\s+samordnare|oppositionsråd|borgarråd|stadsdelsdirektör|stadsdirektör|förvaltningschef|förvaltningsdirektör|socialchef|skolchef|räddningschef|vd|verkställande\\s+direktör|[A-Za-zÀ-ž]+nämndens\\s+ordförande|ordförande(?:\\s+i\\s+[A-Za-zÀ-ž]+)?|enhetschef|verksamhetschef|fastighetschef|områdeschef|bostadsdirektör|chef\\s+för\\s+lokalpolisområde)';
const name =
  "([A-ZÀ-Þ][a-zß-ÿ'’]+(?:-[A-ZÀ-Þ][a-zß-ÿ]+)?(?:\\s+(?:von|af|de|van|[A-ZÀ-Þ]\\.?))?(?:\\s+[A-ZÀ-Þ][a-zß-ÿ'’]+(?:-[A-ZÀ-Þ][a-zß-ÿ]+)?){1,2})";
const partyLetters = '(?:\\s*\\((?:[A-ZÅÄÖ]{1,3}|[A-Za-zÀ-ž]{1,12})\\))?';
const roleFirst = new RegExp(
  `(?<![A-Za-zÀ-ž])(${roles})(?:\\s+(?:i|för)\\s+[A-ZÀ-Þ][A-Za-zÀ-ž]+(?:\\s+kommun)?)?,?\\s+${name}${partyLetters}`,
  'giu',
);
const nameFirst = new RegExp(`(?<![A-Za-zÀ-ž])${name}${partyLetters}\\s*(?:,|\\n|–|-|\\()?\\s*(${roles})`, 'giu');
const nameAlone = new RegExp(`^${name}${partyLetters}$`, 'u');
const nameThenComma = new RegExp(`${name}${partyLetters}\\s*,`, 'u');
const anyRole = new RegExp(roles, 'iu');
const signs =
  /sin[ao]?\s+namn\s+(?:under|på)|skriv(?:er|it|s|a)?\s+under|skrev(?:s)?\s+under|underteckna|underskriv|signer|påskriv|tecknad(?:es)?\s+av|skrivit\s+på/iu;

/** In: the flattened text and its outline. Out: those who sign, in order, each once. */
export function readSignatories(flat: string, passages: readonly Passage[]): FoundSignatory[] {
  const found: FoundSignatory[] = [];
  const add = (signatory: FoundSignatory) => {
    const isKnown = found.some((other) => other.name !== undefined && other.name === signatory.name);
    if (!isKnown) found.push(signatory);
  };
  for (const span of signingSentences(flat, passages)) for (const one of findPeople(flat, span)) add(one);
  for (const one of findColumns(flat)) add(one);
  for (const span of signatureBlocks(flat, passages)) for (const one of findPeople(flat, span)) add(one);
  return found;
}

/** Two columns of a printed sheet: names beside each other, and below them what they are. */
function findColumns(flat: string): FoundSignatory[] {
  const lines = [...flat.matchAll(/[^\n]+/gu)].map((line) => ({
    at: line.index,
    cells: [...line[0].matchAll(/\S+(?:\s{1,2}\S+)*/gu)],
  }));
  return lines.flatMap(({ at, cells }, index): FoundSignatory[] => {
    const below = lines[index + 1];
    if (cells.length < 2 || below?.cells.length !== cells.length) return [];
    if (!cells.every(([cell]) => nameAlone.test(cell)) || !below.cells.every(([cell]) => anyRole.test(cell))) return [];
    return cells.map((cell, column) => {
      const role = below.cells[column]?.[0] ?? '';
      return {
        start: at + cell.index,
        end: at + cell.index + cell[0].length,
        role,
        name: cell[0],
        acting: /^(?:t\.?f|tillförordnad)/iu.test(role),
        isPolice: /polis|lpo/iu.test(role),
      };
    });
  });
}

/** The first day that a sentence about signing gives, or the day of the block of signatures. */
export function readSigningDay(flat: string, passages: readonly Passage[], year: number | undefined): Day | undefined {
  const spans = passages
    .filter(({ block }) => block.kind !== 'quote' && block.kind !== 'clutter')
    .flatMap(({ block }) =>
      block.lines > 1 && block.end - block.start < 400 ? toLines(flat, block) : splitSentences(flat, block),
    );
  for (const { start, end } of spans) {
    const text = flat.slice(start, end);
    const isDated =
      /^(?:ort\s+och\s+)?datum\b/iu.test(text) ||
      /^[A-ZÀ-Þ][a-zß-ÿ]+(?:\s+[A-Za-zÀ-ž]+)?\s+(?:den\s+)?(?=\d)/u.test(text);
    const isSigned = /underteckna(?:de|des|t|s)\b|signera(?:de|des|t|s)\b|skrevs?\s+under|skrivit\s+under/iu.test(text);
    if (!isSigned && !(isDated && text.length < 50)) continue;
    const date = findDates(text)[0];
    if (date?.day) return date.day;
    const guessed = year ?? yearNear(flat);
    if (date && isSigned && guessed !== undefined) return toDay(guessed, date.month, date.dayOfMonth);
  }
  return undefined;
}

const toLines = (flat: string, { start, end }: Span): Span[] =>
  [...flat.slice(start, end).matchAll(/[^\n]+/gu)].map((line) => ({
    start: start + line.index,
    end: start + line.index + line[0].length,
  }));

const toDay = (year: number, month: number, day: number): Day =>
  `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

/** The day a page was published gives the year of a day of the month in it. */
const yearNear = (flat: string): number | undefined => {
  const found =
    /(?<!\d)\d{1,2}\s+(?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december)\s+(20\d\d)/iu.exec(
      flat,
    )?.[1];
  return found === undefined ? undefined : Number(found);
};

function signingSentences(flat: string, passages: readonly Passage[]): Span[] {
  return passages
    .filter(({ block }) => block.kind !== 'quote' && block.kind !== 'item')
    .flatMap(({ block }) => splitSentences(flat, block))
    .filter(({ start, end }) => signs.test(flat.slice(start, end)));
}

/** Lines of names and roles below each other, after the promise: at least a name with its role, and nothing said. */
function signatureBlocks(flat: string, passages: readonly Passage[]): Span[] {
  const spans: Span[] = [];
  const half = flat.length * 0.5;
  for (const [index, { block, section }] of passages.entries()) {
    const isSigned = section === 'signatures' || (block.start > half && section !== 'contact');
    const isLine =
      block.kind === 'heading' || block.kind === 'paragraph' || block.kind === 'row' || block.kind === 'item';
    if (!isSigned || !isLine || block.end - block.start > 160) continue;
    const text = flat.slice(block.start, block.end);
    if (
      /[.!?]$/u.test(text.trim()) ||
      /\S\s{3,}\S/u.test(text) ||
      /(?:säger|menar|kontakt|ring|foto|fråg|publicerad|ansvarig)/iu.test(text)
    )
      continue;
    const next = passages[index + 1]?.block;
    const isNameAlone = nameAlone.test(text);
    const end = isNameAlone && next && next.end - next.start < 90 ? next.end : block.end;
    if (anyRole.test(flat.slice(block.start, end))) spans.push({ start: block.start, end });
  }
  return spans;
}

/** The words of a name that stand nearest to the role: "och Rune Lindbom", "Håkan Boberg under". */
function toCapitalised(words: string, side: 'first' | 'last'): string | undefined {
  const run = words.split(/\s+/u);
  const isName = (word: string) => /^(?:[A-ZÀ-Þ][A-Za-zÀ-ž'’.-]*|von|af|de|van)$/u.test(word);
  const taken =
    side === 'first'
      ? run.slice(0, firstOther(run, isName))
      : run.slice(run.length - firstOther(run.toReversed(), isName));
  return taken.filter((word) => /^[A-ZÀ-Þ]/u.test(word)).length >= 2 ? taken.join(' ') : undefined;
}

const firstOther = (words: readonly string[], isName: (word: string) => boolean): number => {
  const at = words.findIndex((word) => !isName(word));
  return at < 0 ? words.length : at;
};

function findPeople(flat: string, { start, end }: Span): FoundSignatory[] {
  const text = flat.slice(start, end);
  if (!anyRole.test(text)) return [];
  const people: FoundSignatory[] = [];
  const add = (match: RegExpMatchArray, person: string, role: string) => {
    const at = match.index ?? 0;
    const isOver = people.some((other) => start + at < other.end && other.start < start + at + match[0].length);
    const isWord = /^(?:Kommunal|Polis|Lokal|Kommun|Medborgar|Under|Trygg|Vice)/u.test(person);
    if (isOver || isWord) return;
    const around = flat.slice(start + at + match[0].length, Math.min(end, start + at + match[0].length + 60));
    const of = findMentions(flat, start + at + match[0].length, Math.min(end, start + at + match[0].length + 60)).find(
      (mention) => !/\bsamt\b|\boch\b/u.test(around.slice(0, mention.start - start - at - match[0].length)),
    );
    people.push({
      start: start + at,
      end: start + at + match[0].length,
      role: role.replaceAll(/\s+/gu, ' ').trim(),
      name: person.replaceAll(/\s+/gu, ' ').trim(),
      acting: /^(?:t\.?f|tillförordnad)/iu.test(role),
      isPolice: /polis|lpo|gruppchef/iu.test(role),
      ...(of && { of }),
    });
  };
  const isNameFirst = nameThenComma.test(text);
  const order: readonly (readonly [RegExp, 1 | 2])[] = isNameFirst
    ? [
        [nameFirst, 1],
        [roleFirst, 2],
      ]
    : [
        [roleFirst, 2],
        [nameFirst, 1],
      ];
  for (const [pattern, nameAt] of order) {
    // Names begin with capitals: the flag that lets roles be written either way must not let names be.
    for (const match of text.matchAll(pattern)) {
      const person = toCapitalised(match[nameAt] ?? '', nameAt === 1 ? 'last' : 'first');
      if (person !== undefined) add(match, person, match[3 - nameAt] ?? '');
    }
  }
  return people.toSorted((a, b) => a.start - b.start);
}
