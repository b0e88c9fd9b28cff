/** What the fields of a record are called, and what their values say, where a change is told to a person. */
import { isDay } from '#domain/calendar/day.ts';
import type { TableName } from '#domain/records/tables.ts';
import { type Target, targetSchema } from '#domain/records/target.ts';
import { formatDateWithYear, formatPeriod } from './days.ts';
import { describeTarget } from './describe-target.ts';
import type { Language } from './locale.ts';
import { formatNumber } from './numbers.ts';
import { activityStatusWord, goalStatusWord, promiseStatusWord, visibilityWord } from './record-words.ts';
import { createVocabulary } from './vocabulary.ts';

const sv = {
  title: 'Namn',
  name: 'Namn',
  shortName: 'Kort namn',
  text: 'Text',
  statement: 'Text',
  municipalities: 'Kommuner',
  policeAreas: 'Polisområden',
  parties: 'Parter',
  period: 'Period',
  signedOn: 'Undertecknat',
  terms: 'Terminer',
  status: 'Läge',
  statusReason: 'Skäl till läget',
  kind: 'Slag',
  agreement: 'Överenskommelse',
  programme: 'Program',
  situationPicture: 'Lägesbild',
  pictureReview: 'Översyn av lägesbilden',
  signatories: 'Undertecknare',
  followUpPlan: 'Uppföljning',
  feedbackPlan: 'Återkoppling',
  originalText: 'Löftets text',
  registryNumber: 'Diarienummer',
  sourceUrl: 'Länk',
  visibility: 'Får visas för',
  seal: 'Fastställande',
  earlierPeriods: 'Tidigare perioder',
  retention: 'Gallring',
  order: 'Ordning',
  themes: 'Teman',
  problem: 'Problem',
  causes: 'Orsaker',
  focusAreaId: 'Fokusområde',
  focusAreaIds: 'Fokusområden',
  responsibility: 'Ansvar',
  targetGroup: 'Målgrupp',
  places: 'Platser',
  place: 'Plats',
  measures: 'Vad som räknas',
  plannedVisibility: 'Planerat får visas för',
  inActionPlan: 'I åtgärdsplanen',
  rescoped: 'Utgår',
  level: 'Nivå',
  ownerPartyIds: 'Ansvariga parter',
  target: 'Mål',
  countingRule: 'Räkneregel',
  additionalOnly: 'Bara utöver ordinarie',
  feeds: 'Aktiviteter som räknas',
  origin: 'Ursprung',
  personRelated: 'Gäller personer',
  smallNumberThreshold: 'Gräns för små tal',
  pacePlan: 'Takt',
  weight: 'Vikt',
  versions: 'Tidigare mål',
  indicator: 'Mått',
  value: 'Värde',
  n: 'Antal svar',
  date: 'Dag',
  preliminary: 'Preliminärt',
  note: 'Anteckning',
  from: 'Från',
  to: 'Till',
  cause: 'Orsak',
  effect: 'Följd',
  action: 'Åtgärd',
  pausesPace: 'Pausar takten',
  implementation: 'Genomförande',
  attainment: 'Måluppfyllelse',
  levelId: 'Nivå',
  evidence: 'Underlag',
  comment: 'Motivering',
  joint: 'Gemensam',
  dissent: 'Avvikande mening',
  channel: 'Kanal',
  audience: 'Mottagare',
  message: 'Budskap',
  reach: 'Nådda',
  decisions: 'Beslut',
  dueOn: 'Klar senast',
  state: 'Läge',
  sections: 'Avsnitt',
  signOffs: 'Underskrifter',
  snapshot: 'Fastställda siffror',
  supplements: 'Tillägg',
  reviews: 'Granskad av',
  approved: 'Godkänd',
  withdrawn: 'Tillbakadragen',
  activityIds: 'Aktivitet',
  quantities: 'Antal',
  partyIds: 'Parter',
  confirmedBy: 'Bekräftad av',
  review: 'Granskning',
  onBehalfOf: 'Loggad för',
  deletedAt: 'Borttagen',
} as const;

