import { type CountedUnit, isOccasion, isSingleOccasion, readUnit } from './counted-unit.ts';
import { describeDeed, toDeedUnit } from './deed-words.ts';
import type { FoundTarget } from './find-targets.ts';
import type { DraftTarget } from './promise-draft.ts';
import { numberPattern, parseNumber } from './swedish-numbers.ts';

const comparator =
  'minst|åtminstone|lägst|fler\\s+än|totalt|sammanlagt|målvärde\\s+(?:på|om)|mål(?:et)?\\s+är|exakt|cirka|ca\\.?|omkring|ungefär|högst|max(?:imalt|\\.)?|som\\s+mest|inte\\s+fler\\s+än|inte\\s+mer\\s+än|färre\\s+än|upp\\s+till|mål-?\\s?värde\\s+(?:på|om)';
const count = new RegExp(
  `(?<![A-Za-zÀ-ž\\d§])((?:(?:${comparator})\\s+)*)(${numberPattern})(?:\\s*(?:till|-|–|eller|alternativt)\\s*(${numberPattern}))?(?=[\\s.,;]|$)`,
  'giu',
);
const alike =
  /(?:lika\s+många|motsvarande\s+antal|samma\s+antal|likaså)(?:\s+[a-zà-ž]+)?\s+(?:på|i|vid|för)\s+([^.;:]{2,80})/giu;
const placeAfter = /^\s+(?:på|i|vid|kring)\s+([A-ZÀ-Þ][A-Za-zÀ-ž'’-]+(?:(?:,\s+|\s+och\s+)[A-ZÀ-Þ][A-Za-zÀ-ž'’-]+)*)/u;
const persons = /(?:individ(?:er)?|personer?|ungdomar|elever|gärningsmän|misstänkta|förare)$/u;

/** In: words in which known numbers are hidden, and the words as they were. Out: so many, or at most so many. */
export function findCounts(hidden: string, text: string): FoundTarget[] {
  const found: FoundTarget[] = [];
  for (const match of hidden.matchAll(count)) {
    const target = ofWhich(match, text, found.at(-1)) ?? toCount(match, text);
    if (target) found.push(target);
  }
  return [...found, ...repeatAlike(found, text)];
}

/** "… 48 trafikkontroller, varav minst 12 i Kolsva": of the same, there. */
function ofWhich(match: RegExpMatchArray, text: string, last: FoundTarget | undefined): FoundTarget | undefined {
  const at = match.index ?? 0;
  const value = parseNumber(match[2] ?? '');
  const end = at + match[0].length;
  const place = /^\s+(?:på|i|vid|kring)\s+([^.,;:]{2,60})/u.exec(text.slice(end))?.[1];
  if (!last || place === undefined || !Number.isInteger(value) || !/varav\s+$/iu.test(text.slice(0, at)))
    return undefined;
  return { start: at, end, target: { ...last.target, value, place: place.trim() } };
}

function toCount(match: RegExpMatchArray, text: string): FoundTarget | undefined {
  const compared = (match[1] ?? '').toLocaleLowerCase('sv').trim();
  const isMore = compared.startsWith('fler än');
  const at = match.index ?? 0;
  const numberEnd = at + match[0].length;
  const value = parseNumber(match[2] ?? '') + (isMore ? 1 : 0);
  const isBare = compared === '';
  const isWithout = isBare && !/^\s+(?:stycken|st)(?![a-zà-ž])/iu.test(text.slice(numberEnd));
  const unit = readUnit(afterNumber(text, numberEnd), value === 1) ?? unitOfDeed(text, at, isWithout);
  if (!unit || !Number.isInteger(value) || value > 100_000) return undefined;
  const found: Counted = { text, at, numberEnd, value, compared, unit };
  return isCounted(found) ? toFound(found) : undefined;
}

interface Counted {
  readonly text: string;
  readonly at: number;
  readonly numberEnd: number;
  readonly value: number;
  /** "minst", "högst", … in small letters; empty for a bare number. */
  readonly compared: string;
  readonly unit: CountedUnit;
}

const time = /^(?:procent|%|år|års|timm|minut|sekund|dagar|dygn|månad|veck|kr)/u;
const ceiling = /högst|max|som\s+mest|inte\s+(?:fler|mer)|färre\s+än/u;

