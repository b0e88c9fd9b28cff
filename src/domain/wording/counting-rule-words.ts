/** Proposals for what counts as one, by the kind of work: a person chooses and words them anew, nothing is filled in unseen. */
import type { InLanguages, Language } from './locale.ts';

export const workKinds = [
  'traffic-control',
  'foot-patrol',
  'safety-walk',
  'night-walk',
  'inspection',
  'training',
  'information',
  'visit',
  'dialogue',
  'meeting',
  'operation',
  'measure',
] as const;
export type WorkKind = (typeof workKinds)[number];

/** The words by which a kind is known in a Swedish text; the first that fits wins, so the particular come first. */
const known: readonly (readonly [RegExp, WorkKind])[] = [
  [/trafik|hastighet|fordonskontroll|nykterhetskontroll/iu, 'traffic-control'],
  [/fotpatrull|patruller|synlig|närvaro/iu, 'foot-patrol'],
  [/trygghetsvandring|trygghetsrond/iu, 'safety-walk'],
  [/nattvandr|vuxenvandr|föräldravandr/iu, 'night-walk'],
  [/tillsyn|krogkontroll|serveringstillstånd|tobak/iu, 'inspection'],
  [/utbild|kompetens|föreläs/iu, 'training'],
  [/föräldramöte|informera|information|kampanj/iu, 'information'],
  [/besök/iu, 'visit'],
  [/dialog|samtal|medborgarkontakt/iu, 'dialogue'],
  [/möte|samverka|samråd|träffa/iu, 'meeting'],
  [/insats|razzia|operation/iu, 'operation'],
];

/** In: the text of a row. Out: the kind of work that its words suggest; `measure` when they suggest none. */
export const guessWorkKind = (text: string): WorkKind =>
  known.find(([pattern]) => pattern.test(text))?.[1] ?? 'measure';

export interface CountingRuleWords {
  readonly name: string;
  /** What is counted, in the plural, small letters. */
  readonly unit: string;
  readonly countsAsOne: string;
  readonly doesNotCount: string;
}

