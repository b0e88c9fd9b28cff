/** Words for the fixed choices of promises, parties, activities and goals. */
import type { Activity } from '#domain/records/activity.ts';
import type { CitizenPromise, Source } from '#domain/records/citizen-promise.ts';
import type { Goal } from '#domain/records/goal.ts';
import type { PartyKind } from '#domain/records/party.ts';
import type { TableName } from '#domain/records/tables.ts';
import type { TargetOf } from '#domain/records/target.ts';
import { createVocabulary } from './vocabulary.ts';

export const partyKindWord = createVocabulary<PartyKind>(
  {
    police: 'Polis',
    municipality: 'Kommun',
    'municipal-unit': 'Kommunal enhet',
    school: 'Skola',
    'social-services': 'Socialtjänst',
    leisure: 'Fritid',
    'housing-company': 'Bostadsbolag',
    association: 'Förening',
    business: 'Näringsliv',
    region: 'Region',
    other: 'Annan part',
  },
  {
    police: 'Police',
    municipality: 'Municipality',
    'municipal-unit': 'Municipal unit',
    school: 'School',
    'social-services': 'Social services',
    leisure: 'Youth and leisure',
    'housing-company': 'Housing company',
    association: 'Association',
    business: 'Business',
    region: 'Region',
    other: 'Other party',
  },
);

export const promiseStatusWord = createVocabulary<CitizenPromise['status']>(
  {
    draft: 'Utkast',
    consultation: 'Samråd',
    signed: 'Undertecknat',
    active: 'Pågår',
    extended: 'Förlängt',
    ended: 'Avslutat',
    archived: 'Arkiverat',
  },
  {
    draft: 'Draft',
    consultation: 'Consultation',
    signed: 'Signed',
    active: 'Running',
    extended: 'Extended',
    ended: 'Ended',
    archived: 'Archived',
  },
);

export const promiseKindWord = createVocabulary<CitizenPromise['kind']>(
  { new: 'Nytt löfte', renewed: 'Förnyat löfte', extended: 'Förlängt löfte', upgraded: 'Utökat löfte' },
  { new: 'New promise', renewed: 'Renewed promise', extended: 'Extended promise', upgraded: 'Upgraded promise' },
);

export const sourceKindWord = createVocabulary<Source['kind']>(
  {
    survey: 'Enkät eller trygghetsmätning',
    'citizen-dialogue': 'Medborgardialog',
    'crime-statistics': 'Brottsstatistik',
    'police-reports': 'Polisens egna uppgifter',
    'municipal-statistics': 'Kommunens statistik',
    tips: 'Tips från invånare',
    'joint-picture': 'Gemensam lägesbild',
    other: 'Annan källa',
  },
  {
    survey: 'Survey or safety measurement',
    'citizen-dialogue': 'Citizen dialogue',
    'crime-statistics': 'Crime statistics',
    'police-reports': 'The police’s own data',
    'municipal-statistics': 'Municipal statistics',
    tips: 'Tips from residents',
    'joint-picture': 'Joint situation picture',
    other: 'Other source',
  },
);

export const cadenceWord = createVocabulary<CitizenPromise['followUpPlan']['cadence']>(
  {
    continuous: 'Löpande',
    tertial: 'Varje tertial',
    'half-year': 'Varje halvår',
    yearly: 'Varje år',
    'before-end': 'Innan perioden är slut',
    other: 'På annat sätt',
  },
  {
    continuous: 'Continuously',
    tertial: 'Every tertial',
    'half-year': 'Every half-year',
    yearly: 'Every year',
    'before-end': 'Before the period ends',
    other: 'In another way',
  },
);

export const channelKindWord = createVocabulary<CitizenPromise['feedbackPlan']['channels'][number]['kind']>(
  {
    'police-website': 'Polisens webbplats',
    'municipality-website': 'Kommunens webbplats',
    'social-media': 'Sociala medier',
    'mass-media': 'Press, radio eller tv',
    'citizen-dialogue': 'Medborgardialog',
    report: 'Rapport',
    letter: 'Brev eller utskick',
    other: 'Annan kanal',
  },
  {
    'police-website': 'The police’s website',
    'municipality-website': 'The municipality’s website',
    'social-media': 'Social media',
    'mass-media': 'Press, radio or TV',
    'citizen-dialogue': 'Citizen dialogue',
    report: 'Report',
    letter: 'Letter or mailing',
    other: 'Other channel',
  },
);

