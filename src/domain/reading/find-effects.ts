/** What shall become of it: "ökad trygghet", "att brotten blir färre", "tryggheten ska öka". */
import type { Span } from './promise-draft.ts';

export interface Effect extends Span {
  readonly direction: 'up' | 'down' | 'hold';
  /** Whose development it is. */
  readonly unit: string;
}

const up =
  'öka(?:d|t|de|r|s|n)?|stärk(?:as?|t|s|er|ta)|starkare|förbättra(?:d|t|de|r|s)?|stiger|väx(?:a|er)|höj(?:a|d|t|s|er)|högre|fler|mer|bättre|större|tryggare|säkrare';
const down = 'minska(?:d|t|de|r|s)?|färre|lägre|sänk(?:a|t|ta|s|er)|reducera(?:d|t|de|r|s)?|sjunk(?:a|er)|ned|mindre';
const hold = 'bibehåll(?:a|en|et|s)|behåll(?:a|s)|oförändra(?:d|t|de)|fortsatt\\s+(?:låg|hög)(?:t|a)?';
const word = new RegExp(`(?<![A-Za-zÀ-ž])(?:(${up})|(${down})|(${hold}))(?![A-Za-zÀ-ž])`, 'giu');
/** More of this is work done, not a change of how things are. */
const work =
  /^(?:polis\s|kommun\s|[a-zà-ž]+\s)?(?:insats|kommun\s|närvaro|samverkan|samarbet|patruller|kontroll|fokus|arbete|aktivitet|synlig|poliser|vuxna|polis(?:iär)?\s|personal|resurs|information|kunskap\s+om\s+varandra|uniformer|till\s+fots|tillsyn|dialog|ordningsvakt|aktörer|delaktiga|bevakning)/iu;
const after =
  /^\s+((?:(?!genom|i\s+syfte|så\s+att|under|bland\s+annat|där|vilket|samt\s|som\s|med\s+hjälp|jämfört|då\s)[^\s,.;:()]+\s?){1,9})/iu;
const own: Readonly<Record<string, string>> = { tryggare: 'trygghet', säkrare: 'säkerhet' };

/** In: a flattened text and a sentence or clause of it. Out: the changes that it wants, in order. */
export function findEffects(flat: string, { start, end }: Span): Effect[] {
  const text = flat.slice(start, end);
  const effects: Effect[] = [];
  let until = 0;
  for (const match of text.matchAll(word)) {
    if (match.index < until) continue;
    const effect = toEffect(text, match);
    if (!effect) continue;
    until = effect.end;
    effects.push({ ...effect, start: start + effect.start, end: start + effect.end });
  }
  return effects;
}

function toEffect(text: string, match: RegExpExecArray): Effect | undefined {
  const direction = directionOf(match);
  const changed = { text, at: match.index, found: match[0].toLocaleLowerCase('sv'), direction };
  const subject = subjectBefore(text.slice(0, match.index));
  const bySubject = subject && toSubjectEffect(changed, subject);
  if (bySubject === null) return undefined;
  return bySubject ?? toObjectEffect(changed);
}

interface Changed {
  readonly text: string;
  readonly at: number;
  /** The word of change, in small letters. */
  readonly found: string;
  readonly direction: Effect['direction'];
}

function directionOf([, more, less]: RegExpExecArray): Effect['direction'] {
  if (more !== undefined) return 'up';
  return less === undefined ? 'hold' : 'down';
}

/** "Brotten ska minska", "folk känner sig tryggare": whose change it is stands before. */
function toSubjectEffect(
  { text, at, found, direction }: Changed,
  subject: { readonly text: string; readonly start: number },
): Effect | null | undefined {
  const before = text.slice(0, at);
  const feels = /känn(?:er|a|s|as)?\s+(?:sig\s+)?(?:[a-zà-ž]+\s+)?$/iu.test(before);
  const becomes = /(?:ska(?:ll)?|bli[r]?|har|att|kan|få)\s+(?:[a-zà-ž]+\s+)?$/iu.test(before);
  const happens = /^(?:ökar|minskar|sjunker|stiger|växer|förbättras|stärks)$/u.test(found);
  if (!feels && !becomes && !happens) return undefined;
  const unit = feels ? 'upplevd trygghet' : subject.text;
  return work.test(unit) ? null : { start: subject.start, end: tailEnd(text, at + found.length), direction, unit };
}