/** Whether it counts something, rather than measures time or only tells how many there are. */
function isCounted({ text, at, numberEnd, value, compared, unit }: Counted): boolean {
  if (time.test(unit.head) && !compared.includes('minst')) return false;
  if (/^(?:cirka|ca|omkring|ungefär|upp)/u.test(compared)) return isOccasion(unit.head);
  if (compared !== '') return value > 0 || ceiling.test(compared);
  const isFollowed = unit.length > 0 && /^\s/u.test(text.slice(numberEnd));
  return value > 0 && isFollowed && isPromised(value, unit, text, at);
}

function toFound({ text, at, numberEnd, value, compared, unit }: Counted): FoundTarget {
  const end = numberEnd + unit.length;
  const place = placeAfter.exec(text.slice(end))?.[1];
  const isOccasions = /^(?:tillfällen?|gång(?:er)?|ggr)$/u.test(unit.text);
  const target: DraftTarget = {
    kind: ceiling.test(compared) ? 'ceiling' : 'count',
    value,
    unit: isOccasions ? toDeedUnit(unit.text, text, at) : unit.text,
    ...(compared.includes('exakt') && { exact: true }),
    ...(persons.test(unit.head) && /(?:tidigare|förut|nya?|först)/iu.test(text) && { distinctPersons: true }),
    ...(place !== undefined && /lika\s+många|motsvarande|samma\s+antal/iu.test(text) && { place }),
  };
  return { start: at, end, target };
}

/** "Fyra av Klippans tolv ungdomskvällar": the noun comes after whose they are. The length stays. */
const afterNumber = (text: string, at: number): string =>
  text
    .slice(at)
    .replace(
      /^\s+av\s+(?:(?:[A-Za-zÀ-ž]+s|de|våra|alla|totalt)\s+)*(?:(?:två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv|\d{1,2})\s+)?/u,
      (match) => ' '.repeat(match.length),
    );

/** "Minst 24 under året": what is counted stands before. */
function unitOfDeed(text: string, at: number, isBare: boolean): CountedUnit | undefined {
  const deed = isBare
    ? undefined
    : describeDeed(text.split('\t')[0] ?? text, Math.min(at, (text.split('\t')[0] ?? text).length));
  return deed === undefined ? undefined : { text: deed, head: deed, length: 0 };
}

/** A number without "minst" is promised where it counts occasions; "en" and "ett" where they mean one of them. */
function isPromised(value: number, unit: CountedUnit, text: string, at: number): boolean {
  const before = text.slice(0, at);
  const isDoing = /(?:^|\s)[a-zà-ž]{3,}(?:ar|er)(?:\s+(?:ut|upp|in|ned|om|hand\s+om))?\s+$/iu.test(before);
  const isDone =
    isDoing ||
    /(?:^|\s)(?!inga|sina|dessa|våra|alla|andra|samma|på|unga|kommunerna)[a-zà-ž]{2,}a(?:\s+(?:ut|upp|in|ned|om))?\s+$/iu.test(
      before,
    );
  if (value !== 1) return isOccasion(unit.head) || (isDone && /(?:er|ar|or|n)$/u.test(unit.head));
  if (
    /(?:^|\s)(?:utse[r]?|avsätt(?:a|er)|anställ(?:a|er)|tillsätt(?:a|er)|rekryter(?:a|ar)|bekosta[r]?)\s+$/iu.test(
      before,
    )
  )
    return true;
  const isOpening = /(?:^|[.!?]\s+)$/u.test(before);
  const isHeld =
    /(?:hålla|genomföra|anordna|arrangera|gå|ordna|bjuda\s+in\s+till|erbjuda|göra|genomför|arrangerar|håller|ska|anordnar|ordnar)\s+(?:tillsammans\s+|gemensamt\s+)?$/iu.test(
      before,
    );
  return isSingleOccasion(unit) && (isHeld || isOpening);
}

/** "… i Norrby och lika många i Söderby": the same number once more, elsewhere. */
function repeatAlike(found: readonly FoundTarget[], text: string): FoundTarget[] {
  const last = found.at(-1);
  if (!last) return [];
  return [...text.matchAll(alike)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    target: { ...last.target, place: (match[1] ?? '').replaceAll(/\s+/gu, ' ').trim() },
  }));
}
