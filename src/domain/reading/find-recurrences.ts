import type { RecurrenceUnit } from '#domain/records/target.ts';
import { readUnit } from './counted-unit.ts';
import { toDeedUnit } from './deed-words.ts';
import type { FoundTarget } from './find-targets.ts';
import type { DraftTarget } from './promise-draft.ts';
import { numberPattern, ordinalPattern, parseNumber, parseOrdinal } from './swedish-numbers.ts';

const spans =
  'dag(?:en)?|dygn(?:et)?|veckan?|v|månad(?:en)?|mån|termin(?:en)?|läsår(?:et)?|kvartal(?:et)?|tertial(?:et)?|halvår(?:et)?|år(?:et)?|verksamhetsår(?:et)?|säsong(?:en)?';
const units: readonly (readonly [RegExp, RecurrenceUnit])[] = [
  [/^(?:dag|dygn|natt|kväll)/u, 'day'],
  [/^v/u, 'week'],
  [/^mån/u, 'month'],
  [/^termin/u, 'term'],
  [/^kvartal/u, 'quarter'],
  [/^tertial/u, 'tertial'],
  [/^halvår/u, 'half-year'],
  [/./u, 'year'],
];
const toUnit = (word: string): RecurrenceUnit => {
  const plain = word.toLocaleLowerCase('sv').replace(/^verksamhets/u, '');
  return units.find(([pattern]) => pattern.test(plain))?.[1] ?? 'year';
};

const left = '(?<![A-Za-zÀ-ž\\d])';
const right = '(?![A-Za-zÀ-ž\\d])';
const least = '(?:(?:minst|lägst|åtminstone|cirka|ca|omkring|i\\s+snitt|i\\s+genomsnitt)\\s+)*';
const times = '(?:gång(?:er)?|ggr|tillfällen?)';
const each = `(?:per|i|om|varje|under\\s+varje|/)\\s*`;
const average = '(?:\\s+(?:i\\s+snitt|i\\s+genomsnitt))?';
const nth = `(?:varannan|vartannat|var\\s+(?:${ordinalPattern})|vart\\s+(?:${ordinalPattern}))`;

const nTimesPer = new RegExp(
  `${left}${least}(${numberPattern})\\s+${times}${average}\\s*${each}(${spans})${right}`,
  'giu',
);
const nTimesNth = new RegExp(
  `${left}${least}(?:(${numberPattern})\\s+${times}\\s+)?(${nth})\\s+(${spans})${right}`,
  'giu',
);
const nThingsPer = new RegExp(
  `${left}${least}(${numberPattern})\\s+((?:[A-Za-zÀ-ž-]+)(?:\\s+[A-Za-zÀ-ž-]+){0,5}?)\\s*(?:per|varje|/)\\s*(${spans})${right}`,
  'giu',
);
const nThingsIn = new RegExp(
  `${left}${least}(${numberPattern})\\s+((?:[A-Za-zÀ-ž-]+)(?:\\s+[A-Za-zÀ-ž-]+){0,3}?)\\s+(?:i\\s+(veckan|månaden|kvartalet|halvåret)|om\\s+(dagen|året|dygnet))${right}`,
  'giu',
);
const nPer = new RegExp(
  `${left}${least}(${numberPattern})\\s+(?:(?:per|/)\\s*(${spans})|(?:i|om)\\s+(veckan|månaden|kvartalet|året|dagen|dygnet|terminen))${right}`,
  'giu',
);
const daily = new RegExp(`${left}(?:dagligen|varje\\s+dygn|alla\\s+(?:dagar|nätter|kvällar))${right}`, 'giu');
const weekday = 'måndag|tisdag|onsdag|torsdag|fredag|lördag|söndag';
const everyWeekday = new RegExp(
  `${left}(varje|varannan|var\\s+${ordinalPattern}|var)\\s+((?:helgfri\\s+)?(?:${weekday})s?(?:kväll|natt|eftermiddag|morgon)?)${right}`,
  'giu',
);
const nthWeekday = new RegExp(
  `${left}(?:första|andra|tredje|fjärde|sista)\\s+(?:${weekday})en\\s+(?:i\\s+)?(?:månaden|varje\\s+månad)${right}`,
  'giu',
);
const weekdays = new RegExp(
  `${left}(?:på\\s+|alla\\s+)?(?:(?:${weekday})s?(?:kvälls?|nätter|kvällar|ar)?\\s*(?:och|,|–|-|till|samt)\\s*)*(?:(?:${weekday})(?:ar(?:na)?|skvällar)|(?<=[–-]\\s?)(?:${weekday})|vardagar|vardagskvällar)${right}`,
  'giu',
);
const everyHoliday = new RegExp(`${left}(?:varje|alla)\\s+(?:skol)?lov${right}`, 'giu');
const everySpan = new RegExp(
  `${left}(?:minst\\s+)?varje\\s+(dag|dygn|natt|kväll|vecka|månad|termin|läsår|kvartal|tertial|halvår|år|helg)${right}`,
  'giu',
);
/** Without one of these words nothing is said to come again. */
const cadence = /dag|dygn|vecka|månad|mån(?![a-zà-ž])|termin|läsår|kvartal|tertial|halvår|år|lov|helg|kväll|natt/iu;
const softened = /(?:strävar?\s+efter|eftersträvar?|ambition(?:en)?\s+(?:att|är)|försöka)/iu;