const outcome =
  /^\s+(?:[a-zà-ž]+\s+)?(?:trygg|otrygg|förtroend|tillit|brott|delaktig|kunskap|våld|droganvänd|narkotik)/iu;

/** "Ökad trygghet", "minska brotten": it stands after. */
function toObjectEffect({ text, at, found, direction }: Changed): Effect | undefined {
  const end = at + found.length;
  if (!isOutcome(text, at, found)) return undefined;
  const object = after.exec(text.slice(end))?.[1];
  if (object === undefined)
    return own[found] === undefined ? undefined : { start: at, end, direction, unit: own[found] };
  const trimmed = cutList(object);
  if (work.test(trimmed) || trimmed === '') return undefined;
  const unit = own[found] === undefined ? trimmed : `${own[found]}: ${trimmed}`;
  return { start: at, end: end + text.slice(end).indexOf(trimmed) + trimmed.length, direction, unit };
}

/** Some words say a change only together with others: "få ned", "mer trygghet", but not "arbeta mer". */
function isOutcome(text: string, at: number, found: string): boolean {
  const before = text.slice(0, at);
  if (/(?:^|\s)(?:arbeta|jobba|arbetar)\s+$/iu.test(before) && /^(?:mer|bättre|mindre)$/u.test(found)) return false;
  if (found === 'ned') return /(?:få|fått|pressa)\s+$/iu.test(before);
  return (
    !/^(?:mer|större|bättre|mindre|högre|behålla|behålls)$/u.test(found) || outcome.test(text.slice(at + found.length))
  );
}

const nextChange = new RegExp(`\\s+(?:och|samt)\\s+(?=(?:att\\s+)?(?:${up}|${down}|${hold})(?![A-Za-zÀ-ž]))`, 'iu');

/** Where the next change begins, this one ends: "ökat förtroende och minskad oro". */
const cutList = (object: string): string => object.split(nextChange)[0]?.replaceAll(/\s+/gu, ' ').trim() ?? '';

/** The nouns before "ska minska", "blir färre". */
function subjectBefore(before: string): { readonly text: string; readonly start: number } | undefined {
  const match =
    /((?:(?:den|det|de)\s+)?(?:[a-zà-ž]+\s+(?:i|på|bland|av|med|mot|kring)\s+)?(?:[a-zà-ž]+\s+){0,3}?[a-zà-ž]{4,})\s+(?:(?:ska(?:ll)?|bli[r]?|har|kan|känner|känna|upplever)\s+)*(?:sig\s+)?(?:[a-zà-ž]+\s+)?$/iu.exec(
      before.slice(-120),
    );
  if (match?.[1] === undefined) return undefined;
  const clause = match[1].split(/\s(?:att|och|samt|lovar|visa|är)\s|,\s*/u).at(-1) ?? match[1];
  const text = clause.replace(/^(?:att|och|samt|som)\s+/iu, '');
  return {
    text: text.replaceAll(/\s+/gu, ' '),
    start: Math.max(0, before.length - 120) + match.index + match[0].lastIndexOf(text),
  };
}

/** "tryggare vid kommunens skolor": where it is to be so belongs to it. */
function tailEnd(text: string, end: number): number {
  const tail = /^\s+(?:på|i|vid|bland|kring|under)\s+[^,.;:]{2,60}?(?=\s+och\s|[,.;:]|$)/iu.exec(text.slice(end));
  return end + (tail?.[0].length ?? 0);
}

/** Who or what is counted or followed is a person: figures about it are masked where others see them. */
export const isAboutPersons = (text: string): boolean =>
  /lagför|gripa|misstänk|individ|person(?:er|en)?(?!al)|ungdom(?:ar)?s?\b.{0,20}(?:identifier|upptäck)|missbruk(?:are)|gärningsm|omhändertag|orossamtal|orosanmäl|\bbrott\b|ärenden|dömda|avhopp/iu.test(
    text,
  );