const en: Readonly<Record<keyof typeof sv, string>> = {
  title: 'Name',
  name: 'Name',
  shortName: 'Short name',
  text: 'Text',
  statement: 'Text',
  municipalities: 'Municipalities',
  policeAreas: 'Police areas',
  parties: 'Parties',
  period: 'Period',
  signedOn: 'Signed',
  terms: 'Terms',
  status: 'Status',
  statusReason: 'Reason for the status',
  kind: 'Kind',
  agreement: 'Agreement',
  programme: 'Programme',
  situationPicture: 'Situation',
  pictureReview: 'Review of the situation picture',
  signatories: 'Signatories',
  followUpPlan: 'Follow-up',
  feedbackPlan: 'Feedback',
  originalText: 'Text of the promise',
  registryNumber: 'Registry number',
  sourceUrl: 'Link',
  visibility: 'May be shown to',
  seal: 'Sealing',
  earlierPeriods: 'Earlier periods',
  retention: 'Disposal',
  order: 'Order',
  themes: 'Themes',
  problem: 'Problem',
  causes: 'Causes',
  focusAreaId: 'Focus area',
  focusAreaIds: 'Focus areas',
  responsibility: 'Responsibility',
  targetGroup: 'Target group',
  places: 'Places',
  place: 'Place',
  measures: 'What is counted',
  plannedVisibility: 'Plans may be shown to',
  inActionPlan: 'In the action plan',
  rescoped: 'Taken out',
  level: 'Level',
  ownerPartyIds: 'Responsible parties',
  target: 'Target',
  countingRule: 'Counting rule',
  additionalOnly: 'Only beyond ordinary work',
  feeds: 'Activities that count',
  origin: 'Origin',
  personRelated: 'About people',
  smallNumberThreshold: 'Limit for small numbers',
  pacePlan: 'Pace',
  weight: 'Weight',
  versions: 'Earlier targets',
  indicator: 'Indicator',
  value: 'Value',
  n: 'Answers',
  date: 'Day',
  preliminary: 'Preliminary',
  note: 'Note',
  from: 'From',
  to: 'To',
  cause: 'Cause',
  effect: 'Effect',
  action: 'Measure',
  pausesPace: 'Pauses the pace',
  implementation: 'Implementation',
  attainment: 'Attainment',
  levelId: 'Level',
  evidence: 'Evidence',
  comment: 'Reasons',
  joint: 'Joint',
  dissent: 'Dissent',
  channel: 'Channel',
  audience: 'Audience',
  message: 'Message',
  reach: 'Reached',
  decisions: 'Decisions',
  dueOn: 'Due on',
  state: 'State',
  sections: 'Sections',
  signOffs: 'Signatures',
  snapshot: 'Sealed figures',
  supplements: 'Supplements',
  reviews: 'Reviewed by',
  approved: 'Approved',
  withdrawn: 'Withdrawn',
  activityIds: 'Activity',
  quantities: 'Number',
  partyIds: 'Parties',
  confirmedBy: 'Confirmed by',
  review: 'Review',
  onBehalfOf: 'Logged for',
  deletedAt: 'Removed',
};

type NamedField = keyof typeof sv;
const wordOf = createVocabulary<NamedField | 'other'>({ ...sv, other: 'Uppgift' }, { ...en, other: 'Detail' });
const valueWord = createVocabulary<'empty' | 'yes' | 'no' | 'changed'>(
  { empty: 'tomt', yes: 'ja', no: 'nej', changed: 'ändrat innehåll' },
  { empty: 'empty', yes: 'yes', no: 'no', changed: 'changed content' },
);

/** In: a field's name, also `field/member`. Out: its word. A field of a newer version is called by what all are. */
export function fieldWord(field: string, language: Language): string {
  const name = field.split('/', 1)[0] ?? field;
  return wordOf(Object.hasOwn(sv, name) ? (name as NamedField) : 'other', language);
}

/** In: a table, a field and its JSON value. Out: the value in words, as short as can be told beside another. */
export function fieldValueWords(table: TableName, field: string, value: unknown, language: Language): string {
  if (value === undefined || value === null || value === '') return valueWord('empty', language);
  if (typeof value === 'boolean') return valueWord(value ? 'yes' : 'no', language);
  if (typeof value === 'number') return formatNumber(value);
  if (typeof value === 'string') return textWords(table, field, value, language);
  if (Array.isArray(value)) return listWords(table, field, value, language);
  return objectWords(field, value as Readonly<Record<string, unknown>>, language);
}

function listWords(table: TableName, field: string, values: readonly unknown[], language: Language): string {
  if (values.length === 0) return valueWord('empty', language);
  const words = values.map((value) => fieldValueWords(table, field, value, language));
  const told = [...new Set(words.filter((word) => word !== valueWord('changed', language)))];
  return told.length > 0 ? told.join(', ') : valueWord('changed', language);
}

function textWords(table: TableName, field: string, text: string, language: Language): string {
  if (field === 'visibility' || field === 'plannedVisibility') return visibilityWord(text as 'internal', language);
  if (field === 'status' && table === 'promises') return promiseStatusWord(text as 'active', language);
  if (field === 'status' && table === 'goals') return goalStatusWord(text as 'active', language);
  if (field === 'status' && table === 'activities') return activityStatusWord(text as 'ongoing', language);
  const day = text.slice(0, 10);
  if (isDay(text) || (field === 'deletedAt' && isDay(day))) return formatDateWithYear(day, language);
  // Ids name something that the reader would not recognise.
  return /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(text) ? valueWord('changed', language) : text;
}

function objectWords(field: string, value: Readonly<Record<string, unknown>>, language: Language): string {
  if (field === 'target') {
    const target = targetSchema.safeParse(value);
    if (target.success) return describeTarget(target.data satisfies Target, language);
  }
  const { from, to } = value;
  if (field === 'period' && typeof from === 'string' && typeof to === 'string') {
    return formatPeriod({ from, to }, language);
  }
  const named = [value.name, value.title, value.summary, value.text, value.role, value.value].find(
    (part) => (typeof part === 'string' && part !== '') || typeof part === 'number',
  );
  return named === undefined ? valueWord('changed', language) : String(named);
}