type Reading = 'each' | 'average';
type Rule = readonly [RegExp, (match: RegExpMatchArray, text: string, reading: Reading) => DraftTarget | undefined];

const numberOf = (match: RegExpMatchArray): number => (match[1] === undefined ? 1 : parseNumber(match[1]));
const near = (match: RegExpMatchArray, text: string) => unitNear(text, match.index ?? 0);

/** "två insatser i veckan": the unit stands between. */
function ofThings(match: RegExpMatchArray, reading: Reading): DraftTarget | undefined {
  const unit = readUnit(match[2] ?? '', numberOf(match) === 1);
  return unit && { ...recurrence(numberOf(match), match[3] ?? match[4] ?? '', reading), unit: unit.text };
}

const ofDays = (match: RegExpMatchArray, text: string): DraftTarget => ({
  kind: 'schedule',
  value: 1,
  per: 'week',
  rule: match[0].trim(),
  unit: toDeedUnit('tillfällen', text, match.index ?? 0),
});

/** The first that fits a place wins. */
const rules: readonly Rule[] = [
  [
    nTimesNth,
    (match, text, reading) => ({
      ...recurrence(numberOf(match), match[3] ?? '', reading),
      everyNth: readNth(match[2] ?? ''),
      ...near(match, text),
    }),
  ],
  [
    nTimesPer,
    (match, text, reading) => ({ ...recurrence(numberOf(match), match[2] ?? '', reading), ...near(match, text) }),
  ],
  [nThingsPer, (match, _text, reading) => ofThings(match, reading)],
  [nThingsIn, (match, _text, reading) => ofThings(match, reading)],
  [nthWeekday, (match, text, reading) => ({ ...recurrence(1, 'månad', reading), ...near(match, text) })],
  [
    everyWeekday,
    (match, text) => ({ kind: 'schedule', value: 1, per: 'week', rule: match[0].trim(), ...near(match, text) }),
  ],
  [
    nPer,
    (match, text, reading) => ({
      ...recurrence(numberOf(match), match[2] ?? match[3] ?? '', reading),
      ...near(match, text),
    }),
  ],
  [weekdays, ofDays],
  [everyHoliday, ofDays],
];

/** What is only striven for is not promised so often. */
const firmRules: readonly Rule[] = [
  [daily, (match, text, reading) => ({ ...recurrence(1, 'dag', reading), ...near(match, text) })],
  // "Varje vecka" says that it goes on, not how much of it there is: no number is made of it.
  [
    everySpan,
    (match, text, reading) => ({
      kind: 'recurrence',
      per: match[1] === 'helg' ? 'week' : toUnit(match[1] ?? ''),
      reading,
      ...near(match, text),
    }),
  ],
];

/** In: words in which known numbers are hidden, and the words as they were. Out: promises of so many per day, week, … */
export function findRecurrences(hidden: string, text: string): FoundTarget[] {
  if (!cadence.test(hidden)) return [];
  const reading = /i\s+(?:snitt|genomsnitt)/iu.test(text) ? 'average' : 'each';
  const found: FoundTarget[] = [];
  for (const [pattern, read] of softened.test(text) ? rules : [...rules, ...firmRules]) {
    for (const match of hidden.matchAll(pattern)) {
      const target = read(match, text, reading);
      const end = match.index + match[0].trimEnd().length;
      if (!target || found.some((other) => other.start < end && match.index < other.end)) continue;
      found.push({ start: match.index, end, target, ...(hasOwnNumber(match[0], target) && { hasOwnNumber: true }) });
    }
  }
  return found;
}

const hasOwnNumber = (words: string, { kind }: DraftTarget): boolean =>
  /gång|tillfäll|ggr/iu.test(words) ||
  (kind === 'recurrence' && !/^(?:minst\s+)?(?:var|alla|daglig)/iu.test(words.trim()));

const recurrence = (value: number, span: string, reading: 'each' | 'average') =>
  ({ kind: 'recurrence', value, per: toUnit(span), reading }) as const;

const readNth = (words: string): number =>
  /^varta?nn?/iu.test(words) || /^varannan/iu.test(words) ? 2 : parseOrdinal(words.replace(/^vart?\s+/iu, ''));

/** "En lägesbild ska göras en gång i veckan": what is done so often stands before. */
function unitNear(text: string, at: number): { readonly unit?: string } {
  const before =
    /(?:^|\s)(?:en|ett)\s+((?:[a-zà-ž]+\s+)?[a-zà-ž]{4,})\s+(?:ska|skall|görs|göras|hålls|tas|genomförs|kommer)/iu.exec(
      text.slice(0, at),
    );
  const unit = before?.[1] === undefined ? undefined : readUnit(before[1], true);
  if (unit) return { unit: unit.text };
  const noun = unitBefore(text, at);
  const isOccasions = /^(?:(?:minst|högst|cirka)\s+)?\S+\s+tillfäll/iu.test(text.slice(at));
  return noun.unit === undefined ? { unit: toDeedUnit(isOccasions ? 'tillfällen' : 'gånger', text, at) } : noun;
}

/** "möten varje onsdag": the noun right before. */
function unitBefore(text: string, at: number): { readonly unit?: string } {
  const word =
    /([a-zà-ž]{3,}(?:er|ar|or|en|möten|sök|besök|pass|vandring|patrull|möte|kontroll|dialog|tillsyn|träff|närvaro))\s*$/iu.exec(
      text.slice(Math.max(0, at - 60), at),
    )?.[1];
  return word === undefined ? {} : { unit: word };
}
