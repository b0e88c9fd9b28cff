/** The Swedish and English that cells of tables are written in. Everything in lower case, as `foldName` gives it. */
import type { PartyKind } from '#domain/records/party.ts';
import type { LogState, ProgressLog } from '#domain/records/progress-log.ts';
import type { RecurrenceUnit } from '#domain/records/target.ts';

/** Months by their first three letters. */
export const monthStarts: readonly (readonly string[])[] = [
  ['jan'],
  ['feb'],
  ['mar'],
  ['apr'],
  ['maj', 'may'],
  ['jun'],
  ['jul'],
  ['aug'],
  ['sep'],
  ['okt', 'oct'],
  ['nov'],
  ['dec'],
];

export const weekdayPattern =
  /^(?:mån|tis|ons|tors?|fre|lör|sön|mon|tue|wed|thu|fri|sat|sun)[\p{L}]*\.?,?\s+(?:den\s+|the\s+)?|^den\s+/iu;

/** "v. 12", "vecka 12 2026": a week is seven days, and none of them is meant. */
export const weekPattern = /^(?:v|vecka|week|w)\.?\s*\d{1,2}\b/iu;

const listed = <Value>(words: Readonly<Record<string, Value>>): ReadonlyMap<string, Value> =>
  new Map(Object.entries(words));

export const stateByWord = listed<LogState>({
  genomförd: 'done',
  genomfört: 'done',
  genomförda: 'done',
  utförd: 'done',
  utfört: 'done',
  klar: 'done',
  klart: 'done',
  gjord: 'done',
  gjort: 'done',
  ja: 'done',
  done: 'done',
  completed: 'done',
  planerad: 'planned',
  planerat: 'planned',
  kommande: 'planned',
  bokad: 'planned',
  planned: 'planned',
  inställd: 'cancelled',
  inställt: 'cancelled',
  avbokad: 'cancelled',
  cancelled: 'cancelled',
  canceled: 'cancelled',
  'inget att rapportera': 'nothing-to-report',
  'ingenting att rapportera': 'nothing-to-report',
  'nothing to report': 'nothing-to-report',
});

export const yesNoByWord = listed({
  ja: true,
  j: true,
  x: true,
  sant: true,
  yes: true,
  y: true,
  true: true,
  '1': true,
  nej: false,
  n: false,
  falskt: false,
  no: false,
  false: false,
  '0': false,
});

export const newPersonByWord = listed<NonNullable<ProgressLog['newPerson']>>({
  ja: 'yes',
  'ja ny': 'yes',
  ny: 'yes',
  yes: 'yes',
  new: 'yes',
  nej: 'no',
  'nej redan räknad': 'no',
  'inte ny': 'no',
  no: 'no',
  osäkert: 'unsure',
  osäker: 'unsure',
  'vet ej': 'unsure',
  'vet inte': 'unsure',
  unsure: 'unsure',
  unknown: 'unsure',
});

export const partyKindByWord = listed<PartyKind>({
  polis: 'police',
  polisen: 'police',
  polismyndigheten: 'police',
  police: 'police',
  kommun: 'municipality',
  kommunen: 'municipality',
  municipality: 'municipality',
  skola: 'school',
  skolan: 'school',
  school: 'school',
  socialtjänst: 'social-services',
  socialtjänsten: 'social-services',
  'social services': 'social-services',
  fritid: 'leisure',
  fritids: 'leisure',
  region: 'region',
  regionen: 'region',
});

/** How often; `period` is the whole of it. */
export const periodByWord = listed<RecurrenceUnit | 'period'>({
  dag: 'day',
  dagligen: 'day',
  day: 'day',
  daily: 'day',
  vecka: 'week',
  veckan: 'week',
  veckovis: 'week',
  week: 'week',
  weekly: 'week',
  månad: 'month',
  månaden: 'month',
  mån: 'month',
  månadsvis: 'month',
  month: 'month',
  monthly: 'month',
  termin: 'term',
  terminen: 'term',
  term: 'term',
  kvartal: 'quarter',
  kvartalet: 'quarter',
  quarter: 'quarter',
  tertial: 'tertial',
  tertialet: 'tertial',
  halvår: 'half-year',
  'half year': 'half-year',
  år: 'year',
  året: 'year',
  årligen: 'year',
  year: 'year',
  yearly: 'year',
  period: 'period',
  perioden: 'period',
  löftesperioden: 'period',
  'hela perioden': 'period',
  totalt: 'period',
  total: 'period',
});

/** Words before a period that say nothing more: "per vecka", "varje månad", "1 gång i veckan". */
export const periodStart =
  /^(?:(?:en|1) gång |gånger |ggr )?(?:per|i|om|varje|under|a|each|every|during|the)\s+(?:the\s+)?/u;

/** What stands after a number without changing it. */
export const countNouns: ReadonlySet<string> = new Set([
  'st',
  'stycken',
  'ggr',
  'gånger',
  'gång',
  'tillfällen',
  'tillfälle',
  'insatser',
  'insats',
  'times',
  'pcs',
]);

/** "Polis och kommun": signs and words between several names in one cell. */
export const nameBreaks = /\s*(?:[;,/&+\n]|\s(?:och|samt|and)\s)\s*/giu;