const words: InLanguages<Readonly<Record<WorkKind, CountingRuleWords>>> = {
  sv: {
    'traffic-control': {
      name: 'Trafikkontroll',
      unit: 'trafikkontroller',
      countsAsOne:
        'En planerad kontroll på en plats, minst 30 minuter. Flyttar ni till en ny plats är det en ny kontroll.',
      doesNotCount: 'Ett enstaka fordon som stoppas under annan tjänst.',
    },
    'foot-patrol': {
      name: 'Fotpatrull',
      unit: 'fotpatruller',
      countsAsOne: 'Ett pass till fots i området, minst en timme, oavsett hur många som går.',
      doesNotCount: 'Att köra genom området, eller att gå dit för att hämta någon.',
    },
    'safety-walk': {
      name: 'Trygghetsvandring',
      unit: 'trygghetsvandringar',
      countsAsOne: 'En vandring med inbjudna boende, med en lista över vad som ska åtgärdas och vem som gör det.',
      doesNotCount: 'En rundvandring utan boende eller utan dokumenterade åtgärder.',
    },
    'night-walk': {
      name: 'Nattvandring',
      unit: 'nattvandringar',
      countsAsOne: 'En kväll eller natt då minst två vuxna vandrar, minst två timmar.',
      doesNotCount: 'En inställd vandring, eller en kväll då bara en vuxen kom.',
    },
    inspection: {
      name: 'Tillsyn',
      unit: 'tillsyner',
      countsAsOne: 'Ett tillsynsbesök på ett ställe som avslutas med ett protokoll.',
      doesNotCount: 'Ett telefonsamtal, eller ett andra besök samma dag på samma ställe.',
    },
    training: {
      name: 'Utbildning',
      unit: 'utbildningar',
      countsAsOne: 'Ett genomfört tillfälle för en grupp, med kursplan eller program.',
      doesNotCount: 'Ett utskickat material, eller ett tillfälle där ingen deltog.',
    },
    information: {
      name: 'Information, föräldramöte',
      unit: 'informationstillfällen',
      countsAsOne: 'Ett möte eller en publicering som når sin målgrupp. Samma inslag i flera kanaler är ett.',
      doesNotCount: 'Ett material som ligger kvar från tidigare, eller som delas vidare av andra.',
    },
    visit: {
      name: 'Besök',
      unit: 'besök',
      countsAsOne: 'Ett besök på en skola, arbetsplats eller mötesplats, planerat med den som tar emot.',
      doesNotCount: 'Ett besök med anledning av ett enskilt ärende.',
    },
    dialogue: {
      name: 'Samtal, dialog',
      unit: 'dialoger',
      countsAsOne: 'Ett tillfälle då ni möter invånare för att lyssna och svara. Räkna tillfället, inte personerna.',
      doesNotCount: 'Samtal i enskilda ärenden. De hör inte hemma här.',
    },
    meeting: {
      name: 'Möte',
      unit: 'möten',
      countsAsOne: 'Ett möte där minst två parter deltar och beslut antecknas.',
      doesNotCount: 'Ett inställt möte, mejlväxling, eller möten om enskilda personer.',
    },
    operation: {
      name: 'Riktad insats',
      unit: 'insatser',
      countsAsOne: 'En planerad insats med ett syfte, en plats och en tid. Flera dagar i följd är en insats.',
      doesNotCount: 'Ordinarie utryckning, eller arbete som hade gjorts ändå.',
    },
    measure: {
      name: 'Annan åtgärd',
      unit: 'insatser',
      countsAsOne: 'Ett avslutat arbete med ett datum och minst en ansvarig part.',
      doesNotCount: 'Planering, och arbete som hade gjorts även utan löftet.',
    },
  },
  en: {
    'traffic-control': {
      name: 'Traffic check',
      unit: 'traffic checks',
      countsAsOne: 'One planned check at one place, at least 30 minutes. Moving to a new place makes a new check.',
      doesNotCount: 'A single vehicle stopped during other duties.',
    },
    'foot-patrol': {
      name: 'Foot patrol',
      unit: 'foot patrols',
      countsAsOne: 'One round on foot in the area, at least an hour, however many walk.',
      doesNotCount: 'Driving through the area, or walking there to fetch someone.',
    },
    'safety-walk': {
      name: 'Safety walk',
      unit: 'safety walks',
      countsAsOne: 'One walk with invited residents, with a list of what shall be done and by whom.',
      doesNotCount: 'A walk without residents or without written measures.',
    },
    'night-walk': {
      name: 'Night walk',
      unit: 'night walks',
      countsAsOne: 'One evening or night when at least two adults walk for at least two hours.',
      doesNotCount: 'A cancelled walk, or an evening when only one adult came.',
    },
    inspection: {
      name: 'Inspection',
      unit: 'inspections',
      countsAsOne: 'One inspection of one place that ends with a record.',
      doesNotCount: 'A phone call, or a second visit to the same place on the same day.',
    },
    training: {
      name: 'Training',
      unit: 'trainings',
      countsAsOne: 'One session held for a group, with a plan or programme.',
      doesNotCount: 'Material sent out, or a session that nobody attended.',
    },
    information: {
      name: 'Information, parents’ meeting',
      unit: 'information events',
      countsAsOne: 'One meeting or publication that reaches its audience. The same piece in several channels is one.',
      doesNotCount: 'Material left from before, or shared on by others.',
    },
    visit: {
      name: 'Visit',
      unit: 'visits',
      countsAsOne: 'One visit to a school, workplace or meeting place, planned with those who receive it.',
      doesNotCount: 'A visit because of an individual case.',
    },
    dialogue: {
      name: 'Talk, dialogue',
      unit: 'dialogues',
      countsAsOne: 'One occasion when you meet residents to listen and answer. Count the occasion, not the persons.',
      doesNotCount: 'Talks in individual cases. They do not belong here.',
    },
    meeting: {
      name: 'Meeting',
      unit: 'meetings',
      countsAsOne: 'One meeting in which at least two parties take part and decisions are noted.',
      doesNotCount: 'A cancelled meeting, e-mails, or meetings about individuals.',
    },
    operation: {
      name: 'Directed operation',
      unit: 'actions',
      countsAsOne: 'One planned operation with a purpose, a place and a time. Several days in a row are one.',
      doesNotCount: 'Ordinary call-outs, or work that would have been done anyway.',
    },
    measure: {
      name: 'Other work',
      unit: 'actions',
      countsAsOne: 'One finished piece of work with a date and at least one responsible party.',
      doesNotCount: 'Planning, and work that would have been done without the promise.',
    },
  },
};

/** In: a kind of work. Out: its name, its unit, and a proposal for what counts as one and what does not. */
export const countingRuleWords = (kind: WorkKind, language: Language): CountingRuleWords => words[language][kind];