export const visibilityWord = createVocabulary<CitizenPromise['visibility']>(
  { internal: 'Intern', partners: 'Parterna', public: 'Offentlig', protected: 'Skyddad' },
  { internal: 'Internal', partners: 'The parties', public: 'Public', protected: 'Protected' },
);

export const activityStatusWord = createVocabulary<Activity['status']>(
  {
    planned: 'Planerad',
    ongoing: 'Pågår',
    done: 'Genomförd',
    partly: 'Delvis genomförd',
    delayed: 'Försenad',
    paused: 'Vilande',
    'not-done': 'Inte genomförd',
    dropped: 'Struken',
  },
  {
    planned: 'Planned',
    ongoing: 'Under way',
    done: 'Done',
    partly: 'Partly done',
    delayed: 'Delayed',
    paused: 'Paused',
    'not-done': 'Not done',
    dropped: 'Dropped',
  },
);

export const responsibilityWord = createVocabulary<Activity['responsibility']>(
  { each: 'Var och en för sig', joint: 'Tillsammans', lead: 'En part leder' },
  { each: 'Each on its own', joint: 'Jointly', lead: 'One party leads' },
);

export const partyRoleWord = createVocabulary<Activity['parties'][number]['role']>(
  { responsible: 'Ansvarig', lead: 'Leder', 'takes-part': 'Medverkar' },
  { responsible: 'Responsible', lead: 'Leads', 'takes-part': 'Takes part' },
);

export const goalLevelWord = createVocabulary<Goal['level']>(
  { effect: 'Effektmål', result: 'Resultatmål', activity: 'Aktivitetsmål' },
  { effect: 'Effect goal', result: 'Result goal', activity: 'Activity goal' },
);

export const goalOriginWord = createVocabulary<Goal['origin']>(
  { promised: 'Står i löftet', 'added-for-follow-up': 'Tillagt för uppföljningen' },
  { promised: 'Stated in the promise', 'added-for-follow-up': 'Added for the follow-up' },
);

export const goalStatusWord = createVocabulary<Goal['status']>(
  { active: 'Gäller', dropped: 'Struket' },
  { active: 'In force', dropped: 'Dropped' },
);

export const pacePlanWord = createVocabulary<Goal['pacePlan']['kind']>(
  { even: 'Jämn takt', terms: 'Per termin', months: 'Egen plan' },
  { even: 'Even pace', terms: 'By term', months: 'Own plan' },
);

export const readingWord = createVocabulary<TargetOf<'recurrence'>['reading']>(
  { each: 'Varje gång räknas för sig', average: 'I snitt över perioden' },
  { each: 'Each unit on its own', average: 'On average over the period' },
);

export const directionWord = createVocabulary<TargetOf<'series'>['direction'] | TargetOf<'ratio'>['direction']>(
  { up: 'Ska öka', down: 'Ska minska', hold: 'Ska hållas kvar', 'at-least': 'Minst', 'at-most': 'Högst' },
  { up: 'Shall rise', down: 'Shall fall', hold: 'Shall be held', 'at-least': 'At least', 'at-most': 'At most' },
);

/** What one row of a table is called. */
export const recordNoun = createVocabulary<TableName>(
  {
    promises: 'löfte',
    focusAreas: 'fokusområde',
    activities: 'aktivitet',
    goals: 'mål',
    progressLogs: 'insats',
    measurements: 'mätvärde',
    deviations: 'avvikelse',
    assessments: 'bedömning',
    comments: 'kommentar',
    feedback: 'återkoppling',
    meetings: 'möte',
    followUps: 'uppföljning',
    reportParts: 'rapportsida',
    publications: 'offentlig sida',
  },
  {
    promises: 'promise',
    focusAreas: 'focus area',
    activities: 'activity',
    goals: 'goal',
    progressLogs: 'action',
    measurements: 'measurement',
    deviations: 'deviation',
    assessments: 'assessment',
    comments: 'comment',
    feedback: 'feedback',
    meetings: 'meeting',
    followUps: 'follow-up',
    reportParts: 'report page',
    publications: 'public page',
  },
);
